import fc from 'fast-check';
import {
  checkDate,
  checkFollowUp,
  emptySession,
  hasWords,
  sayMissing,
  speaksOfPerformance,
} from '../../src/domain/drafts.ts';
import { UserError } from '../../src/domain/errors.ts';
import { eventIdOf, isOverdue } from '../../src/domain/follow-ups.ts';
import { longestText, parse } from '../../src/domain/parse.ts';
import { isSessionId, type SessionDraft, sessions } from '../../src/domain/sessions.ts';

const id = '0f8fad5b-d9cb-469f-a165-70867728950e';
const whole: SessionDraft = {
  ...emptySession(id, '2026-11-26'),
  coachee: 'bram.tansy@school.example',
  strength: 'Questioning',
  target: 'Talk partners',
  outcome: 'Every pupil answers',
};

function refusal(act: () => unknown): UserError {
  try {
    act();
  } catch (error) {
    if (error instanceof UserError) return error;
    throw error;
  }
  throw new Error('nothing was refused');
}

describe('what a session still needs', () => {
  it('is said in one sentence, as a coach would say it', () => {
    expect(sayMissing({ ...whole, outcome: '' })).toBe('A pupil outcome, then it can be saved.');
    expect(sayMissing({ ...whole, date: '' })).toBe('A date, then it can be saved.');
    expect(sayMissing({ ...whole, strength: ' \n', outcome: '' })).toBe(
      'Strength and a pupil outcome, then it can be saved.',
    );
    expect(sayMissing(emptySession(id, '2026-11-26'))).toBe(
      'A coachee, Strength, Target and a pupil outcome, then it can be saved.',
    );
  });

  it('is nothing once strength, target and pupil outcome have words', () => {
    expect(sayMissing(whole)).toBe('');
  });
});

it('an empty form is no draft; one word makes it one', () => {
  expect(hasWords(emptySession(id, '2026-11-26'))).toBe(false);
  expect(hasWords({ ...emptySession(id, '2026-11-26'), ideas: 'x' })).toBe(true);
});

describe('the question about pupils', () => {
  it.each([
    'An outstanding lesson',
    'My plenaries, so that the lesson ends better',
    'To be graded good',
    'Better performance',
  ])('is asked of “%s”', (words) => expect(speaksOfPerformance(words)).toBe(true));

  it.each([
    ['lesson', 'lessons', 'grade', 'grades', 'graded', 'grading', 'OUTSTANDING', 'requires improvement', 'inadequate'],
    ['performance', 'performances', 'performing', 'observed', 'observation', 'observations', 'plenary', 'plenaries'],
    ['delivery', 'pace', 'teaching'],
  ])('is asked of a single word such as “%s”', (...words) => {
    for (const word of words) expect([word, speaksOfPerformance(`My ${word}.`)]).toEqual([word, true]);
  });

  it('is not asked of a word that only holds one of these, or of one beside pupils, however they are called', () => {
    for (const word of ['lessonplan', 'upgrade', 'gradient', 'observer', 'workspace', 'coteaching', 'performer'])
      expect([word, speaksOfPerformance(`My ${word}.`)]).toEqual([word, false]);
    const pupils = ['a pupil', 'pupils', 'a child', 'children', 'a learner', 'learners', 'my class', 'Year 4'];
    const theirs = ['they can', 'they will', 'their work', 'their books', 'their learning', 'their progress'];
    for (const who of [...pupils, ...theirs])
      expect([who, speaksOfPerformance(`Lessons, and ${who} too`)]).toEqual([who, false]);
    for (const who of ['they say', 'their room', 'subclass', 'a childhood', 'classroom', 'Year X', 'year4'])
      expect([who, speaksOfPerformance(`Lessons, and ${who} too`)]).toEqual([who, true]);
  });

  it.each([
    'Lessons in which every pupil talks',
    'Children write longer answers in the lesson',
    'Calmer lunchtimes',
    '',
  ])('is not asked of “%s”', (words) => expect(speaksOfPerformance(words)).toBe(false));
});

