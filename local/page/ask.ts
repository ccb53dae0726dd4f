import type { CalendarAct, CalendarEntry, ClockAct, MenuLine, Person, RunReply, RunRequest } from './protocol.ts';

/** Everything a window may ask the server, by name. */
export const ask = {
  people: (): Promise<Person[]> => get('/people'),
  menu: (as: string): Promise<MenuLine[]> => get(`/menu?as=${encodeURIComponent(as)}`),
  calendar: (as: string): Promise<CalendarEntry[]> => get(`/calendar?as=${encodeURIComponent(as)}`),
  tab: (gid: string): Promise<{ id: string | null }> => get(`/tab?gid=${encodeURIComponent(gid)}`),
  run: (request: RunRequest): Promise<RunReply> => post('/run', request),
  act: (act: CalendarAct): Promise<null> => post('/calendar', act),
  clock: (act: ClockAct): Promise<null> => post('/clock', act),
  again: (): Promise<null> => post('/again', null),
};

async function get<T>(path: string): Promise<T> {
  return read<T>(await fetch(path));
}

async function post<T>(path: string, body: unknown): Promise<T> {
  const headers = { 'content-type': 'application/json' };
  return read<T>(await fetch(path, { method: 'POST', headers, body: JSON.stringify(body) }));
}

async function read<T>(answer: Response): Promise<T> {
  if (!answer.ok) throw new Error(await answer.text());
  // The shapes are protocol.ts on both sides of this one call.
  return (await answer.json()) as T;
}
