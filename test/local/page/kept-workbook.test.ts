import { existsSync, mkdtempSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { keepIn, openKept } from '../../../local/keep.ts';

const place = (): string => join(mkdtempSync(join(tmpdir(), 'stride-')), 'kept', 'workbook.json');

test('many changes in a row are kept by one write, which leaves nothing half-written behind', () => {
  const file = place();
  let asked = 0;
  const keep = keepIn(file, () => {
    asked += 1;
    return { asked };
  });
  keep.soon();
  keep.soon();
  expect(existsSync(file)).toBe(false);
  keep.now();
  keep.now();
  expect(readFileSync(file, 'utf8')).toBe('{"asked":1}');
  expect(readdirSync(join(file, '..'))).toEqual(['workbook.json']);
});

test('a damaged workbook is put aside with one sentence, and never written over', () => {
  const file = place();
  const keep = keepIn(file, () => 'fine');
  keep.soon();
  keep.now();
  const said: string[] = [];
  for (const damage of ['{"half', 'null of the school']) {
    writeFileSync(file, damage);
    expect(
      openKept(
        file,
        (saved) => saved,
        (sentence) => said.push(sentence),
      ),
    ).toBeNull();
  }
  expect(said).toHaveLength(2);
  expect(said[1]).toContain('put aside as');
  expect(readFileSync(file.replace('.json', '.damaged-1.json'), 'utf8')).toBe('{"half');
  expect(readFileSync(file.replace('.json', '.damaged-2.json'), 'utf8')).toBe('null of the school');
});

test('a workbook that reads well but cannot be opened is put aside too', () => {
  const file = place();
  const keep = keepIn(file, () => 'from another world');
  keep.soon();
  keep.now();
  const open = (): never => {
    throw new Error('no sheets in it');
  };
  expect(openKept(file, open, () => undefined)).toBeNull();
  expect(existsSync(file)).toBe(false);
});
