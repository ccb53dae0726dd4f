/**
 * One read instead of many. A read from the sheet costs a trip to Google's servers however small it is, and a request
 * needs the staff, the teams, the term dates, the settings, the headers of the tabs it writes to, where those end, and
 * which invitations wait. Formulas on a hidden tab bring all of that side by side, so that one `getValues` has it as it
 * is now. Nothing depends on this tab for being right: a block that is missing or broken is read from its own tab.
 */
import { fields, headerOf, rangeName, type Table } from '../domain/columns.ts';
import { evidence } from '../domain/evidence.ts';
import type { FollowUp } from '../domain/follow-ups.ts';
import { log } from '../domain/log.ts';
import { plans } from '../domain/plans.ts';
import { sessions } from '../domain/sessions.ts';
import { settingsTable } from '../domain/settings.ts';
import { staff, teams, termDates } from '../domain/staff.ts';
import { steps } from '../domain/steps.ts';

export const lookupName = 'Lookup';

/** The tabs that every request knows in full. */
export const mirrored: readonly Table[] = [staff, teams, termDates, settingsTable];

/** The tabs the add-on writes to. */
export const written: readonly Table[] = [sessions, steps, plans, evidence, log];

/** What an invitation needs of its session's row, in the order of the block. */
export const waitingKeys = [
  'id',
  'coach',
  'coachee',
  'team',
  'assistantHead',
  'followUpDate',
  'followUpTime',
  'followUpMinutes',
  'status',
  'savedBy',
  'eventId',
  'group',
] as const satisfies readonly (keyof FollowUp)[];

// Room to the right of a mirrored tab for columns that people put in between.
const room = 1;

interface Block {
  readonly label: string;
  readonly width: number;
  /** Formulas from the second row down. */
  readonly formulas: readonly string[];
}

const quoted = (name: string): string => `'${name}'`;

let laid: readonly Block[] | undefined;

// Worked out at first use: nothing runs while the bundle is loaded.
function blocks(): readonly Block[] {
  laid ??= layBlocks();
  return laid;
}

function layBlocks(): Block[] {
  const waiting = waitingKeys.map((key) => rangeName(sessions, headerOf(sessions, key)));
  const key = rangeName(sessions, headerOf(sessions, 'id'));
  return [
    ...mirrored.map((table) => {
      const width = fields(table).length + room;
      const tab = quoted(table.name);
      const all = `${tab}!A1:${columnLetter(width)}`;
      // A row counts when either of its first two cells has something, so that a row without a key can be pointed out.
      return { label: table.name, width, formulas: [`=FILTER(${all},((${tab}!A1:A<>"")+(${tab}!B1:B<>""))>0)`] };
    }),
    ...written.map((table) => ({
      label: `${table.name} headers`,
      width: 1,
      formulas: [`=TRANSPOSE(${quoted(table.name)}!1:1)`],
    })),
    ...written.map((table) => {
      const ids = rangeName(table, headerOf(table, 'id'));
      return {
        label: `${table.name} rows`,
        width: 1,
        // The last row with an id, the last row there is, and that id.
        formulas: [
          `=MAX(1,SUMPRODUCT(MAX((${ids}<>"")*ROW(${ids}))))`,
          `=ROWS(${ids})+1`,
          `=IFNA(FILTER(${ids},ROW(${ids})=SUMPRODUCT(MAX((${ids}<>"")*ROW(${ids})))),"")`,
        ],
      };
    }),
    {
      label: 'Waiting',
      width: waiting.length + 1,
      formulas: [
        `=IFNA(FILTER({ROW(${key}),${waiting.join(',')}},${rangeName(sessions, 'Follow-up status')}="Waiting"),"")`,
      ],
    },
  ];
}

/** The whole tab in A1 notation, to its last row whichever that is. */
export function lookupRange(): string {
  return `A1:${columnLetter(widthOf(blocks()))}`;
}

/**
 * The part of it that says how the tabs are which the add-on writes to, for the look after writing; of what waits, no
 * more than which rows and ids, the last block's first two columns.
 */
export function lookupTail(): string {
  const before = widthOf(blocks().slice(0, -1));
  return `${columnLetter(widthOf(blocks().slice(0, mirrored.length)) + 1)}1:${columnLetter(before + 2)}`;
}

const widthOf = (some: readonly Block[]): number => some.reduce((sum, { width }) => sum + width, 0);

/** How many rows the tab needs for so many rows of the longest tab it mirrors: every cell of it is read each time. */
export function lookupHeight(longest: number): number {
  return Math.max(120, longest + 40);
}

/** The tab as set-up makes it: the labels of its first row and the formulas below them, as rows of text. */
export function lookupCells(): string[][] {
  const rows: string[][] = [[], [], [], []];
  for (const { label, width, formulas } of blocks()) {
    rows.forEach((row, index) => {
      const cell = index === 0 ? label : (formulas[index - 1] ?? '');
      row.push(cell, ...Array.from({ length: width - 1 }, () => ''));
    });
  }
  return rows;
}

/** What one read of the tab brought, block by block. */
export class Lookup {
  private readonly cells: readonly (readonly unknown[])[];

  constructor(cells: readonly (readonly unknown[])[]) {
    this.cells = cells;
  }

  /** A tab with its header row, or nothing when the block is not whole. */
  tab(table: Table): readonly [headers: readonly unknown[], ...rows: readonly (readonly unknown[])[]] | undefined {
    const [headers, ...rows] = this.block(table.name) ?? [];
    return headers && fields(table).every(({ header }) => headers.includes(header)) ? [headers, ...rows] : undefined;
  }

  /** The headers of a tab from left to right. */
  headers(table: Table): readonly unknown[] | undefined {
    const headers = this.block(`${table.name} headers`)?.map(([header]) => header);
    return headers && fields(table).every(({ header }) => headers.includes(header)) ? headers : undefined;
  }

  /** The last row of a tab with an id, the last row there is, and that id; a sheet set up before it had it lacks it. */
  rows(table: Table): { last: number; all: number; id?: string } | undefined {
    const [last, all, id] = this.block(`${table.name} rows`)?.map(([cell]) => cell) ?? [];
    if (typeof last !== 'number' || typeof all !== 'number' || all < 2) return undefined;
    return { last, all, ...(typeof id === 'string' && { id }) };
  }

  /** The row number and the cells of each session whose invitation waits. */
  waiting(): { at: number; cells: readonly unknown[] }[] | undefined {
    const rows = this.block('Waiting');
    if (!rows) return undefined;
    const found = rows.map(([at, ...cells]) => ({ at: Number(at), cells }));
    return found.every(({ at }) => at > 1) ? found : undefined;
  }

  // From the second row down to the first that is empty; nothing when a formula of it could not be worked out.
  private block(label: string): readonly (readonly unknown[])[] | undefined {
    const first = this.cells[0]?.indexOf(label) ?? -1;
    const block = blocks().find((each) => each.label === label);
    if (first < 0 || !block) return undefined;
    const whole: (readonly unknown[])[] = [];
    for (const row of this.cells.slice(1)) {
      const cells = row.slice(first, first + block.width);
      if (cells.every((cell) => cell === '' || cell === 0)) break;
      whole.push(cells);
    }
    return whole.some(([cell]) => typeof cell === 'string' && /^#[A-Z]/.test(cell)) ? undefined : whole;
  }
}

/** `A` for 1, `Z` for 26, `AA` for 27. */
export function columnLetter(column: number): string {
  const rest = (column - 1) % 26;
  const letter = String.fromCharCode(65 + rest);
  return column > 26 ? columnLetter((column - 1 - rest) / 26) + letter : letter;
}
