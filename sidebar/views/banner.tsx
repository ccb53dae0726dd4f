import { useEffect, useRef, useState } from 'preact/hooks';
import type { Saving } from '../use-saving.ts';
import { count, referenceIn, sayRefusal } from '../words.ts';
import { Act, focusTitle } from './page.tsx';

interface BannerProps {
  readonly saving: Saving;
  readonly again: () => void;
  readonly rest: () => void;
}

/** Why a session is not saved yet, when it is not about one field, and what to do. */
export function Banner({ saving, again, rest }: BannerProps) {
  const banner = useRef<HTMLElement>(null);
  // What had the focus was disabled while saving.
  useEffect(() => banner.current?.focus(), [saving.at]);
  if (saving.at === 'rest' || saving.at === 'work') return null;
  const refusal = saving.at === 'refused' ? saving.refusal : undefined;
  const reference = referenceIn(refusal?.message ?? '');
  function close(): void {
    rest();
    focusTitle();
  }
  return (
    <section
      ref={banner}
      class={refusal && refusal.code !== 'busy' ? 'banner red' : 'banner'}
      aria-label="Not saved yet"
      tabIndex={-1}
    >
      <p>
        {saving.at === 'refused'
          ? sayRefusal(saving.refusal)
          : `Someone else is saving just now. Your words are kept. Trying again in ${count(saving.seconds, 'second')}…`}
      </p>
      <div class="acts">
        {refusal && <Act go={again}>Try again</Act>}
        {reference !== '' && <CopyReference reference={reference} />}
        <Act kind="link quiet" go={close}>
          {refusal ? 'Close' : 'Cancel'}
        </Act>
      </div>
    </section>
  );
}

function CopyReference({ reference }: { reference: string }) {
  const [copied, setCopied] = useState(false);
  return <Act go={() => setCopied(copy(reference))}>{copied ? 'Copied' : 'Copy reference'}</Act>;
}

// The newer way asks for a permission that Google's frame may not have; this one needs none.
function copy(words: string): boolean {
  const box = document.createElement('textarea');
  box.value = words;
  document.body.append(box);
  box.select();
  const done = document.execCommand('copy');
  box.remove();
  return done;
}
