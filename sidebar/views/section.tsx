import type { ComponentChildren } from 'preact';
import { type SectionKey, sectionAfter, sectionName } from '../sections.ts';
import type { Typed } from '../use-draft.ts';
import { Act, Badge } from './page.tsx';

interface SectionProps {
  readonly of: SectionKey;
  readonly typed: Typed;
  readonly badge?: string;
  readonly done: boolean;
  /** What shows while it is closed. */
  readonly summary: string;
  readonly children: ComponentChildren;
}

/** One section of the form: its name opens it in place and closes whichever was open. */
export function Section({ of, typed, badge = '', done, summary, children }: SectionProps) {
  const open = typed.open === of;
  const next = sectionAfter(of, typed.looksBack);
  return (
    <section class={open ? 'section open' : 'section'}>
      <h2>
        <button
          type="button"
          class="opener"
          aria-expanded={open}
          aria-controls={open ? `section-${of}` : undefined}
          onClick={() => typed.show(open ? undefined : of)}
        >
          <Badge done={done} letter={badge} />
          <span>
            <span>{sectionName(of)}</span>
            {done && <span class="unseen"> (filled in)</span>}
            {!open && summary !== '' && <span class="quiet summary"> {summary}</span>}
          </span>
        </button>
      </h2>
      {open && (
        <div class="inside" id={`section-${of}`}>
          {children}
          {next && (
            <div class="acts">
              <Act go={() => typed.show(next)}>Next</Act>
            </div>
          )}
        </div>
      )}
    </section>
  );
}
