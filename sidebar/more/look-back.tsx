import { type Day, sayDay } from '../../src/domain/days.ts';
import { type Look, mirrorAnswers } from '../../src/domain/mirror.ts';
import { qualities } from '../../src/domain/policy.ts';
import { Block } from '../views/page.tsx';

interface LookBackProps {
  /** Those of one term, the earliest first. */
  readonly looks: readonly Look[];
  readonly term: { readonly name: string };
  readonly today: Day;
}

const shown = 10;
const step = 11;

/** What I said of myself this term: a row of dots for each quality, a full one for yes. */
export function LookBack({ looks, term, today }: LookBackProps) {
  const last = looks.slice(-shown);
  if (last.length === 0) {
    return <p class="quiet">Nothing this term yet. After a session you can look at how you coached; it shows here.</p>;
  }
  const [first, latest] = [last[0]?.day ?? today, last[last.length - 1]?.day ?? today];
  return (
    <Block name="This term" detail={term.name}>
      <p class="quiet">
        {first === latest
          ? `${sayDay(first, today)}.`
          : `From ${sayDay(first, today)} to ${sayDay(latest, today)}, left to right.`}{' '}
        A full dot is yes, half a dot a little, a ring not today.
      </p>
      <ul class="mirror block">
        {qualities.map((quality, index) => (
          <li class="line" key={quality}>
            <span>{quality}</span>
            <Dots {...{ looks: last, index, today }} />
          </li>
        ))}
      </ul>
    </Block>
  );
}

function Dots({ looks, index, today }: { looks: readonly Look[]; index: number; today: Day }) {
  const said = looks.map(({ day, answers }) => `${sayDay(day, today)}: ${sayAnswer(answers[index])}`);
  const width = looks.length * step;
  return (
    <svg width={width} height={step} viewBox={`0 0 ${width} ${step}`} role="img" aria-label={said.join('; ')}>
      {looks.map(({ day, answers }, at) => (
        <Dot key={day} answer={answers[index]} x={at * step + step / 2} />
      ))}
    </svg>
  );
}

// A ring; with its lower half filled, or all of it; for no answer a short dash.
function Dot({ answer, x }: { answer: number | null | undefined; x: number }) {
  const y = step / 2;
  if (answer === null || answer === undefined) return <path d={`M${x - 2} ${y}h4`} />;
  return (
    <>
      <circle cx={x} cy={y} r="4" class={answer === 2 ? 'full' : ''} />
      {answer === 1 && <path class="full" d={`M${x - 4} ${y}a4 4 0 0 0 8 0`} />}
    </>
  );
}

const sayAnswer = (answer: number | null | undefined): string => mirrorAnswers[answer ?? -1] ?? 'nothing';
