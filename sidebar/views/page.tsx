import type { ComponentChildren } from 'preact';
import { useLayoutEffect, useRef, useState } from 'preact/hooks';

interface ViewProps {
  readonly title: string;
  /** Sheets shows the same title above already: here it is for the ear alone. */
  readonly unseen?: boolean;
  /** The way back, above the title. */
  readonly goHome?: () => void;
  /** What it is called where it does not lead Home. */
  readonly back?: string | undefined;
  /** Something is under way that must not be left. */
  readonly working?: boolean;
  /** What stands beside the way back. */
  readonly beside?: ComponentChildren;
  readonly banner?: ComponentChildren;
  readonly foot?: ComponentChildren;
  /** The focus goes elsewhere when the view opens. */
  readonly quiet?: boolean;
  readonly children: ComponentChildren;
}

/** One view: its title above, its actions below, and the rest between, which scrolls. */
export function View({
  title,
  unseen,
  goHome,
  back = 'Home',
  working,
  beside,
  banner,
  foot,
  quiet,
  children,
}: ViewProps) {
  const heading = useRef<HTMLHeadingElement>(null);
  // So that the keyboard and the ear follow the eye.
  useLayoutEffect(() => {
    if (!quiet) heading.current?.focus();
  }, []);
  return (
    <div class="view">
      <header class={unseen ? 'unseen' : ''}>
        {goHome && (
          <p class="line">
            <Act kind="link" off={working} go={() => goHome()}>
              ‹ {back}
            </Act>
            {beside}
          </p>
        )}
        <h1 ref={heading} tabIndex={-1}>
          {title}
        </h1>
      </header>
      {banner}
      <main>{children}</main>
      {foot && <footer>{foot}</footer>}
    </div>
  );
}

/** Gives the focus back to the view when whatever had it is gone. */
export function focusTitle(): void {
  document.querySelector('h1')?.focus();
}

interface ActProps {
  readonly go: () => unknown;
  /** `act main` for the one blue action of a view, `link` for one that looks like words. */
  readonly kind?: 'act' | 'act main' | 'link' | 'link quiet' | 'act red';
  readonly off?: boolean | undefined;
  /** What stands on it until what it began has ended; it cannot be pressed meanwhile. */
  readonly during?: string;
  /** What it is called where its own words are not enough. */
  readonly says?: string | undefined;
  readonly children: ComponentChildren;
}

/** A button that names what it does. */
export function Act({ go, kind = 'act', off, during, says, children }: ActProps) {
  const [working, setWorking] = useState(false);
  async function press(): Promise<void> {
    if (working) return;
    if (!during) return void go();
    setWorking(true);
    await go();
    setWorking(false);
  }
  // Not `disabled` while working: that would take the focus away from whoever pressed it.
  return (
    <button type="button" class={kind} disabled={off} aria-disabled={working} aria-label={says} onClick={press}>
      {working ? during : children}
    </button>
  );
}

/** A link to a row, a tab or an event: it opens a window of its own, since a sidebar may not lead the sheet elsewhere. */
export function Link({ to, children }: { to: string; children: string }) {
  return (
    <a href={to} target="_blank" rel="noopener noreferrer">
      {children}
    </a>
  );
}

/** The round sign before a name: a letter, or a tick once there is something. */
export function Badge({ done, letter = '' }: { done: boolean; letter?: string }) {
  return (
    <span class={done ? 'badge done' : 'badge'} aria-hidden="true">
      {done ? '✓' : letter}
    </span>
  );
}

/** A block of a view under its small heading. */
export function Block({ name, detail, children }: { name: string; detail?: string; children: ComponentChildren }) {
  return (
    <section class="block">
      <h2 class="label">
        {name}
        {detail && <span> {detail}</span>}
      </h2>
      {children}
    </section>
  );
}

/** Quiet sentences, one under another. */
export function Notes({ words }: { words: readonly string[] }) {
  return (
    <>
      {words.map((each) => (
        <p class="quiet" key={each}>
          {each}
        </p>
      ))}
    </>
  );
}

/** Words of last time, kept in sight; nothing where there are none. */
export function LastWords({ name, words = '' }: { name?: string | undefined; words?: string | undefined }) {
  if (words === '') return null;
  return (
    <p class="last words">
      <span class="quiet">{name ?? 'Last time'}: </span>
      {words}
    </p>
  );
}
