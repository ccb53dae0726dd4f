import { MenuButton } from './menu.tsx';
import type { ClockFace, MenuLine, Person } from './protocol.ts';

export type View = 'sheet' | 'calendar';

interface BarProps {
  readonly people: readonly Person[];
  readonly person: Person;
  readonly clock: ClockFace;
  readonly view: View;
  readonly menu: readonly MenuLine[];
  /** The Staff tab may have changed since the window opened. */
  readonly lookAround: () => void;
  readonly become: (email: string) => void;
  readonly show: (view: View) => void;
  readonly choose: (line: MenuLine) => void;
  readonly later: (days: number) => void;
  readonly setTime: () => void;
  readonly download: () => void;
  readonly startAgain: () => void;
}

/** The bar over the page: what Google's own header would give, and the two things only a local workbook has. */
export function Bar(props: BarProps) {
  const { people, person, clock, view, menu } = props;
  const groups = [...new Set(people.map(({ group }) => group))];
  return (
    <header class="bar">
      <svg class="logo" viewBox="0 0 40 40" aria-hidden="true">
        <path d="M9 4h16l8 8v22a2 2 0 0 1-2 2H9a2 2 0 0 1-2-2V6a2 2 0 0 1 2-2z" fill="#188038" />
        <path d="M25 4l8 8h-8z" fill="#0d652d" />
        <path d="M13 18h14v12H13zM13 22h14M13 26h14M20 18v12" fill="none" stroke="#fff" stroke-width="1.8" />
      </svg>
      <div class="bar-left">
        <p class="product">
          STRIDE Coaching <span>local workbook</span>
        </p>
        <nav aria-label="Workbook">
          <fieldset class="views" aria-label="View">
            <button type="button" aria-pressed={view === 'sheet'} onClick={() => props.show('sheet')}>
              Sheet
            </button>
            <button type="button" aria-pressed={view === 'calendar'} onClick={() => props.show('calendar')}>
              Calendar
            </button>
          </fieldset>
          <MenuButton name="Extensions" lines={menu} choose={props.choose} />
          <button type="button" class="menu-button" onClick={props.download}>
            Download .xlsx
          </button>
          <button type="button" class="menu-button" onClick={props.startAgain}>
            Start again
          </button>
        </nav>
      </div>
      <div class="bar-right">
        <fieldset class="bar-field">
          <legend>What time it is</legend>
          <output aria-label="What time it is">{clock.text}</output>
          <span class="steps">
            <button type="button" aria-label="1 day later" onClick={() => props.later(1)}>
              +1 day
            </button>
            <button type="button" aria-label="1 week later" onClick={() => props.later(7)}>
              +1 week
            </button>
            <button type="button" aria-label="Set the time" onClick={props.setTime}>
              Set…
            </button>
          </span>
        </fieldset>
        <label class="bar-field">
          <span>Who you are</span>
          <select
            value={person.email}
            onFocus={props.lookAround}
            onChange={(event) => props.become(event.currentTarget.value)}
          >
            {groups.map((group) => (
              <optgroup key={group} label={group}>
                {people
                  .filter((other) => other.group === group)
                  .map(({ email, name }) => (
                    <option key={email} value={email}>
                      {name}
                    </option>
                  ))}
              </optgroup>
            ))}
          </select>
        </label>
        <span class="face" aria-hidden="true">
          {initials(person.name)}
        </span>
      </div>
    </header>
  );
}

const initials = (name: string): string =>
  name
    .split(/\s+/)
    .filter((word) => !/^(Mr|Mrs|Ms|Miss|Mx|Dr)\.?$/.test(word))
    .map((word) => word.charAt(0))
    .slice(0, 2)
    .join('')
    .toUpperCase();
