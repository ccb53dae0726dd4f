import { id, longText, type Row, table, text } from './columns.ts';
import { isTime } from './days.ts';
import { type PartKey, parts, prompts } from './policy.ts';

/** One row is one setting. */
export const settingsTable = table('Settings', 'One row is one setting of the school.', {
  name: id('Setting', { required: true, width: 240 }),
  value: text('Value', { width: 420 }),
  about: longText('What it does', { width: 420 }),
});

export type SettingRow = Row<typeof settingsTable>;

/** How many themes the Settings tab has room for. */
export const themeCount = 12;

const firstThemes = [
  'Questioning',
  'Feedback and marking',
  'Behaviour for learning',
  'Reading',
  'Writing',
  'Maths',
  'Inclusion and SEND',
  'Curriculum',
  'Assessment',
  'Leading a team',
  'Working with families',
  'Well-being and workload',
];

interface Setting {
  readonly name: string;
  readonly first: string;
  readonly about: string;
  /** What is wrong with a value, in the middle of a sentence; nothing when it will do. */
  readonly wrong?: (value: string) => string;
}

const wholeNumber =
  (least: number, most: number) =>
  (value: string): string =>
    /^\d+$/.test(value) && Number(value) >= least && Number(value) <= most
      ? ''
      : `should be a whole number from ${least} to ${most}`;

/** Every setting with what it is before the school changes it. */
export const settings = {
  schoolName: { name: 'School name', first: '', about: 'Stands on the Impact tab.' },
  domains: {
    name: 'Domains that may be invited',
    first: '',
    about:
      'Only addresses in these domains are invited to follow-ups. With commas between: school.example, trust.example',
    wrong: (value) =>
      value.split(/[\s,;]+/).every((domain) => domain === '' || /^[a-z0-9-]+(\.[a-z0-9-]+)+$/i.test(domain))
        ? ''
        : 'should be domains such as school.example, with commas between',
  },
  timeZone: {
    name: 'Time zone',
    first: 'Europe/London',
    about: 'In which follow-ups are put into calendars.',
    wrong: (value) =>
      /^[A-Za-z_]+\/[A-Za-z0-9_/+-]+$|^UTC$/.test(value) ? '' : 'should be a zone such as Europe/London',
  },
  followUpDays: {
    name: 'Follow-up after (days)',
    first: '14',
    about: 'The day that the form suggests for a follow-up, moved on to the next day in school.',
    wrong: wholeNumber(1, 120),
  },
  followUpTime: {
    name: 'Follow-up time',
    first: '15:45',
    about: 'The time that the form suggests.',
    wrong: (value) => (isTime(value) ? '' : 'should be a time such as 15:45'),
  },
  followUpMinutes: {
    name: 'Follow-up length (minutes)',
    first: '30',
    about: 'The length that the form suggests.',
    wrong: wholeNumber(5, 240),
  },
  correctionDays: {
    name: 'A session may be corrected for (days)',
    first: '14',
    about: 'How long after saving its coach may correct a session; the Log keeps who changed what, and when.',
    wrong: wholeNumber(0, 366),
  },
  planWords: {
    name: 'Plan in its invitation',
    first: 'Yes',
    about: "Whether the invitation to agree to a plan carries the plan's words. It goes to coach and coachee only.",
    wrong: (value) => (/^(yes|no)$/i.test(value) ? '' : 'should be Yes or No'),
  },
  safeguardingLead: {
    name: 'Designated safeguarding lead',
    first: '',
    about: 'Named under the boxes of the form, where a worry about a child belongs.',
  },
  wordsKept: {
    name: 'Words kept for (months)',
    first: '24',
    about: "How long the words of sessions are to be kept; agree it with the school's data protection officer.",
    wrong: wholeNumber(1, 120),
  },
  agreedVisits: {
    name: 'Visits agreed (a year)',
    first: '3',
    about: 'How many drop ins and learning walks about one person are agreed in a school year.',
    wrong: wholeNumber(0, 40),
  },
  ongoing: {
    name: 'Sessions in a half-term',
    first: '1',
    about: 'How many sessions each half-term make coaching ongoing, as the policy asks for all staff.',
    wrong: wholeNumber(1, 20),
  },
  directorsView: {
    name: 'Director filters in',
    first: 'Own tab',
    about:
      "Own tab: a tab called Director's view, which leaves everybody's view alone. Sessions: the Sessions tab itself.",
    wrong: (value) => (/^(own tab|sessions)$/i.test(value) ? '' : 'should be Own tab or Sessions'),
  },
  coverCost: {
    name: 'Cost of an hour of cover',
    first: '',
    about: "In pounds, for the governors' page; empty leaves it out.",
    wrong: (value) => (/^\d+(\.\d\d?)?$/.test(value) ? '' : 'should be an amount such as 25 or 25.50'),
  },
  notWorking: {
    name: 'Governors: what is not working',
    first: '',
    about: "Stands on the governors' page beside what the figures say. Name nobody.",
  },
  notKnown: {
    name: 'Governors: what we do not know',
    first: '',
    about: "Stands on the governors' page beside what the figures say. Name nobody.",
  },
  purpose: {
    name: 'Governors: purpose and priorities',
    first: '',
    about: "How coaching serves the school's improvement priorities. Name nobody.",
  },
  askedOfGovernors: {
    name: 'Governors: next steps',
    first: '',
    about: 'What comes next, and which decision is asked of governors. Name nobody.',
  },
  staffVoice: {
    name: 'Governors: staff voice',
    first: '',
    about: 'What staff said when they were asked, the response rate first. Name nobody.',
  },
  policyReview: {
    name: 'Policy review due',
    first: '',
    about: 'When the coaching policy is due for review, such as 2026-10-01.',
  },
} as const satisfies Record<string, Setting>;

