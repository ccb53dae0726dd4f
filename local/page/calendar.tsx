import { useEffect, useRef, useState } from 'preact/hooks';
import { sayDay } from '../../src/domain/days.ts';
import { AskWhen, Confirm } from './dialogs.tsx';
import type { Answer, CalendarAct, CalendarEntry } from './protocol.ts';

interface CalendarProps {
  readonly person: string;
  readonly personName: string;
  readonly today: string;
  readonly entries: readonly CalendarEntry[];
  /** The event a link asked for. */
  readonly wanted: string | null;
  readonly act: (act: CalendarAct) => void;
  readonly follow: (link: string) => void;
}

/** One person's calendar as a list of days, with what they may do to each event. */
export function Calendar({ person, personName, today, entries, wanted, act, follow }: CalendarProps) {
  const [earlier, setEarlier] = useState(false);
  const past = entries.filter((entry) => entry.day < today);
  const shown = earlier || past.some((entry) => entry.id === wanted) ? entries : entries.filter((e) => e.day >= today);
  const days = [...new Set(shown.map((entry) => entry.day))];
  return (
    <main class="calendar" aria-label="Calendar">
      <header>
        <h1>{personName}’s calendar</h1>
        {past.length > 0 && (
          <button type="button" class="quiet-act" aria-pressed={earlier} onClick={() => setEarlier(!earlier)}>
            {earlier ? 'From today only' : `Show ${past.length} earlier`}
          </button>
        )}
      </header>
      {days.length === 0 && (
        <p class="nothing">Nothing from today on. A follow-up to which {personName} is invited shows here.</p>
      )}
      {days.map((day) => (
        <section key={day} class="day" aria-label={sayDay(day, today)}>
          <h2 class={day === today ? 'today' : undefined}>
            {sayDay(day, today)}
            {day === today && ' · today'}
          </h2>
          <ul>
            {shown
              .filter((entry) => entry.day === day)
              .map((entry) => (
                <Entry
                  key={entry.id}
                  entry={entry}
                  person={person}
                  wanted={entry.id === wanted}
                  act={act}
                  follow={follow}
                />
              ))}
          </ul>
        </section>
      ))}
    </main>
  );
}

interface EntryProps {
  readonly entry: CalendarEntry;
  readonly person: string;
  readonly wanted: boolean;
  readonly act: (act: CalendarAct) => void;
  readonly follow: (link: string) => void;
}

function Entry({ entry, person, wanted, act, follow }: EntryProps) {
  const item = useRef<HTMLLIElement>(null);
  useEffect(() => {
    if (wanted) item.current?.scrollIntoView({ block: 'center' });
  }, [wanted]);
  const file = `/event.ics?as=${encodeURIComponent(person)}&id=${encodeURIComponent(entry.id)}`;
  return (
    <li ref={item} class={wanted ? 'event wanted' : 'event'}>
      <p class="event-time">
        {entry.from ? `${entry.from} – ${entry.to}` : 'All day'}
        {entry.from && <span>{sayMinutes(entry.minutes)}</span>}
      </p>
      <div class="event-body">
        <h3>{entry.title}</h3>
        <p class="event-organiser">Organised by {entry.mine ? 'you' : entry.organiser}</p>
        {entry.description && <Description text={entry.description} follow={follow} />}
        {entry.guests.length > 0 && (
          <ul class="guests" aria-label="Guests">
            {entry.guests.map((guest) => (
              <li key={guest.email} class={guest.answer}>
                <span>{guest.name}</span>
                <span class="guest-answer">{guest.organiser ? 'organiser' : said[guest.answer]}</span>
                {guest.comment && <q>{guest.comment}</q>}
              </li>
            ))}
          </ul>
        )}
        {entry.mine ? (
          <OrganiserActs entry={entry} person={person} file={file} act={act} />
        ) : (
          <GuestActs entry={entry} person={person} file={file} act={act} />
        )}
      </div>
    </li>
  );
}

const sayMinutes = (minutes: number): string =>
  minutes < 60 ? `${minutes} min` : `${Math.floor(minutes / 60)} h${minutes % 60 ? ` ${minutes % 60} min` : ''}`;

// As in Google's calendar an address in the text is a link; one to the sheet goes to the sheet on this page.
function Description({ text, follow }: { readonly text: string; readonly follow: (link: string) => void }) {
  const go = (event: MouseEvent & { currentTarget: HTMLAnchorElement }) => {
    event.preventDefault();
    follow(event.currentTarget.href);
  };
  const pieces = text.split(/(https?:\/\/[^\s<>"]+)/).map((piece, place) =>
    place % 2 ? (
      <a key={piece} href={piece} onClick={go}>
        {piece}
      </a>
    ) : (
      piece
    ),
  );
  return <p class="event-text">{pieces}</p>;
}

const said: Record<Answer, string> = {
  needsAction: 'not answered yet',
  accepted: 'coming',
  tentative: 'maybe',
  declined: 'not coming',
};

interface ActsProps {
  readonly entry: CalendarEntry;
  readonly person: string;
  readonly file: string;
  readonly act: (act: CalendarAct) => void;
}

function GuestActs({ entry, person, file, act }: ActsProps) {
  const [note, setNote] = useState(entry.guests.find((guest) => guest.email === person)?.comment ?? '');
  const answers = [
    ['accepted', 'Yes'],
    ['declined', 'No'],
    ['tentative', 'Maybe'],
  ] as const;
  return (
    <div class="event-acts">
      <fieldset class="going">
        <legend>Going?</legend>
        {answers.map(([answer, word]) => (
          <button
            key={answer}
            type="button"
            class="quiet-act"
            aria-pressed={entry.answer === answer}
            onClick={() => act({ act: 'answer', as: person, id: entry.id, answer, note })}
          >
            {word}
          </button>
        ))}
      </fieldset>
      <input
        aria-label="A note with your answer"
        placeholder="Add a note"
        value={note}
        onInput={(event) => setNote(event.currentTarget.value)}
      />
      <a class="quiet-act" href={file} download>
        Download .ics
      </a>
    </div>
  );
}

function OrganiserActs({ entry, person, file, act }: ActsProps) {
  const [asking, setAsking] = useState<'move' | 'remove' | null>(null);
  const close = () => setAsking(null);
  return (
    <div class="event-acts">
      <button type="button" class="quiet-act" onClick={() => setAsking('move')}>
        Move
      </button>
      <button type="button" class="quiet-act" onClick={() => setAsking('remove')}>
        Delete
      </button>
      <a class="quiet-act" href={file} download>
        Download .ics
      </a>
      {asking === 'move' && (
        <AskWhen
          title={`Move “${entry.title}”`}
          act="Move event"
          day={entry.day}
          time={entry.from}
          close={close}
          go={(day, time) => {
            close();
            act({ act: 'move', as: person, id: entry.id, day, time });
          }}
        />
      )}
      {asking === 'remove' && (
        <Confirm
          title={`Delete “${entry.title}”?`}
          text="It goes from every guest’s calendar."
          act="Delete event"
          close={close}
          go={() => {
            close();
            act({ act: 'remove', as: person, id: entry.id });
          }}
        />
      )}
    </div>
  );
}
