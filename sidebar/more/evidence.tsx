import { useEffect, useRef, useState } from 'preact/hooks';
import { sayDay } from '../../src/domain/days.ts';
import { type EvidenceDraft, emptyEvidence } from '../../src/domain/evidence.ts';
import type { SchoolClock } from '../clock.ts';
import { newId } from '../drafts.ts';
import { type Gathered, type Home, type SavedEvidence, server, whyNot } from '../server.ts';
import { Select } from '../views/fields.tsx';
import { Act, Block, Link, View } from '../views/page.tsx';
import { EvidenceForm } from './evidence-form.tsx';
import { type About, aboutOptions, keptEvidence, subjectOf, withAbout } from './evidence-parts.ts';

interface EvidenceProps {
  /** The plan from which one came to add to it; nothing to look at all there is. */
  readonly plan: string;
  readonly home: Home;
  readonly clock: SchoolClock;
  readonly goHome: () => void;
}

type Record = Gathered['records'][number];

/** The evidence of my plans and my teams, and the way to add to it. */
export function EvidenceView({ plan, home, clock, goHome }: EvidenceProps) {
  const [about, setAbout] = useState<About>(plan === '' ? '' : `plan ${plan}`);
  const [gathered, setGathered] = useState<Gathered>();
  const [told, setTold] = useState('');
  const [form, setForm] = useState<{ draft: EvidenceDraft; before: boolean }>();
  const asked = useRef(0);
  const today = clock.today();
  useEffect(() => void look(about).then((found) => found && plan !== '' && begin(found)), []);

  async function look(of: About): Promise<Gathered | undefined> {
    const turn = ++asked.current;
    setAbout(of);
    setTold('');
    const found = await server.evidence.list(subjectOf(of)).catch((thrown) => void setTold(whyNot(thrown)));
    // Another was chosen while this one was looked for.
    if (found && turn === asked.current) setGathered(found);
    return found ?? undefined;
  }

  function begin(from: Gathered): void {
    const kept = keptEvidence(home.user);
    setTold('');
    setForm({
      draft: kept ?? withAbout(emptyEvidence(newId(), today), about, from),
      before: kept !== undefined,
    });
  }

  async function saved({ teamOnly }: SavedEvidence): Promise<void> {
    setForm(undefined);
    await look(about);
    setTold(teamOnly ? 'Saved for the team alone, as nobody asked for it.' : 'Saved.');
  }

  if (form && gathered) {
    return (
      <EvidenceForm
        opened={form.draft}
        before={form.before}
        {...{ gathered, home, clock, saved }}
        leave={() => setForm(undefined)}
      />
    );
  }
  return (
    <View
      title="Evidence"
      goHome={goHome}
      foot={
        gathered ? (
          <Act kind="act main" go={() => begin(gathered)}>
            Add evidence
          </Act>
        ) : (
          told && <Act go={() => look(about)}>Look again</Act>
        )
      }
    >
      {gathered && (
        <Select
          of="about"
          label="About"
          value={about}
          options={aboutOptions(gathered, 'All that I may read')}
          // Each value is one of these options.
          chosen={(of) => void look(of as About)}
        />
      )}
      <p class="quiet between" role="status">
        {told || (gathered ? gathered.total === 0 && none : 'Looking…')}
      </p>
      {gathered && (
        <>
          <p class="quiet between">{gathered.visits}</p>
          {gathered.records.map((record) => (
            <Card key={record.id} {...{ record, today }} />
          ))}
          <p class="acts">
            <Link to={gathered.tab}>
              {gathered.total > gathered.records.length
                ? `All ${gathered.total} on the Evidence tab`
                : 'Show the Evidence tab'}
            </Link>
          </p>
          <Block name="From outside">
            <p class="quiet">
              What inspections and reviews have said is typed in a tab of its own.{' '}
              <Link to={gathered.quotations}>Open Quotations</Link>
            </p>
          </Block>
        </>
      )}
    </View>
  );
}

function Card({ record, today }: { record: Record; today: string }) {
  const { date, source, theme, about, by, startingPoint, seen, outcome, link } = record;
  return (
    <section class="card">
      <p class="line">
        <b class="plain">{outcome}</b>
        <span class="quiet">{sayDay(date, today)}</span>
      </p>
      <p class="quiet">{[source, about, theme].filter((words) => words !== '').join(' · ')}</p>
      {startingPoint && <p class="quiet words">From: {startingPoint}</p>}
      <p class="words">{seen}</p>
      <p class="quiet">
        Gathered by {by}. {link && <Link to={link}>Open the file</Link>}
      </p>
    </section>
  );
}

const none = 'No evidence here yet. When somebody has gathered some for a plan or a team, it shows here.';
