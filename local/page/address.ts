/** Makes the window somebody else's: at Google's that is another browser, so it starts over as them. */
export function become(email: string, address: URLSearchParams): void {
  const next = new URLSearchParams(address);
  next.set('as', email);
  next.delete('event');
  location.search = next.toString();
}

/** Writes something about the window into its address, so that it is still so after loading it again. */
export function keep(address: URLSearchParams, name: string, value: string | null): void {
  if (value === null) address.delete(name);
  else address.set(name, value);
  history.replaceState(null, '', `?${address}`);
}

/** Where a link from the add-on leads on this page: to cells of a tab, to an event, or away. */
export function targetOf(link: string): { gid: string; range: string } | { event: string } | null {
  const url = new URL(link);
  const hash = new URLSearchParams(url.hash.slice(1));
  const gid = hash.get('gid');
  if (gid !== null) return { gid, range: hash.get('range') ?? 'A1' };
  const event = eventOf(url);
  return event === null ? null : { event };
}

// Google's link to an event carries base64 of "event-id calendar-id".
function eventOf(url: URL): string | null {
  const eid = url.searchParams.get('eid');
  if (!eid) return null;
  return atob(eid.replace(/-/g, '+').replace(/_/g, '/')).split(' ')[0] ?? null;
}
