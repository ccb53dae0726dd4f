import { useEffect, useRef, useState } from 'preact/hooks';
import { type Opened, server, whyNot } from './server.ts';

/** How far the sheet has come with what two people said last time. */
export interface Opening {
  /** Once it is there. */
  readonly opened: Opened | undefined;
  /** Why it is not, in words; nothing while it is looked for. */
  readonly told: string;
  /** Looks again. */
  again(): void;
}

/** Asks once for each person who is chosen what was said with them last time; typing goes on meanwhile. */
export function useOpening(coachee: string): Opening {
  const [answers, setAnswers] = useState<Readonly<Record<string, Opened | string>>>({});
  const asked = useRef(new Set(['']));

  useEffect(() => {
    if (asked.current.has(coachee)) return;
    asked.current.add(coachee);
    void look();
  }, [coachee]);

  async function look(): Promise<void> {
    const keep = (answer: Opened | string) => setAnswers((all) => ({ ...all, [coachee]: answer }));
    keep('');
    keep(await server.coachees.open(coachee).catch(whyNot));
  }

  const answer = answers[coachee] ?? '';
  return typeof answer === 'string'
    ? { opened: undefined, told: answer, again: () => void look() }
    : { opened: answer, told: '', again: () => void look() };
}