/** The school's settings, each as the school wrote it or, where that will not do, as it was first. */
export type Settings = Readonly<Record<keyof typeof settings, string>> & {
  /** What stands above each part's box. */
  readonly prompts: Readonly<Record<PartKey, string>>;
  /** What a session may be about, in the school's order. */
  readonly themes: readonly string[];
};

/** Every row of the Settings tab as set-up makes it. */
export const settingRows: readonly SettingRow[] = [
  ...Object.values(settings).map(({ name, first, about }) => ({ name, value: first, about })),
  ...parts.map(({ key, name }) => ({
    name: promptSetting(name),
    value: prompts[key],
    about: "The policy's own words; shown above the box.",
  })),
  ...Array.from({ length: themeCount }, (_, index) => ({
    name: themeSetting(index + 1),
    value: firstThemes[index] ?? '',
    about: 'A theme to choose from; Impact counts it.',
  })),
];

/** The name of the setting that holds the so-manieth theme, counted from 1. */
export function themeSetting(which: number): string {
  return `Theme ${which}`;
}

function promptSetting(part: string): string {
  return `Prompt: ${part}`;
}

/** The school's settings from the rows of the Settings tab, and a sentence for each value that will not do. */
export function readSettings(rows: readonly SettingRow[]): { settings: Settings; problems: string[] } {
  const written = new Map(rows.map((row) => [row.name.trim().toLowerCase(), row.value.trim()]));
  const found = (name: string): string | undefined => written.get(name.toLowerCase());
  const problems: string[] = [];
  const values = Object.entries<Setting>(settings).map(([key, { name, first, wrong }]) => {
    const value = found(name) || first;
    const why = value === '' ? '' : (wrong?.(value) ?? '');
    if (why === '') return [key, value];
    const instead = first === '' ? 'it counts as empty' : `${first} is used`;
    problems.push(`Settings: “${name}” ${why}; it says “${value}”. Until it is put right ${instead}.`);
    return [key, first];
  });
  const asked = parts.map(({ key, name }) => [key, found(promptSetting(name)) || prompts[key]]);
  const themes = Array.from({ length: themeCount }, (_, index) => found(themeSetting(index + 1)) ?? '');
  return {
    // One value for each declared setting and one prompt for each part: what Settings spells out.
    settings: {
      ...(Object.fromEntries(values) as Readonly<Record<keyof typeof settings, string>>),
      prompts: Object.fromEntries(asked) as Settings['prompts'],
      themes: (written.size === 0 ? firstThemes : themes).filter((each) => each !== ''),
    },
    problems,
  };
}
