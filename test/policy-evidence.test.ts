import type { Gathered } from '../src/api/evidence.ts';
import { claims, emptyEvidence, quotations } from '../src/domain/evidence.ts';
import { makePapers } from '../src/domain/papers.ts';
import { evidenceSources } from '../src/domain/policy.ts';
import { makeReference } from '../src/domain/reference.ts';
import { sections } from '../src/workbook/impact/impact.ts';
import { givenPlainSchool, idOf, people, type School } from './given.ts';

const { coach, director } = people;

const save = (school: School, number: number, change: object) =>
  school.ask(coach.email, 'evidence.save', {
    ...emptyEvidence(idOf(number), '2026-11-25'),
    team: 'Year 4',
    seen: 'Pupils say that they like to be pushed.',
    outcome: 'too early to tell',
    ...change,
  }).reply;

describe('the impact of coaching', () => {
  it('is seen in the policy’s five sources, and in others such as what pupils say', () => {
    const school = givenPlainSchool();
    const replies = evidenceSources.map((source, index) => save(school, 20 + index, { source }));
    expect(replies.filter(({ ok }) => !ok)).toEqual([]);
    expect(school.rows('Evidence').map(({ Source }) => Source)).toEqual([
      'data analysis',
      'book sample',
      'drop in',
      'learning walk',
      'quality of provision review',
      'other',
    ]);
    expect(save(school, 30, { source: 'lesson grade' })).toMatchObject({ ok: false, error: { field: 'source' } });
  });

  it('begins with pupils wherever it is read: on the Impact tab, and on the pages for governors and for all staff', () => {
    const papers = makePapers(
      { sessions: [], plans: [], steps: [], evidence: [] },
      makeReference(Object.values(people), [], [], []),
      () => '',
      '2026-11-26',
    );
    expect(papers.map(({ parts: [first] }) => first?.title)).toEqual([
      'What has changed for pupils',
      'What has changed for pupils',
    ]);
    expect(sections()[0]?.title).toBe('Pupil outcomes: what has changed for pupils?');
  });

  it('as inspections and reviews have put it stands in a register, each sentence with the reason for coaching it supports', () => {
    const school = givenPlainSchool();
    const quotation = 'Pupils told inspectors they feel supported well when learning is challenging.';
    const source = 'Inspection report';
    school.put(
      quotations,
      claims.map((claim) => ({ quotation, source, date: '2016-11-30', claim })),
    );
    expect(school.rows('Quotations').map(({ Supports }) => Supports)).toEqual([
      'Capacity building',
      "Develops a 'Growth Mindset'",
      'Grows self-esteem',
      'In context',
      'Efficiency',
      'Fosters team spirit',
      'Develops a dialogue about pedagogy',
      'Sustained improvement',
      'Personalised CPD',
      'Empowering',
    ]);
    const { reply } = school.ask<Gathered>(director.email, 'evidence.list');
    expect(reply.ok && reply.value.quotations).toContain('#gid=');
  });
});
