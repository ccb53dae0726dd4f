import { readFileSync } from 'node:fs';
import { strFromU8, unzipSync } from 'fflate';
import { Desktop } from '../chromium.ts';
import { givenWorkbook, idOf, session } from '../given.ts';
import { inCell, payloads } from './corpus.ts';

const none = { followUpDate: '', followUpTime: '', followUpMinutes: null };

// XML has no place for these, and the export leaves or replaces them.
const inXml = (text: string): boolean => /^[\t\n\x20-\ud7ff\ue000-\ufffd]*$/.test(text);

it('whatever was typed is exported to Excel as text: no formula on any tab that holds data', async () => {
  const school = givenWorkbook();
  const some = payloads.filter((said) => inXml(said) && /[=+<&"']/.test(said));
  some.forEach((said, index) => {
    const draft = session({ ...none, id: idOf(index + 1), strength: said, theme: said });
    expect(school.ask('ada@school.example', 'sessions.save', draft).reply.ok).toBe(true);
  });
  const desktop = await Desktop.open(school.world);
  try {
    const page = await desktop.window('ada@school.example', '&tab=Sessions');
    const download = page.waitForEvent('download');
    await page.getByRole('button', { name: /xlsx/i }).click();
    const files = unzipSync(readFileSync(await (await download).path()));
    const text = (path: string): string => strFromU8(files[path] ?? new Uint8Array());
    const names = [...text('xl/workbook.xml').matchAll(/<sheet [^>]*name="([^"]*)"/g)].map(([, name]) => name);
    const formulas = names.map((name, index) => [name, /<f[ >]/.test(text(`xl/worksheets/sheet${index}.xml`))]);
    expect(Object.fromEntries(formulas)).toMatchObject({
      Sessions: false,
      Staff: false,
      Teams: false,
      'Term dates': false,
      Settings: false,
      Log: false,
      Impact: true,
    });
    const strings = text('xl/sharedStrings.xml');
    const kept = [...strings.matchAll(/<t[^>]*>([^<]*)<\/t>/g)].map(([, said = '']) => unescaped(said));
    // A text that begins like a formula keeps the mark by which the grid knows that it is none.
    expect(some.map(inCell).filter((said) => !kept.includes(said) && !kept.includes(`'${said}`))).toEqual([]);
  } finally {
    await desktop.close();
  }
});

const marks: Readonly<Record<string, string>> = { lt: '<', gt: '>', quot: '"', apos: "'", amp: '&' };

function unescaped(text: string): string {
  return text.replace(
    /&(?:(lt|gt|quot|apos|amp)|#x([0-9a-f]+)|#(\d+));/gi,
    (_, name: string, hex: string, code: string) =>
      name ? (marks[name] ?? '') : String.fromCodePoint(hex ? Number.parseInt(hex, 16) : Number(code)),
  );
}
