import { type Attendee, type CalendarEvent, dateTimeIn, instant, OWN, SHARED } from './calendar-event.ts';
import type { Clock } from './clock.ts';

/** A message Google sends about an event. */
export interface Mail {
  readonly to: string;
  readonly from: string;
  readonly kind: 'invitation' | 'update' | 'cancellation' | 'answer';
  readonly event: string;
  readonly summary: string;
  readonly at: string;
}

/** Everybody's calendars, as they are kept in a file. */
export interface SavedCalendars {
  readonly events: Record<string, readonly (CalendarEvent & { changed: number })[]>;
  readonly mails: readonly Mail[];
  readonly turn: number;
}

/** How the calendar service can be out of order. */
export type CalendarFault = 'absent' | 'disabled' | 'quota' | 'rate' | 'down';

/** An event in one calendar, with the turn in which it last changed. */
export type StoredEvent = CalendarEvent & { readonly changed: number };

type Answer = Attendee['responseStatus'];

/** Everybody's calendar, and what people do in theirs. */
export class Calendars {
  readonly mails: Mail[];
  /** Set to make the service fail as Google's does; null is in order. */
  off: CalendarFault | null = null;
  /** Sync tokens from before this turn are no longer good. */
  oldestSync = 0;
  /** Of people whose own calendar is set to another time zone than the school's. */
  readonly zones = new Map<string, string>();
  readonly #copies = new Map<string, Map<string, StoredEvent>>();
  #turn: number;

  constructor(
    readonly clock: Clock,
    readonly zone: string,
    readonly changed: () => void,
    saved?: SavedCalendars,
  ) {
    this.mails = [...(saved?.mails ?? [])];
    this.#turn = saved?.turn ?? 0;
    for (const [person, events] of Object.entries(saved?.events ?? {})) {
      this.#copies.set(person, new Map(events.map((event) => [event.id, event])));
    }
  }

