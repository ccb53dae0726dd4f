/**
 * The paper for governors, and another for the whole staff team: one page, no name, nothing that counts fewer than five
 * people, pupils first (UK notes 4.7). Its figures are those of Impact, to the digit.
 */
import type { Day } from './days.ts';
import { type Counted, fewest, withheld } from './disclosure.ts';
import { figuresOf, knownOf, type PaperRows } from './paper-figures.ts';
import { evidenceSources, focusChoosers, stepOutcomes } from './policy.ts';
import type { Reference } from './reference.ts';
import { type Settings, settings as settingsOf, themeCount } from './settings.ts';

/** Whom a paper is for. */
export const readers = ['governors', 'team'] as const;
export type Reader = (typeof readers)[number];

/** A figure as people read it; no value where it is withheld. */
export type PaperLine = { readonly label: string; readonly value: string };

/** A part of a paper under its heading. */
export type PaperPart = {
  readonly title: string;
  readonly lines: readonly PaperLine[];
  readonly words: readonly string[];
};

/** One page. */
export type Paper = {
  readonly reader: Reader;
  readonly title: string;
  /** Of which day its figures are, and where they are from. */
  readonly about: string;
  readonly parts: readonly PaperPart[];
  readonly foot: string;
  /** What the director should put right before handing it out, a sentence each; not a part of the page. */
  readonly toDo: readonly string[];
};

/** What Impact shows: a figure by its key and column, `staff` or `ht1:2`; the column 0 has what its row is called. */
export type ImpactShows = (key: string) => string;

// A part as it is planned: its figures by their keys, with what they are called here.
interface Planned {
  readonly title: string;
  readonly for?: Reader;
  readonly figures?: readonly PlannedLine[];
  /** The whole that they divide: only those that may be shown stand by themselves, and one line has what is left. */
  readonly rest?: { readonly of: string; readonly label: string };
  readonly words?: readonly (keyof typeof asked)[];
}

interface PlannedLine {
  readonly key: string;
  readonly label: string;
  /** The figure that this is a part of, and the key of its share. */
  readonly of?: readonly [whole: string, share?: string];
}

const line = (key: string, label: string, ...of: readonly string[]): PlannedLine => {
  const [whole, share] = of;
  return { key, label, ...(whole !== undefined && { of: share === undefined ? [whole] : [whole, share] }) };
};

// What only people can say, with what stands there until they have.
const asked = {
  purpose: settingsOf.purpose,
  staffVoice: settingsOf.staffVoice,
  notWorking: settingsOf.notWorking,
  notKnown: settingsOf.notKnown,
  askedOfGovernors: settingsOf.askedOfGovernors,
} satisfies Partial<Record<keyof Settings, { name: string }>>;

// The key of what the hours would cost as cover; Impact has no money.
const cost = 'cost';
const chosenBy = {
  Coachee: 'Focus chosen by the coachee',
  Jointly: '… by the two together',
  'Asked of me': '… asked for by others',
} as const satisfies Record<(typeof focusChoosers)[number], string>;

const numbers = (to: number): number[] => Array.from({ length: to }, (_, index) => index + 1);

