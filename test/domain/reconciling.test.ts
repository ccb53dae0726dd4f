import type { Placed } from '../../src/domain/columns.ts';
import { eventIdOf } from '../../src/domain/follow-ups.ts';
import { inOrder, stateFromLog } from '../../src/domain/log.ts';
import { bySession, isLongAgo, missingRows, statusToPutRight, twins } from '../../src/domain/reconciling.ts';

const today = '2026-11-26';
const at = (time: string) => `2026-11-26T${time}:00+00:00`;
const invited = { at: at('16:00'), who: 'a', event: 'Invited', session: 's' } as const;
const removed = { at: at('17:00'), who: 'a', event: 'Removed', session: 's' } as const;
const edited = { at: at('18:00'), who: 'a', event: 'Edited', session: 's' } as const;
const replanned = { at: at('19:00'), who: 'a', event: 'Replanned', session: 's' } as const;

describe('what the Log says of an invitation', () => {
  it('is its last word about it, however the tab is sorted', () => {
    expect(stateFromLog([invited, removed])).toBe('Removed');
    expect(stateFromLog([removed, invited])).toBe('Removed');
    expect(stateFromLog([replanned, edited, removed, invited])).toBe('Waiting');
    const said = (['Replanned', 'Invited', 'Moved', 'Cancelled', 'Not sent', 'Removed'] as const).map((event) =>
      stateFromLog([{ ...invited, event }]),
    );
    expect(said).toEqual(['Waiting', 'Invited', 'Invited', 'Cancelled', 'Not sent', 'Removed']);
  });

  it('is not changed by a correction of words, and is nothing where no line is about it', () => {
    expect(stateFromLog([invited, edited])).toBe('Invited');
    expect(stateFromLog([edited])).toBeUndefined();
    expect(stateFromLog([])).toBeUndefined();
  });

  it('goes by the moment, not by how its offset is written', () => {
    const summer = { ...removed, at: '2026-11-26T17:30:00+01:00' };
    expect(inOrder([{ ...invited, at: at('16:45') }, summer])).toMatchObject([
      { event: 'Removed' },
      { event: 'Invited' },
    ]);
  });
});

describe('the status of a row', () => {
  const row = { id: 's', eventId: eventIdOf('s'), followUpDate: '2026-12-10' };

  it('is put right to what the Log says', () => {
    expect(statusToPutRight({ ...row, status: 'Waiting' }, [invited], today)).toBe('Invited');
    expect(statusToPutRight({ ...row, status: '' }, [invited, removed], today)).toBe('Removed');
    expect(statusToPutRight({ ...row, status: 'Invited' }, [invited], today)).toBe('');
  });

  it('waits while the Log says nothing and the follow-up is still to come', () => {
    expect(statusToPutRight({ ...row, status: 'Waiting' }, [], today)).toBe('');
    for (const status of ['', 'Invited', 'Cancelled'] as const)
      expect(statusToPutRight({ ...row, status }, [], today)).toBe('Waiting');
    expect(statusToPutRight({ ...row, followUpDate: today, status: 'Invited' }, [], today)).toBe('Waiting');
  });

  it('of the past is left as it is where the Log says nothing any more', () => {
    const past = { ...row, followUpDate: '2026-11-25' };
    expect(statusToPutRight({ ...past, status: 'Invited' }, [], today)).toBe('');
    expect(statusToPutRight({ ...past, status: '' }, [], today)).toBe('Waiting');
  });

  it('of a row without an event of its own is nobody’s to put right', () => {
    for (const eventId of ['', 'pasted', eventIdOf('another')])
      expect(statusToPutRight({ ...row, eventId, status: 'Invited' }, [removed], today)).toBe('');
  });
});

it('an invitation has waited for long once nothing was done about it yesterday or today', () => {
  const since = (savedAt: string, ...lines: string[]) =>
    isLongAgo(
      { savedAt: `${savedAt}T16:00:00+00:00` },
      lines.map((when) => ({ ...replanned, at: `${when}T16:00:00+00:00` })),
      today,
    );
  expect([since('2026-11-24'), since('2026-11-25'), since('2026-11-26')]).toEqual([true, false, false]);
  expect([since('2026-11-20', '2026-11-25'), since('2026-11-20', '2026-11-24', '2026-11-23')]).toEqual([false, true]);
  expect(isLongAgo({ savedAt: '2026-11-24' }, undefined, today)).toBe(true);
});

describe('rows', () => {
  const placed = (id: string, where: number): Placed<{ id: string }> => ({ row: { id }, at: where });

  it('with one id are twins; rows without an id are not', () => {
    const rows = [placed('a', 2), placed('b', 3), placed('a', 4), placed('', 5), placed('', 6), placed('a', 7)];
    expect(twins(rows).map((same) => same.map((each) => each.at))).toEqual([[2, 4, 7]]);
  });

  const line = (session: string, when: string, where: number, event: 'Invited' | 'Removed' = 'Invited') => ({
    row: { at: `${when}T10:00:00+00:00`, who: 'a', event, session },
    at: where,
  });

  it('that are gone are known from their last line in the Log, however it is sorted', () => {
    const lines = [
      line('gone', '2026-11-20', 2, 'Removed'),
      line('gone', '2026-11-19', 3),
      line('here', '2026-11-20', 4),
    ];
    expect(missingRows([placed('here', 2)], lines, today)).toEqual([lines[0]]);
    expect(missingRows([placed('here', 2)], [...lines].reverse(), today)).toEqual([lines[0]]);
    expect(missingRows([placed('here', 2), placed('gone', 3)], lines, today)).toEqual([]);
    const together = [line('gone', '2026-11-20', 2), line('gone', '2026-11-20', 3, 'Removed')];
    expect(missingRows([], together, today)).toEqual([together[1]]);
  });

  it('that went sixty-one days ago are left alone, and so are lines about no session', () => {
    expect(missingRows([], [line('gone', '2026-09-27', 2)], today)).toHaveLength(1);
    expect(missingRows([], [line('gone', '2026-09-26', 2), line('', '2026-11-20', 3)], today)).toEqual([]);
  });

  it('have their lines side by side', () => {
    expect([...bySession([invited, { ...removed, session: 't' }, edited])]).toEqual([
      ['s', [invited, edited]],
      ['t', [{ ...removed, session: 't' }]],
    ]);
  });
});
