import { useState } from 'preact/hooks';
import type { KeptDraft } from '../../src/domain/drafts.ts';
import { nameOf } from '../../src/domain/reference.ts';
import type { SchoolClock } from '../clock.ts';
import { sectionName } from '../sections.ts';
import type { Home } from '../server.ts';
import { Act, focusTitle } from './page.tsx';

interface UnfinishedProps {
  readonly kept: KeptDraft;
  readonly home: Home;
  readonly clock: SchoolClock;
  readonly resume: (kept: KeptDraft) => void;
  readonly discard: (kept: KeptDraft) => void;
}

/** A session that was begun and not saved. It is discarded only after having been asked about. */
export function Unfinished({ kept, home, clock, resume, discard }: UnfinishedProps) {
  const [asked, setAsked] = useState(false);
  const { draft, part, at, base } = kept;
  const name = draft.coachee === '' ? 'Nobody chosen yet' : nameOf(home.reference, draft.coachee);
  const who = base ? `Correction of ${name}` : name;
  const where = [sectionName(part), `kept at ${clock.say(at)}`].filter((words) => words !== '').join(' · ');
  function doDiscard(): void {
    discard(kept);
    focusTitle();
  }
  // Discard turns into Keep them in its own place, so that the focus stays and a second press by mistake does no harm.
  return (
    <div class="card">
      <p class="line">
        <span>{asked ? `${who}: discard these words? They cannot be brought back.` : who}</span>
        {!asked && (
          <Act kind="link" says={`Resume ${who}`} go={() => resume(kept)}>
            Resume
          </Act>
        )}
      </p>
      <p class={asked ? 'acts' : 'line'}>
        {asked ? (
          <Act kind="act red" go={doDiscard}>
            Discard
          </Act>
        ) : (
          <span class="quiet">{where}</span>
        )}
        <Act
          kind={asked ? 'act' : 'link quiet'}
          says={asked ? undefined : `Discard ${who}`}
          go={() => setAsked(!asked)}
        >
          {asked ? 'Keep them' : 'Discard'}
        </Act>
      </p>
    </div>
  );
}