// The ten points of a paper for governors, pupil outcomes first; a team reads also what has become of its steps.
const plannedParts = (begun: number): Planned[] => [
  {
    title: 'What has changed for pupils',
    figures: [
      line('agreed', 'Plans agreed by coach and coachee'),
      line('reviewed', '… reviewed by the two', 'agreed'),
      line('plansWithEvidence', '… with evidence', 'agreed'),
      line('plansMoved', '… where the pupil outcome moved', 'plansWithEvidence', 'plansMovedShare'),
      line('evidence:1', 'Evidence says: moved'),
      line('evidence:2', 'Evidence says: not moved'),
      line('evidence:3', 'Evidence says: too early to tell'),
    ],
  },
  {
    title: 'Where the evidence comes from',
    figures: [
      ...evidenceSources.map((_, index) => line(`source${index + 1}:4`, `=source${index + 1}`)),
      line('evidence:4', 'All evidence of this school year'),
    ],
  },
  {
    title: 'Does it last?',
    figures: [
      line('everyHalfTerm', 'Staff coached in every half-term', 'staff', 'everyHalfTermShare'),
      line('resolvedAll', 'Targets resolved'),
      line('tail_yes', 'Weeks later still doing it: yes'),
      line('tail_sometimes', '… sometimes'),
      line('tail_no', '… no'),
    ],
  },
  { title: 'What it is for', words: ['purpose'] },
  {
    title: 'Who is coached',
    figures: [
      line('coachedYear', 'Staff coached this school year', 'staff', 'coachedYearShare'),
      line('coachedNow', 'Staff coached this half-term', 'staff', 'coachedNowShare'),
      line('leadersCoached', 'With a role, this school year', 'leaders'),
      line('noRole:3', 'With none, this school year', 'noRole:1', 'noRole:4'),
      // Those that have begun.
      ...numbers(begun).map((number) => line(`ht${number}:2`, `=ht${number}`, 'staff')),
    ],
  },
  {
    title: 'Is it done?',
    for: 'team',
    figures: [
      line('steps', 'Steps decided this school year'),
      ...stepOutcomes.map((outcome) => line(`step_${outcome.replace(' ', '')}`, `… ${outcome}`)),
      line('due', 'People whose follow-up was due'),
      line('held', '… who have met', 'due', 'heldShare'),
    ],
  },
  {
    title: 'Time, and what it costs',
    for: 'governors',
    figures: [
      line('sessionsYear', 'Sessions this school year'),
      line('hours', 'Hours written down'),
      line(cost, 'Cover'),
    ],
  },
  {
    title: 'Who chose the focus',
    for: 'team',
    figures: [
      line('sessionsYear', 'Sessions this school year'),
      ...focusChoosers.map((chooser, index) => line(`chooser${index + 1}`, chosenBy[chooser], 'sessionsYear')),
    ],
  },
  {
    title: 'What it was about',
    figures: numbers(themeCount).map((number) => line(`theme${number}`, `=theme${number}`)),
    rest: { of: 'sessionsYear', label: 'Other themes, or none' },
  },
  { title: 'What staff say', words: ['staffVoice'] },
  {
    title: 'What is not working, and what we do not know',
    figures: [
      line('oneOffs', 'Staff coached only once this year', 'staff'),
      line('overdue', 'Staff whose follow-up is overdue', 'staff'),
      line('lingering', 'Plans lingering over two half-terms', 'agreed'),
      line('reviewsDue', 'Plans whose review is overdue', 'agreed'),
    ],
    words: ['notWorking', 'notKnown'],
  },
  { title: 'What comes next, and what we ask of governors', for: 'governors', words: ['askedOfGovernors'] },
];

// So many letters of each text are what a page has room for.
const longest = 420;

/** Both papers of a day, from what Impact shows and the rows that it counts. */
export function makePapers(rows: PaperRows, reference: Reference, shows: ImpactShows, today: Day): Paper[] {
  const themes = numbers(themeCount).map((number) => shows(`theme${number}:0`));
  const figures = figuresOf(rows, reference, themes, today);
  const hidden = withheld(figures, knownOf(reference));
  // A figure is shown when the rows say of whom it is; should Impact count other rows, nobody knows that.
  const unsure = figures.filter(({ key, things }) => key !== 'hours' && shows(key) !== String(things.size));
  const known = new Set([...figures.map(({ key }) => key), ...['staff', 'leaders', 'noRole:1']]);
  const may = (key: string): boolean =>
    known.has(key) && !hidden.has(key) && !unsure.some((figure) => figure.key === key);
  const value = valuesOf(shows, may, reference.settings);
  return readers.map((reader) => {
    const parts = plannedParts(Number(shows('begun')) || 0)
      .filter((part) => (part.for ?? reader) === reader)
      .map((part) => partOf(part, reference, shows, value));
    return {
      reader,
      title: titleOf(reader, reference.settings),
      about: `${sayDate(today)}. The figures are those of the Impact tab on this day; nobody is named.`,
      parts,
      foot: `– means: fewer than ${fewest} people, or a figure that would tell of so few beside another one. What is seen of a team is about all of its people.`,
      toDo: [...toDoOf(reader, reference), ...sayUnsure(unsure)],
    };
  });
}

const sayDate = (day: Day): string => day.split('-').reverse().join('/');

