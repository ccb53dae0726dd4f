import fc from 'fast-check';
import type { SavedSession } from '../src/api/sessions.ts';
import type { SessionDraft } from '../src/domain/sessions.ts';
import { staff } from '../src/domain/staff.ts';
import { columnLetter } from '../src/workbook/lookup.ts';
import { answersYes } from './calendar-acts.ts';
import {
  coaches,
  cycleDoings,
  type Doing,
  type Doings,
  day,
  dayFrom,
  of,
  refusedNever,
  today,
} from './cycle-doings.ts';
import type { Desk } from './desk.ts';
import { ada, bram, cleo, dora, draftOf, noteMarker, withoutFollowUp } from './drafts.ts';
import { holdSettled, Violation } from './invariants.ts';
import { checkAll, foundBy } from './rounds.ts';
import { takeOut } from './scenarios.ts';
import { theTab } from './sight.ts';

const idOf = (number: number): string => `0f0f0f0f-0000-4000-8000-${String(number).padStart(12, '0')}`;
const most = 6;

/** One of the sessions there are. */
const anyOf = ({ ledger }: Desk, number: number) => {
  const all = [...ledger.wishes.values()];
  return of(all, number);
};

function save(desk: Desk, one: number, other: number): void {
  const id = idOf(one % most);
  const who = of(coaches, one);
  const known = desk.ledger.wishes.get(id);
  // Nobody repeats what they were told is there and have moved since.
  if (known?.isMoved) return;
  const meets = other % 3 > 0 ? { followUpDate: dayFrom(today(desk) + (1 + (other % 20)) * day) } : withoutFollowUp;
  const coachee = of([bram, who === cleo ? ada : cleo], other);
  const draft = known?.open[0] ?? known?.told ?? draftOf(id, { date: dayFrom(today(desk)), coachee, ...meets });
  refusedNever(desk, { who, what: 'save', draft });
}

function correct(desk: Desk, one: number, other: number): void {
  const { id, saver, isMoved, told: known } = anyOf(desk, one);
  if (!known) return;
  // Whoever moved it in the calendar opens the session anew before correcting it.
  const told = isMoved ? readAnew(desk, saver, id) : known;
  const changes = [
    { strength: `${told.strength} ${other}` },
    { evaluation: other % 2 === 0 ? `=${told.strength}` : '' },
    withoutFollowUp,
    { followUpDate: dayFrom(today(desk) + (1 + (other % 30)) * day), followUpTime: '08:15', followUpMinutes: 20 },
  ];
  const edit = `0e0e0e0e-0000-4000-8000-${String(one * 1000 + other).padStart(12, '0')}`;
  const who = other % 5 === 0 ? dora : saver;
  refusedNever(desk, { who, what: 'edit', base: told, draft: { ...told, ...of(changes, other), id }, edit });
}

function readAnew(desk: Desk, who: string, id: string): SessionDraft {
  const { reply } = desk.ask({ who, what: 'read', id });
  const session = reply.ok ? (reply.value as SavedSession).session : null; // what sessions.read answers
  if (!session) throw new Violation('whoever saved a session can read it', reply.ok ? id : reply.error.message);
  return session;
}

function typeOfStaff(desk: Desk, email: string, header: string, text: string): void {
  const rows = desk.world.person.seesAll(staff.name);
  const [column, row] = [(rows[0] ?? []).indexOf(header), rows.findIndex((cells) => cells.includes(email))];
  desk.byHand(() => desk.world.person.type(staff.name, `${columnLetter(column + 1)}${row + 1}`, text));
}

const tabs = ['log', 'sessions', 'sessions', 'steps', 'plans'] as const;

const tabOf = ({ world, ledger }: Desk, which: number): string =>
  theTab(world.book.sheets, ledger.tabs[of(tabs, which)]).name;

const widthOf = (desk: Desk, tab: string): number => desk.world.person.seesAll(tab)[0]?.length ?? 1;

