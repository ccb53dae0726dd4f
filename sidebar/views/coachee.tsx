import type { Elsewhere } from '../more/elsewhere.tsx';
import type { Coachee, Home, Since } from '../server.ts';
import { sayAnswer, sayDue, sayMet, saySteps } from '../words.ts';
import { type Correct, CorrectIt } from './correct.tsx';
import { Act } from './page.tsx';

interface CoacheeProps {
  readonly coachee: Coachee;
  readonly home: Home;
  readonly since: Since | undefined;
  readonly begin: (coachee: string) => void;
  readonly correct: Correct;
  readonly go: (to: Elsewhere) => void;
  /** In a list, where nothing is due: the name and when the two met last. */
  readonly bare?: boolean;
}

/** Somebody I coach: when we meet, what is open between us, what they answered, and what can be done about it. */
export function CoacheeCard({ coachee, home: { today }, since, begin, correct, go, bare }: CoacheeProps) {
  const { email, name } = coachee;
  const answer = since?.answers.find((each) => each.coachee === email);
  const steps = since?.open.find((each) => each.coachee === email);
  const person = (
    <button type="button" class="person" onClick={() => go({ name: 'sessions', coachee: email })}>
      <span class="line">
        <span>{name}</span>{' '}
        {coachee.due && <span class={coachee.overdue ? 'quiet overdue' : 'quiet'}>{sayDue(coachee, today)}</span>}
      </span>{' '}
      <span class="quiet">{steps ? saySteps(steps, coachee, today) : sayMet(coachee, today)}</span>
      {answer && <span class={answer.answer === 'Declined' ? 'quiet overdue' : 'quiet'}>{sayAnswer(answer)}</span>}
    </button>
  );
  if (bare) return person;
  return (
    <div class="card coachee">
      {person}
      <p class="acts">
        <Act kind="link" says={`Meet now: ${name}`} go={() => begin(email)}>
          Meet now
        </Act>
        {answer?.answer === 'Declined' && (
          <CorrectIt
            id={answer.session}
            of={`to ${name}`}
            correct={correct}
            why={{ words: 'Suggest another time', part: 'followUp' }}
          />
        )}
      </p>
    </div>
  );
}
