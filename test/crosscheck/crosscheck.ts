/**
 * `npm run crosscheck`: the workbook of the 3,500 sessions as an Excel file, worked out anew by LibreOffice, where that is
 * installed: every formula must answer there what it answers here.
 */
import { execFileSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { World } from '../../local/world.ts';
import { Desktop } from '../chromium.ts';
import { sampleSchool } from '../sample-school.ts';
import { differences, formulaCounts, formulasIn, leftOut, unworked } from './spreadsheet-file.ts';

// o-spreadsheet tells the console how long each step took.
console.debug = () => undefined;

const program = [process.env.LIBREOFFICE, 'soffice', 'libreoffice'].find(answers);

if (program === undefined) {
  console.log(
    'LibreOffice is not installed here, so no formula of Impact, Coverage and Lookup was worked out a second time.',
  );
} else {
  const { world } = sampleSchool();
  const file = await exported(world);
  const ours = formulasIn(file);
  const found = differences(ours, formulasIn(recalculated(program, unworked(file))));
  console.log(found.join('\n'));
  const tabs = [...new Set(ours.map(({ tab }) => tab))].map(
    (tab) => `${tab} ${ours.filter((each) => each.tab === tab).length}`,
  );
  console.log(`${ours.length} formulas (${tabs.join(', ')}); ${found.length} answer otherwise in LibreOffice.`);
  const missing = leftOut(formulaCounts(world.model), ours);
  if (missing !== '') console.log(missing);
  if (found.length > 0 || ours.length === 0) process.exitCode = 1;
}

function answers(command: string | undefined): command is string {
  if (command === undefined) return false;
  try {
    execFileSync(command, ['--version'], { stdio: 'ignore' });
    return true;
  } catch {
    return false;
  }
}

/** The file that “Download .xlsx” gives. */
async function exported(world: World): Promise<Uint8Array> {
  const desktop = await Desktop.open(world);
  try {
    const page = await desktop.window('somebody@thistlewick.example', '&tab=Impact');
    const download = page.waitForEvent('download', { timeout: 300_000 });
    await page.getByRole('button', { name: /xlsx/i }).click({ timeout: 120_000 });
    return readFileSync(await (await download).path());
  } finally {
    await desktop.close();
  }
}

function recalculated(command: string, file: Uint8Array): Uint8Array {
  const folder = mkdtempSync(join(tmpdir(), 'stride-'));
  try {
    const [given, out] = [join(folder, 'given.xlsx'), join(folder, 'out')];
    writeFileSync(given, file);
    const profile = `-env:UserInstallation=file://${join(folder, 'profile')}`;
    const how = ['--headless', '--convert-to', 'xlsx:Calc MS Excel 2007 XML', '--outdir', out, given];
    execFileSync(command, [profile, ...how], { stdio: 'ignore', timeout: 600_000 });
    return readFileSync(join(out, 'given.xlsx'));
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}
