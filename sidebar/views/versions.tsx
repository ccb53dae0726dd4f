import { useState } from 'preact/hooks';
import { sayDay } from '../../src/domain/days.ts';
import { nameOf } from '../../src/domain/reference.ts';
import type { SessionDraft } from '../../src/domain/sessions.ts';
import type { SchoolClock } from '../clock.ts';
import { sectionName } from '../sections.ts';
import type { Home } from '../server.ts';
import type { Saving, Theirs, ToSave } from '../use-saving.ts';
import { differences, merge } from '../versions.ts';
import { sayMeeting } from '../words.ts';
import { Banner } from './banner.tsx';
import { Chip } from './fields.tsx';
import { Act, Block, View } from './page.tsx';

interface VersionsProps {
  readonly home: Home;
  readonly clock: SchoolClock;
  readonly mine: ToSave;
  readonly theirs: Theirs;
  readonly saving: Saving;
  readonly save: (chosen: ToSave) => void;
  readonly rest: () => void;
  readonly goHome: () => void;
}

/** Two versions of a session, each part that differs in whole words; what is mine stays unless I take theirs. */
export function VersionsView({ home, clock, mine, theirs, saving, save, rest, goHome }: VersionsProps) {
  const { refusal, found, session, edit } = theirs;
  const parts = differences(mine.draft, session);
  // Where I changed nothing there is nothing of mine to keep.
  const changed = mine.base ? differences(mine.draft, mine.base) : parts;
  const [taken, setTaken] = useState(() => parts.filter((part) => !changed.includes(part)));
  const working = saving.at === 'work';
  const { who, at } = found.edited ?? { who: found.savedBy, at: found.savedAt };
  const same = parts.length === 0;
  const send = () => save({ draft: merge(mine.draft, session, taken), base: session, edit });
  return (
    <View
      title="Two versions"
      goHome={goHome}
      working={working}
      banner={<Banner {...{ saving, rest }} again={send} />}
      foot={
        <Act kind="act main" off={working} go={send}>
          {working ? 'Saving…' : 'Save'}
        </Act>
      }
    >
      <p>{refusal.message}</p>
      <p class="quiet">
        {same ? 'Both say the same now.' : 'Choose for each part. Your words are kept until you have saved.'}
      </p>
      {parts.map((part) => {
        const name = sectionName(part) || plainName(part);
        const version = (of: string, draft: SessionDraft, words: string, takes: boolean) => (
          <div class="box">
            <p class="line">
              <span class="quiet">{of}</span>
              <Chip
                words={words}
                says={`${words}: ${name}`}
                on={taken.includes(part) === takes}
                press={() => setTaken([...taken.filter((each) => each !== part), ...(takes ? [part] : [])])}
              />
            </p>
            <p class="words">{sayPart(home, draft, part, clock.today())}</p>
          </div>
        );
        return (
          <Block key={part} name={name}>
            {version(`${who || 'Somebody'}, ${clock.say(at)}`, session, 'Take theirs', true)}
            {version('You', mine.draft, 'Keep mine', false)}
          </Block>
        );
      })}
    </View>
  );
}

// `startingPoint` as a person would say it.
const plainName = (part: string): string =>
  part.replace(/^.|[A-Z]/g, (letter, at) => (at ? ` ${letter.toLowerCase()}` : letter.toUpperCase()));

function sayPart({ reference }: Home, draft: SessionDraft, part: string, today: string): string {
  const values: Readonly<Record<string, unknown>> = {
    ...draft,
    coachee: nameOf(reference, draft.coachee),
    date: sayDay(draft.date, today),
    evidence: draft.evidence.join(', '),
    followUp: draft.followUpDate && sayMeeting(draft, today),
  };
  return String(values[part] || '(nothing)');
}
