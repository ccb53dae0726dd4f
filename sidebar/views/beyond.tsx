import type { Beside } from '../../src/domain/drafts.ts';
import { type Beyond, beyondLimits } from '../../src/domain/limits.ts';
import { parts } from '../../src/domain/policy.ts';
import type { SessionDraft } from '../../src/domain/sessions.ts';
import type { Home } from '../server.ts';

interface BeyondProps {
  readonly home: Home;
  readonly words: string;
}

/** Where words belong that do not belong on the sheet. It stands beside the button, and the button stays as it is. */
export function BeyondLimits({ home: { reference }, words }: BeyondProps) {
  const names = reference.staff.map(({ name }) => name);
  return (
    <div class="beyond" role="status">
      {beyondLimits(words, names).map((each) => (
        <p class="asks" key={each.why}>
          {sayBeyond(each, sayLead(reference.settings.safeguardingLead))}
        </p>
      ))}
    </div>
  );
}

/** Who can read what is typed, and what does not belong there. */
export function Readers({ home: { reference } }: Pick<BeyondProps, 'home'>) {
  const lead = sayLead(reference.settings.safeguardingLead);
  return (
    <p class="quiet small readers">
      Everyone with whom this sheet is shared can read this. No pupils' names, nothing about health or family. Worried
      about a child? Not here: tell {lead}.
    </p>
  );
}

// By name where the school has said who it is.
const sayLead = (lead: string): string =>
  lead === '' ? 'the designated safeguarding lead' : `${lead}, the designated safeguarding lead`;

const sayBeyond = ({ why, found }: Beyond, lead: string): string =>
  why === 'pupil'
    ? `“${found}”: is that a pupil's name? No pupils' names: say Year 4, or a group.`
    : `“${found}”: is this a worry about a child? It does not belong here. Tell ${lead}.`;

/** All that is typed in the form of a session. */
export function allWords(draft: SessionDraft, { steps, answers, others }: Beside): string {
  const decided = [...steps, ...others.flatMap((other) => other.steps)];
  return [
    draft.howItWent,
    draft.outcome,
    draft.startingPoint,
    ...parts.map(({ key }) => draft[key]),
    ...decided.flatMap(({ what, support }) => [what, support]),
    ...answers.map(({ happened }) => happened),
  ].join('\n');
}