  /** The same calendars for another world, in which they then go their own way. */
  copy(clock: Clock, changed: () => void): Calendars {
    const made = new Calendars(clock, this.zone, changed);
    made.mails.push(...this.mails);
    made.off = this.off;
    made.oldestSync = this.oldestSync;
    for (const [person, zone] of this.zones) made.zones.set(person, zone);
    made.#turn = this.#turn;
    for (const [person, copies] of this.#copies) made.#copies.set(person, new Map(copies));
    return made;
  }

  /** The last turn in which anything changed. */
  get turn(): number {
    return this.#turn;
  }

  /** The events in a person's calendar that are not cancelled, in order of time. */
  list(person: string): CalendarEvent[] {
    return this.all(person)
      .filter(({ status }) => status !== 'cancelled')
      .sort((a, b) => instant(a.start) - instant(b.start));
  }

  /** Everything in a person's calendar, the cancelled too. */
  all(person: string): StoredEvent[] {
    return [...this.#calendar(person).values()];
  }

  /** One event as it stands in a person's calendar. */
  find(person: string, id: string): StoredEvent | undefined {
    return this.#calendar(person).get(id);
  }

  /** A person answers an invitation. */
  respond(person: string, id: string, answer: Answer, comment?: string): void {
    const event = this.#mustHave(person, id);
    const attendees = (event.attendees ?? []).map((guest) =>
      guest.email === person
        ? { ...guest, responseStatus: answer, ...(comment === undefined ? {} : { comment }) }
        : guest,
    );
    this.put(event.organizer.email, { ...this.#mustHave(event.organizer.email, id), attendees });
    this.#mail(event, 'answer', person, [event.organizer.email]);
  }

  /** The organiser moves an event; every guest is told and asked anew. */
  move(person: string, id: string, start: string, end?: string): void {
    const event = this.#organised(person, id);
    const length = instant(event.end) - instant(event.start);
    const from = Date.parse(start);
    const until = end === undefined ? from + length : Date.parse(end);
    const asked = (event.attendees ?? []).map(
      (guest): Attendee => (guest.organizer ? guest : { ...guest, responseStatus: 'needsAction' }),
    );
    const time = (moment: number) => ({ dateTime: dateTimeIn(this.zone, moment), timeZone: this.zone });
    this.put(person, { ...event, start: time(from), end: time(until), attendees: asked, sequence: event.sequence + 1 });
    this.tell(event, 'update', 'all');
  }

  /** A person deletes an event: the organiser for everybody, a guest for themselves, which declines it. */
  remove(person: string, id: string): void {
    const event = this.#mustHave(person, id);
    if (event.organizer.email === person) {
      this.put(person, { ...event, status: 'cancelled' });
      this.tell(event, 'cancellation', 'all');
      return;
    }
    this.respond(person, id, 'declined');
    this.#store(person, { ...this.#mustHave(person, id), status: 'cancelled' });
  }

  /** Stores the organiser's event and brings every guest's copy up to date. */
  put(organiser: string, event: CalendarEvent): StoredEvent {
    const before = this.find(organiser, event.id)?.attendees ?? [];
    const stored = this.#store(organiser, event);
    const guests = (stored.attendees ?? []).filter(({ email }) => email !== organiser);
    for (const { email } of guests) this.#store(email, this.#copyFor(email, stored));
    for (const { email } of before) {
      const copy = this.find(email, event.id);
      if (email !== organiser && copy && !guests.some((guest) => guest.email === email)) {
        this.#store(email, { ...copy, status: 'cancelled' });
      }
    }
    return stored;
  }

  /** Changes what a guest's copy has to itself. */
  putOwn(person: string, event: CalendarEvent): StoredEvent {
    return this.#store(person, event);
  }

  /** Writes to the guests of an event: to all, to those outside the organiser's domain, or to nobody. */
  tell(event: CalendarEvent, kind: Mail['kind'], sendUpdates: string): void {
    const domain = (email: string): string => email.split('@')[1] ?? '';
    const organiser = event.organizer.email;
    const guests = (event.attendees ?? []).map(({ email }) => email).filter((email) => email !== organiser);
    const told =
      sendUpdates === 'externalOnly' ? guests.filter((email) => domain(email) !== domain(organiser)) : guests;
    if (sendUpdates === 'all' || sendUpdates === 'externalOnly') this.#mail(event, kind, organiser, told);
  }

  /** What must be kept for the next time. */
  save(): SavedCalendars {
    const events = Object.fromEntries([...this.#copies].map(([person, copies]) => [person, [...copies.values()]]));
    return { events, mails: this.mails, turn: this.#turn };
  }

  #calendar(person: string): Map<string, StoredEvent> {
    const calendar = this.#copies.get(person) ?? new Map<string, StoredEvent>();
    this.#copies.set(person, calendar);
    return calendar;
  }

  #mustHave(person: string, id: string): StoredEvent {
    const event = this.find(person, id);
    if (!event) throw new Error(`${person} has no event ${id}.`);
    return event;
  }

  #organised(person: string, id: string): StoredEvent {
    const event = this.#mustHave(person, id);
    if (event.organizer.email !== person) throw new Error('Only the organiser can move an event.');
    return event;
  }

  #store(person: string, event: CalendarEvent): StoredEvent {
    this.#turn += 1;
    const attendees = event.attendees?.map((guest): Attendee => {
      const { self: _, organizer: __, ...rest } = guest;
      return {
        ...rest,
        ...(guest.email === event.organizer.email && { organizer: true }),
        ...(guest.email === person && { self: true }),
      };
    });
    const stored: StoredEvent = {
      ...event,
      ...(attendees && { attendees }),
      organizer: { email: event.organizer.email, ...(event.organizer.email === person && { self: true }) },
      etag: `"${this.#turn}"`,
      updated: new Date(this.clock.now()).toISOString(),
      changed: this.#turn,
    };
    this.#calendar(person).set(event.id, stored);
    this.changed();
    return stored;
  }

  /** A guest who took the event out of their calendar does not get it back by a change of the organiser's. */
  #copyFor(person: string, event: CalendarEvent): CalendarEvent {
    const old = this.find(person, event.id);
    const keep = Object.fromEntries(OWN.flatMap((key) => (old?.[key] === undefined ? [] : [[key, old[key]]])));
    const shared = Object.fromEntries(SHARED.map((key) => [key, event[key]]));
    const { extendedProperties } = event;
    const declined = event.attendees?.find(({ email }) => email === person)?.responseStatus === 'declined';
    const status =
      event.status === 'cancelled' || (old?.status === 'cancelled' && declined) ? 'cancelled' : event.status;
    const { shared: sharedProperties } = extendedProperties ?? {};
    const { source: _, reminders: __, extendedProperties: ___, ...base } = event;
    return {
      ...base,
      ...keep,
      ...shared,
      status,
      ...(sharedProperties && { extendedProperties: { shared: sharedProperties } }),
    };
  }

  #mail(event: CalendarEvent, kind: Mail['kind'], from: string, to: readonly string[]): void {
    const at = new Date(this.clock.now()).toISOString();
    for (const email of to)
      this.mails.push({ to: email, from, kind, event: event.id, summary: event.summary ?? '', at });
    this.changed();
  }
}
