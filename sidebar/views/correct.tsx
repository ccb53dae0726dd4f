import { useState } from 'preact/hooks';
import type { SessionDraft } from '../../src/domain/sessions.ts';
import { Act } from './page.tsx';

/**
 * Opens a correction, of another kind or at another part if one is named; answers in words why it cannot be, or nothing.
 */
export type Correct = (id: string, kind?: SessionDraft['kind'], part?: string) => Promise<string>;

interface CorrectProps {
  readonly id: string;
  readonly of?: string;
  readonly correct: Correct;
  /** What it is for, when that is one part of the session. */
  readonly why?: { readonly words: string; readonly part: string };
}

/** The way from a saved session to its correction; `of` tells it from others beside it. */
export function CorrectIt({ id, of, correct, why }: CorrectProps) {
  const [told, setTold] = useState('');
  const words = why?.words ?? (of ? 'Correct' : 'Correct it');
  return (
    <>
      <Act
        kind="link"
        says={of && `${words} ${of}`}
        during="Opening…"
        go={async () => setTold(await correct(id, undefined, why?.part))}
      >
        {words}
      </Act>
      <span class="wrong" role="status">
        {told}
      </span>
    </>
  );
}
