import { useEffect, useRef, useState } from 'preact/hooks';
import type { Period } from '../../src/domain/staff.ts';
import { refusalOf, server, whyNot, type YearStart } from '../server.ts';
import { Act, Block, Notes, View } from '../views/page.tsx';
import { count } from '../words.ts';

const parts = 6;

/** Where the director starts a new school year: its term dates, what is carried on, and how far the rest has come. */
export function YearsView({ goHome }: { goHome: () => void }) {
  const [start, setStart] = useState<YearStart>();
  const [dates, setDates] = useState<readonly Period[]>([]);
  const [letGo, setLetGo] = useState<readonly string[]>([]);
  const [at, setAt] = useState<{ readonly done: number; readonly next: string }>();
  const [going, setGoing] = useState(false);
  const [notes, setNotes] = useState<readonly string[]>([]);
  const [told, setTold] = useState('');
  const stopped = useRef(false);
  useEffect(() => {
    void look();
    return stop;
  }, []);

  async function look(): Promise<void> {
    setTold('');
    await server.years.read().then(
      (read) => {
        setStart(read);
        setDates(read.dates);
        if (read.state === 'under way') setAt({ done: 0, next: '' });
      },
      (thrown) => setTold(whyNot(thrown)),
    );
  }

  async function begin(closing: string): Promise<void> {
    setTold('');
    try {
      await server.years.begin({ closing, dates, letGo });
    } catch (thrown) {
      return setTold(refusalOf(thrown).message);
    }
    setAt({ done: 0, next: '' });
    // Not waited for: the button that began it is gone by now.
    void goOn('');
  }

  async function goOn(from: string): Promise<void> {
    stopped.current = false;
    setGoing(true);
    setTold('');
    let next = from;
    try {
      do {
        const more = await server.years.goOn(next);
        next = more.next;
        setAt({ done: more.done, next });
        setNotes((all) => [...all, ...more.told]);
      } while (next !== '' && !stopped.current);
    } catch (thrown) {
      setTold(whyNot(thrown));
    }
    setGoing(false);
  }

  function stop(): void {
    stopped.current = true;
  }

  const finished = at !== undefined && at.done === parts;
  return (
    <View
      title={start ? `School year ${start.opening}` : 'A new school year'}
      goHome={goHome}
      working={going}
      foot={foot()}
    >
      {told && (
        <p class="wrong" role="alert">
          {told}
        </p>
      )}
      {at && !finished && <progress aria-label="Archived" max={parts} value={at.done} />}
      <p class="between" role="status">
        {say()}
      </p>
      <Notes words={notes} />
      {start?.state === 'to begin' && !at && (
        <>
          <WhatHappens {...start} />
          <Dates {...{ dates, setDates }} opening={start.opening} />
          <Plans {...{ letGo, setLetGo }} plans={start.plans} />
        </>
      )}
    </View>
  );

  function foot() {
    if (!start) return told && <Act go={look}>Look again</Act>;
    if (start.state === 'done' || finished) return undefined;
    if (!at)
      return (
        <Act kind="act main" during="Beginning…" go={() => begin(start.closing)}>
          {`Archive ${start.closing}`}
        </Act>
      );
    return going ? (
      <Act go={stop}>Stop</Act>
    ) : (
      <Act kind="act main" go={() => goOn(at.next)}>
        Go on
      </Act>
    );
  }

  function say(): string {
    if (!start) return told ? '' : 'Looking…';
    if (finished) return `${start.closing} is archived, and ${start.opening} has begun.`;
    if (start.state === 'done') return `${start.closing} is archived already. There is nothing left to do.`;
    if (!at) return '';
    return going || at.done > 0
      ? `${at.done} of ${parts} tabs archived. Colleagues can save meanwhile.`
      : `Archiving ${start.closing} was begun. Go on: nothing is lost or doubled by stopping.`;
  }
}

function WhatHappens({ closing, going, staying }: YearStart) {
  const says = [
    `${count(going, 'session')} of ${closing} and before go to tabs of their own in this sheet, with their steps, evidence and Log. Each is copied and looked at before it is taken off.`,
    staying === 0
      ? 'No follow-up is still to come.'
      : `${count(staying, 'session')} ${staying === 1 ? 'stays' : 'stay'}: the follow-up is still to come, or the plan is carried on.`,
    'Impact counts what is on its tabs, so the summer holiday is a good time. The totals are kept on the Years tab.',
  ];
  return (
    <Block name="What happens">
      {says.map((each) => (
        <p class="quiet between" key={each}>
          {each}
        </p>
      ))}
    </Block>
  );
}

interface DatesProps {
  readonly opening: string;
  readonly dates: readonly Period[];
  readonly setDates: (dates: readonly Period[]) => void;
}

function Dates({ opening, dates, setDates }: DatesProps) {
  if (dates.length === 0) return <Notes words={[`Term dates has ${opening} already, or nothing to go by.`]} />;
  const change = (index: number, part: Partial<Period>): void =>
    setDates(dates.map((each, at) => (at === index ? { ...each, ...part } : each)));
  return (
    <Block name="Term dates" detail="proposed">
      <p class="quiet">
        Last year’s, on the same weekdays. Put them right by the school’s calendar; one without a first day is left out.
      </p>
      {dates.map((period, index) => (
        <fieldset class="field" key={`${period.kind} ${period.name}`}>
          <legend>
            {period.name}
            {period.kind !== 'Half-term' && ` · ${period.kind}`}
          </legend>
          <div class="pair">
            {(['first', 'last'] as const).map((which) => (
              <input
                key={which}
                type="date"
                aria-label={`${period.name}, ${which} day`}
                value={period[which]}
                onInput={(event) => change(index, { [which]: event.currentTarget.value })}
              />
            ))}
          </div>
        </fieldset>
      ))}
    </Block>
  );
}

interface PlansProps {
  readonly plans: YearStart['plans'];
  readonly letGo: readonly string[];
  readonly setLetGo: (ids: readonly string[]) => void;
}

function Plans({ plans, letGo, setLetGo }: PlansProps) {
  if (plans.length === 0) return null;
  return (
    <Block name="Plans to carry on">
      {plans.map(({ id, words }) => (
        <label class="tick" key={id}>
          <input
            type="checkbox"
            checked={!letGo.includes(id)}
            onChange={() => setLetGo(letGo.includes(id) ? letGo.filter((each) => each !== id) : [...letGo, id])}
          />
          <span>{words}</span>
        </label>
      ))}
      <p class="quiet">Those without a tick are archived with the year.</p>
    </Block>
  );
}
