import { useCallback, useEffect, useRef, useState } from 'preact/hooks';
import { become, keep, targetOf } from './address.ts';
import { ask } from './ask.ts';
import { Bar, type View } from './bar.tsx';
import { Calendar } from './calendar.tsx';
import { Alert, AskWhen, Confirm, Dialog, Toast } from './dialogs.tsx';
import { AddonFrame, type FrameHost } from './frame.tsx';
import { type Grid, openGrid } from './grid.ts';
import type { Live } from './live.ts';
import type { CalendarAct, CalendarEntry, ClockAct, ClockFace, MenuLine, Person, Push, Shown } from './protocol.ts';

type Kind<K extends Shown['kind']> = Extract<Shown, { kind: K }>;
type Question = { title: string; text: string; act: string; go: () => void };

interface AppProps {
  readonly people: readonly Person[];
  readonly person: Person;
  readonly live: Live;
  readonly workbook: Extract<Push, { type: 'workbook' }>;
  readonly address: URLSearchParams;
}

/** One window: a person, the sheet or their calendar, and the add-on beside it. */
export function Page({ people, person, live, workbook, address }: AppProps) {
  const [view, setView] = useState<View>(address.get('view') === 'calendar' ? 'calendar' : 'sheet');
  const [clock, setClock] = useState<ClockFace>(workbook.clock);
  const [menu, setMenu] = useState<readonly MenuLine[]>([]);
  const [entries, setEntries] = useState<readonly CalendarEntry[]>([]);
  const [wanted, setWanted] = useState(address.get('event'));
  const [sidebar, setSidebar] = useState<(Kind<'sidebar'> & { opened: number }) | null>(null);
  const [dialog, setDialog] = useState<Kind<'dialog'> | null>(null);
  const [alerts, setAlerts] = useState<readonly Kind<'alert'>[]>([]);
  const [toasts, setToasts] = useState<readonly Kind<'toast'>[]>([]);
  const [question, setQuestion] = useState<Question | null>(null);
  const [settingTime, setSettingTime] = useState(false);
  const [working, setWorking] = useState('');
  const [cell, setCell] = useState('');
  const [everybody, setEverybody] = useState(people);
  const place = useRef<HTMLDivElement>(null);
  const grid = useRef<Grid | null>(null);

  const alert = useCallback((text: string, title = '') => {
    setAlerts((before) => [...before, { kind: 'alert', title, text, answered: 'OK' }]);
  }, []);
  const toast = useCallback((shown: Kind<'toast'>) => {
    setToasts((before) => [...before, shown]);
    setTimeout(() => setToasts((now) => now.filter((other) => other !== shown)), 5000);
  }, []);
  const trouble = useCallback(
    (error: unknown) => alert(error instanceof Error ? error.message : String(error)),
    [alert],
  );
  const show = useCallback(
    (shown: readonly Shown[]) => {
      for (const one of shown) {
        if (one.kind === 'sidebar') setSidebar({ ...one, opened: performance.now() });
        else if (one.kind === 'dialog') setDialog(one);
        else if (one.kind === 'alert') setAlerts((before) => [...before, one]);
        else toast(one);
      }
    },
    [toast],
  );

  const refresh = useCallback(() => {
    ask.calendar(person.email).then(setEntries, trouble);
  }, [person, trouble]);

  useEffect(() => {
    ask.menu(person.email).then(setMenu, trouble);
    refresh();
    return live.hear((push) => {
      if (push.type === 'again') location.reload();
      if (push.type === 'calendar') refresh();
      if (push.type === 'clock') {
        setClock(push.clock);
        grid.current?.setTime(push.clock);
      }
    });
  }, [person, live, refresh, trouble]);

  useEffect(() => {
    if (!place.current) return;
    const notify = (text: string) => toast({ kind: 'toast', title: '', text });
    const confirm = (text: string, go: () => void) => setQuestion({ title: 'Heads up!', text, act: 'Edit anyway', go });
    openGrid({ place: place.current, live, workbook, person, selected: setCell, notify, refuse: alert, confirm }).then(
      (opened) => {
        grid.current = opened;
        const tab = address.get('tab');
        if (tab && !opened.show(tab, address.get('range'))) notify(`There is no tab named “${tab}”.`);
      },
      trouble,
    );
  }, [live, workbook, person, address, toast, alert, trouble]);

  const follow = async (link: string) => {
    const target = targetOf(link);
    if (!target) window.open(link, '_blank', 'noopener');
    else if ('event' in target) {
      setWanted(target.event);
      setView('calendar');
    } else {
      setView('sheet');
      const { id } = await ask.tab(target.gid);
      if (id) grid.current?.select(id, target.range);
      else alert('That tab is no longer there.');
    }
  };

  const choose = async ({ fn, text }: MenuLine) => {
    if (!fn) return;
    setWorking(`Running “${text}”…`);
    try {
      const reply = await ask.run({ fn, args: [], as: person.email, kind: 'menu' });
      show(reply.shown);
      if (reply.error !== null) alert(reply.error);
    } catch (error) {
      trouble(error);
    } finally {
      setWorking('');
    }
  };

  const host = (close: () => void): FrameHost => ({
    close,
    focus: () => grid.current?.focus(),
    follow: (link) => void follow(link).catch(trouble),
    run: async (fn, args) => {
      await new Promise((later) => setTimeout(later, Number(address.get('slow') ?? 0)));
      try {
        const reply = await ask.run({ fn, args, as: person.email, kind: 'client' });
        show(reply.shown);
        return reply;
      } catch {
        // The words the failure handler hears when the browser could not reach Google.
        return { value: null, error: 'NetworkError: Connection failure due to HTTP 0' };
      }
    },
  });

  const tell = (act: ClockAct) => void ask.clock(act).catch(trouble);
  const actOn = (act: CalendarAct) => void ask.act(act).catch(trouble);
  const [first] = alerts;

  return (
    <div class="page">
      <Bar
        people={everybody}
        person={person}
        clock={clock}
        view={view}
        menu={menu}
        lookAround={() => void ask.people().then(setEverybody, trouble)}
        become={(email) => become(email, address)}
        show={(next) => {
          setView(next);
          keep(address, 'view', next === 'calendar' ? next : null);
        }}
        choose={(line) => void choose(line)}
        later={(days) => tell({ days })}
        setTime={() => setSettingTime(true)}
        download={() => void grid.current?.download().catch(trouble)}
        startAgain={() =>
          setQuestion({
            title: 'Start again?',
            text: 'The workbook, every calendar and the time go back to how they were at the very beginning, in every open window. What you have done since is gone.',
            act: 'Start again',
            go: () => {
              setWorking('Starting again…');
              void ask
                .again()
                .catch(trouble)
                .finally(() => setWorking(''));
            },
          })
        }
      />
      <div class="left">
        <section class="grid" inert={view !== 'sheet'} ref={place} aria-label="Sheet" />
        {view === 'calendar' && (
          <Calendar
            person={person.email}
            personName={person.name}
            today={clock.day}
            entries={entries}
            wanted={wanted}
            act={actOn}
            follow={(link) => void follow(link).catch(trouble)}
          />
        )}
      </div>
      {sidebar && (
        <aside class="sidebar" aria-label={sidebar.title}>
          <header>
            <h2>{sidebar.title}</h2>
            <button type="button" class="round" aria-label="Close the sidebar" onClick={() => setSidebar(null)}>
              ✕
            </button>
          </header>
          <AddonFrame
            key={sidebar.opened}
            {...sidebar}
            person={person.email}
            clock={clock}
            host={host(() => setSidebar(null))}
          />
        </aside>
      )}
      {dialog && (
        <Dialog title={dialog.title} width={dialog.width + 48} close={() => setDialog(null)}>
          <AddonFrame {...dialog} person={person.email} clock={clock} host={host(() => setDialog(null))} />
        </Dialog>
      )}
      {first && (
        <Alert key={alerts.length} {...first} close={() => setAlerts((all) => all.filter((a) => a !== first))} />
      )}
      {question && (
        <Confirm
          {...question}
          close={() => setQuestion(null)}
          go={() => {
            setQuestion(null);
            question.go();
          }}
        />
      )}
      {settingTime && (
        <AskWhen
          title="What time is it?"
          act="Set the time"
          day={clock.day}
          time={clock.time}
          close={() => setSettingTime(false)}
          go={(day, time) => {
            setSettingTime(false);
            tell({ day, time });
          }}
        />
      )}
      <output class="unseen" aria-label="Selected cell">
        {cell}
      </output>
      <div class="toasts" aria-live="polite">
        {toasts.map((one) => (
          <Toast key={one} {...one} close={() => setToasts((all) => all.filter((other) => other !== one))} />
        ))}
      </div>
      {working && (
        <p class="working" role="status">
          {working}
        </p>
      )}
    </div>
  );
}
