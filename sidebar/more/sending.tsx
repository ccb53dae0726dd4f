import { useEffect, useState } from 'preact/hooks';
import { fieldId } from '../sections.ts';
import { type Refusal, refusalOf } from '../server.ts';
import { sayRefusal } from '../words.ts';

/** How far a form has come that is sent as a whole. */
export interface Sending {
  readonly working: boolean;
  readonly refusal: Refusal | undefined;
  /** What is wrong with a field, if it was that. */
  wrong(field: string): string | undefined;
  /** Sends it; what it was refused for is first given to `turned`. */
  send(act: () => Promise<void>, turned?: (why: Refusal) => Promise<void>): Promise<void>;
}

/** Sends a form, and gives the focus to where it is said why that was refused. */
export function useSending(): Sending {
  const [working, setWorking] = useState(false);
  const [refusal, setRefusal] = useState<Refusal>();
  useEffect(() => {
    if (!refusal) return;
    const field = refusal.field && document.getElementById(fieldId(refusal.field));
    (field || document.getElementById(bannerId))?.focus();
  }, [refusal]);
  return {
    working,
    refusal,
    wrong: (field) => (refusal?.field === field ? refusal.message : undefined),
    async send(act, turned) {
      setWorking(true);
      setRefusal(undefined);
      try {
        await act();
      } catch (thrown) {
        const why = refusalOf(thrown);
        await turned?.(why);
        setRefusal(why);
        setWorking(false);
      }
    },
  };
}

const bannerId = 'not-saved';

/** Why a form was not saved, where that is not about one of its fields. */
export function NotSaved({ refusal, words }: { refusal: Refusal | undefined; words?: string | undefined }) {
  if (!refusal || refusal.field) return null;
  return (
    <section
      id={bannerId}
      class={refusal.code === 'busy' ? 'banner' : 'banner red'}
      aria-label="Not saved yet"
      tabIndex={-1}
    >
      <p>{words ?? sayRefusal(refusal)}</p>
    </section>
  );
}
