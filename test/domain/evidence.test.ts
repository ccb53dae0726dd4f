import {
  emptyEvidence,
  evidenceOutcomes,
  evidence as evidenceTab,
  isLink,
  isVisit,
  sayVisits,
  staysWithPlan,
} from '../../src/domain/evidence.ts';
import { evidenceSources } from '../../src/domain/policy.ts';
import { readSettings } from '../../src/domain/settings.ts';

const { settings } = readSettings([]);

test('two of the sources are visits, and stay with a person only when they asked', () => {
  expect(evidenceSources.filter(isVisit)).toEqual(['drop in', 'learning walk']);
  const of = (source: (typeof evidenceSources)[number], askedFor: '' | 'yes', plan = 'a plan') =>
    staysWithPlan({ ...emptyEvidence('', ''), source, askedFor, plan });
  expect([of('drop in', ''), of('drop in', 'yes'), of('book sample', ''), of('drop in', 'yes', '')]).toEqual([
    false,
    true,
    true,
    false,
  ]);
});

test.each([
  ['https://drive.example/file/d/1?usp=sharing#a', true],
  ['HTTP://intranet/report', true],
  ['javascript:alert(1)', false],
  ['data:text/html,x', false],
  ['//drive.example/x', false],
  ['https://', false],
  ['https://a.example/x y', false],
  ['https://a.example/"onclick=', false],
  [' https://a.example', false],
  ['', false],
])('%s is the address of a file: %s', (link, is) => {
  expect(isLink(link)).toBe(is);
});

test('visits are counted from September to August, of one person, and no other source is', () => {
  const row = (date: string, coachee = 'bram', source: '' | (typeof evidenceSources)[number] = 'drop in') => ({
    date,
    coachee,
    source,
  });
  const rows = [
    row('2026-08-31'),
    row('2026-09-01'),
    row('2027-08-31', 'bram', 'learning walk'),
    row('2027-09-01'),
    row('2026-11-01', 'cleo'),
    row('2026-11-01', 'bram', 'book sample'),
    row(''),
  ];
  const say = (today: string, agreedVisits = '3') =>
    sayVisits('bram', 'Bram', rows, { settings: { ...settings, agreedVisits } }, today);
  expect(say('2026-11-26')).toBe('Drop ins and learning walks about Bram this school year: 2; agreed: 3.');
  expect(say('2027-02-01')).toBe(say('2026-11-26'));
  expect(say('2026-11-26', '2')).toBe(
    'Drop ins and learning walks about Bram this school year: 2; agreed: 2. Any more is for you to agree on together.',
  );
  expect(say('2027-09-05')).toContain(': 1; ');
});

test('nowhere on the tab is there a grade, and no answer says how good somebody is', () => {
  const said = JSON.stringify([evidenceTab, evidenceOutcomes]).toLowerCase();
  for (const word of ['grade', 'score', 'outstanding', 'good', 'inadequate', 'performance', 'rating'])
    expect([word, said.includes(word)]).toEqual([word, false]);
});

// One in every row would count as what the row holds, and each new row would be appended below the last of them.
test('a tab to which rows are appended has no tick box', () => {
  expect(Object.values(evidenceTab.columns).filter(({ kind }) => kind === ('flag' as string))).toEqual([]);
});
