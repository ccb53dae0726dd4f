import type { Call } from '../local/door.ts';
import { givenSchool, people, session } from './given.ts';

const reaching = (calls: readonly Call[]): string[] =>
  calls.filter(({ server }) => server).map(({ service, method }) => `${service}.${method}`);

describe('what the platform is asked for', () => {
  it('saving: one call of the sidebar, at most 8 that reach the server', () => {
    const { run } = givenSchool().ask(people.coach.email, 'sessions.save', session());
    expect(reaching(run.calls)).toEqual([
      'Lock.tryLock',
      'Range.getValues',
      'Range.getValues',
      'Sheet.appendRow',
      'SpreadsheetApp.flush',
      'Range.getValues',
      'Range.getValues',
    ]);
  });

  it('the invitation: at most 7 more, and no word to Calendar while others wait for the lock', () => {
    const school = givenSchool();
    school.save();
    const { run } = school.ask(people.coach.email, 'followUps.deliver', session().id);
    expect(reaching(run.calls)).toEqual([
      'Range.getValues',
      'Calendar.Events.insert',
      'Lock.tryLock',
      'Range.getValues',
      'Sheet.appendRow',
      'SpreadsheetApp.flush',
      'Range.getValues',
    ]);
  });

  it('opening: no call beyond the menu entry itself, and in that at most 6', () => {
    const school = givenSchool();
    school.save();
    const { calls } = school.world.run('openSidebar', [], { user: people.coach.email, kind: 'menu' });
    expect(reaching(calls)).toEqual([
      'Range.getValues',
      'Range.getValues',
      'Range.getValues',
      'Range.getValues',
      'Properties.getProperties',
      'Ui.showSidebar',
    ]);
  });

  it('loading the bundle: nothing at all', () => {
    const { calls } = givenSchool().world.run('nothingOfThisName', [], { user: people.coach.email, kind: 'client' });
    expect(calls).toEqual([]);
  });
});
