import { parts, prompts } from '../../src/domain/policy.ts';
import { readSettings, type SettingRow, settingRows, themeCount, themeSetting } from '../../src/domain/settings.ts';

const row = (name: string, value: string): SettingRow => ({ name, value, about: '' });
const withOne = (name: string, value: string) => readSettings([...settingRows, row(name, value)]);

describe('the Settings tab', () => {
  it('as set-up makes it has every setting once, and nothing wrong', () => {
    const { settings, problems } = readSettings(settingRows);
    expect(problems).toEqual([]);
    expect(settings).toMatchObject({
      schoolName: '',
      domains: '',
      timeZone: 'Europe/London',
      followUpDays: '14',
      followUpTime: '15:45',
      followUpMinutes: '30',
      correctionDays: '14',
      safeguardingLead: '',
      wordsKept: '24',
      policyReview: '',
    });
    expect(settings.prompts).toEqual(prompts);
    expect(settings.themes).toHaveLength(themeCount);
    expect(settings.themes.join(', ')).toBe(
      'Questioning, Feedback and marking, Behaviour for learning, Reading, Writing, Maths, Inclusion and SEND, Curriculum, Assessment, Leading a team, Working with families, Well-being and workload',
    );
    const names = settingRows.map(({ name }) => name);
    expect(new Set(names).size).toBe(names.length);
    expect(names).toEqual(expect.arrayContaining(parts.map(({ name }) => `Prompt: ${name}`)));
    expect(names).toEqual(expect.arrayContaining([themeSetting(1), 'Theme 12']));
  });

  it('that was emptied is as it was first, but for the themes, which a school may do without', () => {
    const { settings, problems } = readSettings(settingRows.map(({ name }) => row(name, ' ')));
    expect(problems).toEqual([]);
    expect(settings).toMatchObject({ followUpDays: '14', themes: [], prompts });
    expect(readSettings([]).settings.themes).toEqual(readSettings(settingRows).settings.themes);
  });

  it('says what the school asks and offers instead, in the school’s order', () => {
    const { settings } = readSettings([
      row('prompt: TARGET ', ' What next? '),
      row('Theme 2', 'Music'),
      row('Theme 1', ' Choir '),
      row('School name', 'Hill Top'),
    ]);
    expect(settings).toMatchObject({ schoolName: 'Hill Top', themes: ['Choir', 'Music'] });
    expect(settings.prompts).toEqual({ ...prompts, target: 'What next?' });
  });

  const whole = (least: number, most: number) => `should be a whole number from ${least} to ${most}`;
  it.each([
    ['Follow-up after (days)', ['1', '120'], ['0', '121', 'x1', '1.5', '7 days'], whole(1, 120), '14 is used'],
    ['Follow-up length (minutes)', ['5', '240'], ['4', '241', '-5'], whole(5, 240), '30 is used'],
    ['A session may be corrected for (days)', ['0', '366'], ['367', 'ever'], whole(0, 366), '14 is used'],
    ['Words kept for (months)', ['1', '120'], ['0', '121'], whole(1, 120), '24 is used'],
    ['Follow-up time', ['08:00'], ['8:00', 'noon'], 'should be a time such as 15:45', '15:45 is used'],
    [
      'Time zone',
      ['UTC', 'America/Argentina/Buenos_Aires', 'America/Port-au-Prince', 'Etc/GMT+1', 'Etc/GMT-14', 'Etc/GMT0'],
      ['London', 'Europe/London!', 'x UTC', 'UTC+1', '1/Europe/London', 'Europe/', '/GMT+1'],
      'should be a zone such as Europe/London',
      'Europe/London is used',
    ],
    [
      'Domains that may be invited',
      ['school.example', 'School.Example, sub.trust-1.example;other.example', 'school.example,'],
      ['school', 'https://school.example', 'school.example/', '@school.example', 'a.example, ..'],
      'should be domains such as school.example, with commas between',
      'it counts as empty',
    ],
  ])('takes for “%s” what will do, and says what will not', (name, good, bad, why, instead) => {
    for (const value of good) expect([value, withOne(name, value).problems]).toEqual([value, []]);
    for (const value of bad)
      expect(withOne(name, value).problems).toEqual([
        `Settings: “${name}” ${why}; it says “${value}”. Until it is put right ${instead}.`,
      ]);
  });

  it('takes any words for a name', () => {
    for (const name of ['School name', 'Designated safeguarding lead', 'Policy review due'])
      expect(withOne(name, 'any words').problems).toEqual([]);
  });
});
