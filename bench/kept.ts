import {
  cast,
  conversations,
  logRows,
  members,
  periods,
  schoolNow,
  schoolSettings,
  stepRows,
  teams,
} from '../local/school/index.ts';
import { fill } from '../local/school.ts';
import { World } from '../local/world.ts';
import { log } from '../src/domain/log.ts';
import { plans } from '../src/domain/plans.ts';
import { sessions } from '../src/domain/sessions.ts';
import { settingsTable } from '../src/domain/settings.ts';
import { staff, teams as teamsTab, termDates } from '../src/domain/staff.ts';
import { steps } from '../src/domain/steps.ts';
import { planRows } from './plans.ts';

/** One tab of a kept workbook: its cells by their place, a text that begins with `=` being a formula. */
export interface KeptTab {
  readonly id: string;
  readonly name: string;
  readonly rowNumber: number;
  readonly cells: Readonly<Record<string, unknown>>;
}

/** What the bench knows of the state that `World.save` gives; everything else passes through. */
export interface Kept {
  readonly workbook: {
    readonly data: {
      readonly sheets: readonly KeptTab[];
      readonly namedRanges: Readonly<Record<string, string>>;
      readonly pivots: Readonly<Record<string, KeptPivot>>;
    };
  };
}

/** A pivot table of a kept workbook and the cells it is made of. */
export interface KeptPivot {
  readonly dataSet: { readonly sheetId: string; readonly zone: { readonly bottom: number } };
}

/** The made-up school, set up and typed in, nothing of it saved through the add-on. */
export function keptSchool(): Kept {
  const world = new World({ now: schoolNow, owner: cast.director });
  world.run('setUpSheet', [], { user: cast.director });
  fill(world, staff, members);
  fill(world, teamsTab, teams);
  fill(world, termDates, periods);
  fill(world, settingsTable, schoolSettings);
  const told = conversations();
  const rows = told.map(({ session }) => session);
  fill(world, sessions, rows);
  fill(world, steps, stepRows(told));
  fill(world, plans, planRows());
  fill(world, log, logRows(rows));
  // `save` promises no shape; this is the part of it that the bench reads and writes.
  return world.save() as Kept;
}

/** A tab of a kept workbook by its name. */
export function tabOf(kept: Kept, name: string): KeptTab {
  const found = kept.workbook.data.sheets.find((sheet) => sheet.name === name);
  if (!found) throw new Error(`The kept workbook has no tab ${name}.`);
  return found;
}