/** What happens in a week, and how often beside the others. */
const doings: Doings = {
  ...cycleDoings,
  save: [6, save],
  correct: [4, correct],
  deliver: [
    5,
    (desk, one) => {
      const { id, saver } = anyOf(desk, one);
      desk.ask({ who: saver, what: 'deliver', id });
    },
  ],
  'the hourly run': [2, (desk, one) => void desk.ask({ who: of(coaches, one), what: 'hourly' })],
  check: [2, (desk, one) => void checkAll(desk, of([ada, cleo, dora], one))],
  sort: [
    3,
    (desk, one, other) => {
      const tab = tabOf(desk, one);
      const column = 1 + (other % widthOf(desk, tab));
      desk.byHand(() => desk.world.person.sort(tab, column, one % 2 === 0 ? 'asc' : 'desc'));
    },
  ],
  'take an event out': [1, (desk, one) => takeOut(desk, anyOf(desk, one).id)],
  'answer an invitation': [
    2,
    (desk, one) => {
      const events = desk.world.calendars.list(bram);
      const event = events[one % Math.max(1, events.length)];
      const answer = of(['declined', 'accepted', 'tentative'] as const, one);
      const plan = [...desk.ledger.rows.values()].find(({ told }) => told?.['Event id'] === event?.id);
      if (event && plan && answer === 'accepted') answersYes(desk, plan.id, event.organizer.email);
      else if (event) desk.world.calendars.respond(bram, event.id, answer, noteMarker);
    },
  ],
  'move an event': [
    1,
    (desk, one, other) => {
      const { id, saver } = anyOf(desk, one);
      const event = desk.world.calendars
        .list(saver)
        .find(
          ({ organizer, extendedProperties }) =>
            organizer.email === saver && extendedProperties?.private?.strideSession === id,
        );
      if (!event) return;
      desk.world.calendars.move(saver, event.id, new Date(today(desk) + (2 + (other % 9)) * day).toISOString());
      desk.ledger.change(id, () => ({ isMoved: true }));
    },
  ],
  'change team': [1, (desk, one) => typeOfStaff(desk, of([bram, cleo], one), 'Team', of(['Year 4', 'Office'], one))],
  'leave or come back': [1, (desk, _, other) => typeOfStaff(desk, bram, 'Active', other % 2 === 0 ? 'FALSE' : 'TRUE')],
  'insert a column': [
    1,
    (desk, one, other) => {
      const tab = tabOf(desk, one);
      const before = 1 + (other % widthOf(desk, tab));
      if (widthOf(desk, tab) < 45) desk.byHand(() => desk.world.person.insertColumn(tab, before));
    },
  ],
  'move a column': [
    2,
    (desk, one, other) => {
      const tab = tabOf(desk, one);
      const width = widthOf(desk, tab);
      desk.byHand(() => desk.world.person.moveColumn(tab, 1 + (one % width), 1 + (other % width)));
    },
  ],
  'time passes': [
    3,
    ({ world }, one, other) => world.clock.advance(of([1, 5, 24, 30], one) * 3_600_000 + other * 1000),
  ],
};

class Command implements fc.Command<object, Desk> {
  constructor(
    readonly name: string,
    readonly doing: Doing,
    readonly one: number,
    readonly other: number,
  ) {}

  check(): boolean {
    return true;
  }

  run(_: object, desk: Desk): void {
    this.doing(desk, this.one, this.other);
  }

  toString(): string {
    return `${this.name} (${this.one}, ${this.other})`;
  }
}

const number = fc.nat({ max: 59 });

/** A week of so many things, in any order. */
export const week = (things: number): fc.Arbitrary<Iterable<fc.Command<object, Desk>>> =>
  fc.commands(
    Object.entries(doings).flatMap(([name, [often, doing]]) =>
      Array.from({ length: often }, () =>
        fc.tuple(number, number).map(([one, other]) => new Command(name, doing, one, other)),
      ),
    ),
    { maxCommands: things, size: 'max' },
  );

/**
 * Lives through a week; at its end everybody repeats what they were not told of, and all is checked.
 * @throws Violation
 */
export function live(school: Desk, things: Iterable<fc.Command<object, Desk>>): void {
  const desk = school.fork().asBegun();
  fc.modelRun(() => ({ model: {}, real: desk }), things);
  for (const who of coaches) desk.ask({ who, what: 'hourly' });
  const found = [...coaches, dora].flatMap((who) => foundBy(checkAll(desk, who)));
  holdSettled(desk, found);
}