describe('dates of a session', () => {
  const check = (change: Partial<SessionDraft>) => {
    checkDate({ ...whole, ...change }, '2026-11-26');
    checkFollowUp({ ...whole, ...change }, '2026-11-26', '16:30');
  };

  it('may be today or earlier, with or without a follow-up to come', () => {
    expect(() => check({})).not.toThrow();
    expect(() => check({ followUpDate: '2026-11-26', followUpTime: '16:31' })).not.toThrow();
  });

  it('are refused beside their field when they cannot be', () => {
    expect(refusal(() => check({ date: '2026-11-27' }))).toMatchObject({
      field: 'date',
      message: expect.stringContaining('has not come yet'),
    });
    expect(refusal(() => check({ followUpDate: '2026-11-25', followUpTime: '15:45' })).field).toBe('followUpDate');
    expect(refusal(() => check({ followUpDate: '2026-12-03' })).field).toBe('followUpTime');
    expect(refusal(() => check({ followUpDate: '2026-11-26', followUpTime: '16:30' })).field).toBe('followUpTime');
  });
});

describe('what was typed', () => {
  it('comes through exactly, whatever it is', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme' }), (words) => {
        const expected = words.trim() === '' ? '' : words.replace(/\r\n?/g, '\n');
        expect(parse(sessions, { ...whole, ideas: words }).ideas).toBe(expected);
      }),
    );
  });

  it('is refused in words when a cell cannot hold it', () => {
    expect(parse(sessions, { ...whole, ideas: 'x'.repeat(longestText) }).ideas).toHaveLength(50_000);
    const refused = refusal(() => parse(sessions, { ...whole, ideas: 'x'.repeat(longestText + 1_200) }));
    expect(refused).toMatchObject({ code: 'invalid', field: 'ideas' });
    expect(refused.message).toBe(
      'Ideas is 1,200 characters too long: a cell holds 50,000. Shorten it, then save again.',
    );
  });

  it.each([
    ['coachee', ''],
    ['strength', '   '],
    ['date', 'tomorrow'],
    ['followUpTime', '25:00'],
    ['minutes', 1.5],
    ['minutes', 9_999],
    ['kind', 'Chat'],
    ['evidence', ['hearsay']],
    ['evidence', 'book sample'],
    ['theme', { toString: 'x' }],
    ['id', null],
  ])('is refused beside its field when %s is %j', (field, value) => {
    expect(refusal(() => parse(sessions, { ...whole, [field]: value }))).toMatchObject({ code: 'invalid', field });
  });

  it('never has what only the add-on writes, nor anything of a prototype', () => {
    const forged = JSON.parse(
      '{"__proto__":{"strength":"inherited"},"savedBy":"else@school.example","status":"Invited"}',
    );
    expect(refusal(() => parse(sessions, forged)).code).toBe('invalid');
    expect(Object.keys(parse(sessions, { ...whole, savedBy: 'x', eventId: 'y' }))).toEqual(
      Object.keys(whole).sort(byColumn),
    );
  });
});

const order = Object.keys(sessions.columns);
const byColumn = (one: string, other: string) => order.indexOf(one) - order.indexOf(other);

it('an event id has only the characters that Calendar takes, and is always the same for a session', () => {
  fc.assert(
    fc.property(fc.uuid(), (uuid) => {
      expect(isSessionId(uuid)).toBe(true);
      expect(eventIdOf(uuid)).toMatch(/^[0-9a-v]{5,1024}$/);
      expect(eventIdOf(uuid)).toBe(eventIdOf(uuid));
    }),
  );
});

it('a session’s id is a UUID in small letters and nothing beside it', () => {
  expect(isSessionId(id)).toBe(true);
  const [a = '', b = '', c = '', d = '', e = ''] = id.split('-');
  const others = ['', id.toUpperCase(), `x${id}`, `${id}x`, id.replace(/-/g, ''), id.replace('0', 'g')];
  const short = [a, b, c, d, e].map((part) => id.replace(part, part.slice(1)));
  expect([...others, ...short].filter(isSessionId)).toEqual([]);
});

it('a follow-up is overdue from the day after it was due, unless the two have met since', () => {
  expect(isOverdue('2026-11-26', '2026-11-05', '2026-11-26')).toBe(false);
  expect(isOverdue('2026-11-26', '2026-11-05', '2026-11-27')).toBe(true);
  expect(isOverdue('2026-11-26', '2026-11-26', '2026-11-30')).toBe(false);
  expect(isOverdue('', '2026-11-05', '2026-11-30')).toBe(false);
});
