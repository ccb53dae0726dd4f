import { untouchedCells } from './kept-hold.ts';
import { linesAbout, logTab, type Seen } from './seen.ts';
import { headersOf } from './sight.ts';

/** What has become of a step is in the Log once for each session in which it was said. */
export function answeredOnce(seen: Seen): string | undefined {
  // Without that column nobody can say.
  if (!headersOf(logTab(seen)).includes('Detail')) return undefined;
  for (const { step, session, outcome, isTold } of seen.ledger.answers.values()) {
    const lines = linesAbout(seen, session).filter(
      ({ Event, Detail = '' }) => Event === 'Answered' && Detail.startsWith(`${step} `),
    );
    if (lines.length > 1 && seen.ledger.isUnwritten) return `${lines.length} lines of the Log say it of ${step}`;
    if (isTold && lines.length === 0 && seen.ledger.isUnwritten) return `no line of the Log says it of ${step}`;
    if (isTold && lines.some(({ Detail }) => Detail !== `${step} ${outcome}`) && seen.ledger.isUnwritten)
      return `the Log says “${lines[0]?.Detail}”, not “${step} ${outcome}”`;
  }
  return undefined;
}

/** A step shows what the last line of the Log says has become of it. */
export function outcomesAsLogged(seen: Seen): string | undefined {
  for (const { step, session, isTold } of seen.ledger.answers.values()) {
    if (!isTold) continue;
    const all = [...seen.ledger.answers.values()].filter((answer) => answer.step === step);
    const lines = all
      .flatMap((answer) => linesAbout(seen, answer.session))
      .filter(({ Event, Detail = '' }) => Event === 'Answered' && Detail.startsWith(`${step} `))
      .sort((one, other) => (one.When ?? '').localeCompare(other.When ?? ''));
    const last = lines.at(-1)?.Detail?.slice(step.length + 1);
    for (const { Outcome } of untouchedCells(seen, { tab: 'steps', id: step }))
      if (Outcome !== undefined && last !== undefined && Outcome !== last)
        return `${step} shows “${Outcome}”, the Log says “${last}” since ${session}`;
  }
  return undefined;
}
