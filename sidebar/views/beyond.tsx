import type { Beside } from '../../src/domain/drafts.ts';
import { type Beyond, beyondLimits } from '../../src/domain/limits.ts';
import { parts } from '../../src/domain/policy.ts';
import type { SessionDraft } from '../../src/domain/sessions.ts';
import type { Home } from '../server.ts';

interface BeyondProps {
  readonly home: Home;
  readonly draft: SessionDraft;
  readonly beside: Beside;
}

/** What a session has of such words. */
export function BeyondLimits({ home, draft, beside }: BeyondProps) {
  return <BeyondWords home={home} words={allWords(draft, beside)} />;
}

/** Where words belong that do not belong on the sheet. It stands beside the button, and the button stays as it is. */
export function BeyondWords({ home: { reference }, words }: { readonly home: Home; readonly words: string }) {
  const names = reference.staff.map(({ name }) => name);
  const found = beyondLimits(words, names);
  return (
    <div class="beyond" role="status">
      {found.map((each) => (
        <p class="asks" key={each.why}>
          {sayBeyond(each, sayLead(reference.settings.safeguardingLead))}
        </p>
      ))}
    </div>
  );
}

/** The designated safeguarding lead, by name where the school has said who it is. */
export const sayLead = (lead: string): string =>
  lead === '' ? 'the designated safeguarding lead' : `${lead}, the designated safeguarding lead`;

/** Who can read what is typed, and what does not belong there. */
export const sayReaders = (lead: string): string =>
  `Everyone with whom this sheet is shared can read this. No pupils' names, nothing about health or family. Worried about a child? Not here: tell ${sayLead(lead)}.`;

const sayBeyond = ({ why, found }: Beyond, lead: string): string =>
  why === 'pupil'
    ? `“${found}”: is that a pupil's name? No pupils' names: say Year 4, or a group.`
    : `“${found}”: is this a worry about a child? It does not belong here. Tell ${lead}.`;

function allWords(draft: SessionDraft, { steps, answers, others }: Beside): string {
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
