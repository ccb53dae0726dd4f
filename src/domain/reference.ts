/** What the add-on knows of the school in every request: its staff, teams, term dates and settings. */
import type { Day } from './days.ts';
import { UserError } from './errors.ts';
import { readSettings, type SettingRow, type Settings } from './settings.ts';
import type { Member, Period, Team } from './staff.ts';

export type Reference = {
  /** Members of staff with a usable address, one for each. */
  readonly staff: readonly Member[];
  readonly teams: readonly Team[];
  readonly periods: readonly Period[];
  readonly settings: Settings;
  /** What somebody should put right on the tabs, a sentence each. */
  readonly problems: readonly string[];
};

/** The rows of the four tabs as they are, put in order; every row that cannot be used is named in a sentence. */
export function makeReference(
  staff: readonly Member[],
  teams: readonly Team[],
  periods: readonly Period[],
  rows: readonly SettingRow[],
): Reference {
  const { settings, problems } = readSettings(rows);
  const tidied = staff.map((member) => ({ ...member, email: member.email.trim().toLowerCase() }));
  const known = new Map<string, Member>();
  for (const member of tidied) {
    if (member.email === '') problems.push(`Staff: ${member.name || 'a row'} has no email, so nobody can choose them.`);
    else if (!isAddress(member.email)) problems.push(`Staff: “${member.email}” is not an email address.`);
    else if (known.has(member.email)) problems.push(`Staff: ${member.email} stands there twice; the first row counts.`);
    else known.set(member.email, member);
  }
  const people = [...known.values()];
  const usable = teams.map(({ name, assistantHead }) => ({
    name: name.trim(),
    assistantHead: assistantHead.trim().toLowerCase(),
  }));
  for (const team of usable) {
    const why = whyNoAssistantHead(team, known);
    if (why !== '') problems.push(why);
  }
  for (const member of people) {
    const unknown = member.active && member.team !== '' && !usable.some((team) => team.name === member.team);
    if (unknown) problems.push(`Staff: ${member.name} is in “${member.team}”, which is not on the Teams tab.`);
  }
  const dated = periods.filter((period) => period.first !== '');
  if (dated.length < periods.length) problems.push('Term dates: a row has no first day, so it does not count.');
  for (const period of dated) {
    if (period.last !== '' && period.last < period.first) {
      problems.push(`Term dates: “${period.name}” ends before it begins.`);
    }
  }
  if (!dated.some((period) => period.kind === 'Half-term')) {
    problems.push('Term dates: no half-term is there yet, so dates cannot be kept inside term time.');
  }
  if (allowedDomains(settings).length === 0) {
    problems.push('Settings: “Domains that may be invited” is empty, so nobody can be invited to a follow-up.');
  }
  return { staff: people, teams: usable, periods: dated, settings, problems };
}

function whyNoAssistantHead(team: Team, staff: ReadonlyMap<string, Member>): string {
  if (team.assistantHead === '')
    return `Teams: ${team.name} has no assistant head, so none is invited to its follow-ups.`;
  const member = staff.get(team.assistantHead);
  if (!member) return `Teams: ${team.assistantHead}, assistant head of ${team.name}, is not on the Staff tab.`;
  return member.active ? '' : `Teams: ${member.name}, assistant head of ${team.name}, is no longer active.`;
}

/** Whoever has this address, or nobody. */
export function memberOf({ staff }: Reference, email: string): Member | undefined {
  return staff.find((member) => member.email === email.trim().toLowerCase());
}

/** The name of whoever has this address, or the address itself; of words that somebody pasted in its place, none. */
export function nameOf(reference: Reference, email: string): string {
  return memberOf(reference, email)?.name || (email === '' || isAddress(email) ? email : 'somebody');
}

/**
 * Refuses whoever Google does not name.
 * @throws UserError `forbidden`
 */
export function requireSignedIn(user: string): void {
  if (user !== '') return;
  throw new UserError(
    'forbidden',
    'Google does not say who is signed in. Open the sheet in a window with only your school account, then try again.',
  );
}

/**
 * The active member of staff who is signed in.
 * @throws UserError `forbidden`
 */
export function requireMember(reference: Reference, user: string): Member {
  requireSignedIn(user);
  const member = memberOf(reference, user);
  if (!member) {
    throw new UserError('forbidden', `${user} is not on the Staff tab. Ask the director of coaching to add you.`);
  }
  if (!member.active) {
    throw new UserError(
      'forbidden',
      `${member.name} is not marked as active on the Staff tab. Ask the director of coaching.`,
    );
  }
  return member;
}

/** The assistant head to whom a team is delegated, if there is one who is active. */
export function assistantHeadOf(reference: Reference, teamName: string): Member | undefined {
  const team = reference.teams.find(({ name }) => name === teamName);
  const member = team && team.assistantHead !== '' ? memberOf(reference, team.assistantHead) : undefined;
  return member?.active ? member : undefined;
}

export function allowedDomains(settings: Settings): string[] {
  return settings.domains
    .toLowerCase()
    .split(/[\s,;]+/)
    .filter((domain) => domain !== '');
}

/** Whether an address is in a domain that may be invited: exactly that domain, not one below or one that looks alike. */
export function isAllowed(email: string, settings: Settings): boolean {
  return isAddress(email) && allowedDomains(settings).includes(email.slice(email.lastIndexOf('@') + 1).toLowerCase());
}

/** Whether a text is an address; in plain ASCII on purpose, so that one which only looks like a colleague's is none. */
export function isAddress(text: string): boolean {
  return /^[a-z0-9._%+'-]+@[a-z0-9-]+(\.[a-z0-9-]+)+$/.test(text);
}

/** The last day that Term dates knows of, so that the form can say when it cannot tell. */
export function lastKnownDay({ periods }: Reference): Day {
  return periods.reduce((last, period) => (period.last > last ? period.last : last), '');
}