function titleOf(reader: Reader, { schoolName }: Settings): string {
  const what = reader === 'governors' ? 'Coaching: a page for governors' : 'Coaching: a page for all staff';
  return schoolName === '' ? what : `${schoolName}. ${what}`;
}

type ValueOf = (line: PlannedLine) => string;

function valuesOf(shows: ImpactShows, may: (key: string) => boolean, { coverCost }: Settings): ValueOf {
  return ({ key, of }) => {
    if (key === cost) return may('hours') && coverCost !== '' ? inPounds(shows('hours'), coverCost) : '';
    if (!may(key)) return '';
    const [whole, share] = of ?? [];
    if (whole === undefined || !may(whole)) return shows(key);
    return `${shows(key)} of ${shows(whole)}${share === undefined ? '' : ` (${shows(share)})`}`;
  };
}

function inPounds(hours: string, coverCost: string): string {
  const pounds = Math.round(Number(hours) * Number(coverCost));
  return `£${String(pounds).replace(/\B(?=(\d{3})+$)/g, ',')}`;
}

function partOf(part: Planned, reference: Reference, shows: ImpactShows, value: ValueOf): PaperPart {
  const { title, figures = [], words = [], rest } = part;
  const labelled = figures.map((each) => ({
    ...each,
    // What a row of Impact is called is said there: a theme, a half-term, a source.
    label: each.label.startsWith('=') ? shows(`${each.label.slice(1)}:0`) : each.label,
  }));
  const lines = labelled
    .filter(({ key, label }) => label !== '' && (key !== cost || reference.settings.coverCost !== ''))
    .map((each) => ({ label: each.label, value: value(each) }));
  return {
    title,
    lines: rest ? withRest(lines, rest.label, value({ key: rest.of, label: '' })) : lines,
    words: words.map((key) => wordsOf(key, reference)),
  };
}

function withRest(lines: readonly PaperLine[], label: string, whole: string): PaperLine[] {
  const shown = lines.filter(({ value }) => value !== '');
  const left = Number(whole) - shown.reduce((sum, { value }) => sum + Number(value), 0);
  return whole === '' || left === 0 ? shown : [...shown, { label, value: String(left) }];
}

/** What a text of Settings says on a page; never a name. */
function wordsOf(key: keyof typeof asked, reference: Reference): string {
  const words = reference.settings[key].trim();
  if (words === '') return notYet[key];
  if (namedIn(words, reference).length > 0) return 'Not shown: it names somebody.';
  return words.length > longest ? `${words.slice(0, longest).trim()} …` : words;
}

const notYet: Readonly<Record<keyof typeof asked, string>> = {
  purpose: 'Nobody has written yet which priorities of the school coaching serves.',
  staffVoice: 'Staff have not been asked yet.',
  notWorking: 'Nobody has written yet what is not working.',
  notKnown: 'Nobody has written yet what we do not know.',
  askedOfGovernors: 'Nobody has written yet what comes next.',
};

// One word of a name is enough to know who is meant.
function namedIn(words: string, { staff }: Reference): string[] {
  const all = new Set(words.match(/\p{L}[\p{L}'’-]*/gu) ?? []);
  const isSaid = (part: string): boolean =>
    part.length > 2 && (all.has(part) || all.has(`${part}'s`) || all.has(`${part}’s`));
  return staff.filter(({ name }) => name.split(/\s+/).some(isSaid)).map(({ name }) => name);
}

function toDoOf(reader: Reader, reference: Reference): string[] {
  const keys = plannedParts(0)
    .filter((part) => (part.for ?? reader) === reader)
    .flatMap(({ words = [] }) => words);
  return keys.flatMap((key) => {
    const words = reference.settings[key].trim();
    const [first] = namedIn(words, reference);
    const where = `Settings, “${asked[key].name}”`;
    if (words === '') return [`${where}: nothing is written there yet.`];
    if (first !== undefined) return [`${where}: it says a name (${first}), so it is not shown. Name nobody.`];
    return words.length > longest ? [`${where}: only its first ${longest} letters have room on the page.`] : [];
  });
}

const sayUnsure = (unsure: readonly Counted[]): string[] =>
  unsure.length === 0
    ? []
    : [
        `Impact and the rows do not say the same of ${unsure.length} figures, so they are not shown. Run “Set up or repair this sheet” and “Check rows and invitations”, then look again.`,
      ];
