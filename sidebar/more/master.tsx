import { useEffect, useState } from 'preact/hooks';
import { type Filter, type FilterKey, filterLabels, isChosen, noFilter } from '../../src/domain/filter.ts';
import { type Asking, type Showing, server, whyNot } from '../server.ts';
import { Field, Select } from '../views/fields.tsx';
import { Act, Link, View } from '../views/page.tsx';

const anything: Filter = {
  coach: 'Anyone',
  team: 'Any team',
  theme: 'Any theme',
  halfTerm: 'Any half-term',
  state: 'Anything',
  words: '',
};

/** Where the director chooses which sessions to look at, and is told how many of how many they are. */
export function MasterView({ goHome }: { goHome: () => void }) {
  const [asking, setAsking] = useState<Asking>();
  const [filter, setFilter] = useState(noFilter);
  const [shown, setShown] = useState<Showing>();
  const [told, setTold] = useState('');
  useEffect(() => void look(), []);

  async function look(): Promise<void> {
    setTold('');
    await server.master.read().then(
      (all) => {
        setAsking(all);
        setFilter(all.filter);
      },
      (thrown) => setTold(whyNot(thrown)),
    );
  }

  async function show(wanted: Filter): Promise<void> {
    setTold('');
    setFilter(wanted);
    setShown(undefined);
    const answer = isChosen(wanted) ? server.master.show(wanted) : server.master.clear();
    await answer.then(setShown, (thrown) => setTold(whyNot(thrown)));
  }

  const where = asking?.isApart ? 'Director’s view' : 'Sessions';
  return (
    <View
      title="Filter sessions"
      goHome={goHome}
      foot={
        asking ? (
          <>
            <Act kind="act main" off={!isChosen(filter)} during="Looking…" go={() => show(filter)}>
              Show these sessions
            </Act>
            <Act during="Clearing…" go={() => show(noFilter)}>
              Clear
            </Act>
          </>
        ) : (
          told && <Act go={look}>Look again</Act>
        )
      }
    >
      <p class={told ? 'wrong' : 'between'} role="status">
        {told || (shown ? sayShown(shown, filter, where) : asking ? '' : 'Looking…')}
      </p>
      {shown && (
        <p class="between">
          <Link to={shown.link}>{`Open ${where}`}</Link>
        </p>
      )}
      {asking && (
        <>
          {choices(asking).map(([key, options]) => (
            <Select
              key={key}
              of={key}
              label={filterLabels[key]}
              value={filter[key]}
              options={withChosen([{ value: '', words: anything[key] }, ...options], filter[key])}
              chosen={(value) => setFilter({ ...filter, [key]: value })}
            />
          ))}
          <Field id="words" label="Words in it">
            <input
              id="words"
              type="text"
              autocomplete="off"
              maxLength={200}
              value={filter.words}
              onInput={(event) => setFilter({ ...filter, words: event.currentTarget.value })}
            />
          </Field>
          <p class="quiet readers">
            {asking.isApart
              ? 'They are shown on a tab of your own, which follows Sessions by itself. Everybody else’s view stays as it is.'
              : 'The filter of the Sessions tab is set: everybody sees it so, until you clear it. New sessions are always shown.'}
          </p>
        </>
      )}
    </View>
  );
}

type Option = { readonly value: string; readonly words: string };

const choices = ({
  coaches,
  teams,
  themes,
  halfTerms,
  states,
}: Asking): readonly (readonly [FilterKey, Option[]])[] => [
  ['coach', coaches.map(({ email, name }) => ({ value: email, words: name }))],
  ...(
    [
      ['team', teams],
      ['theme', themes],
      ['halfTerm', halfTerms],
      ['state', states],
    ] as const
  ).map(([key, all]): readonly [FilterKey, Option[]] => [key, all.map((value) => ({ value, words: value }))]),
];

// What was chosen once may be on no row by now.
const withChosen = (options: Option[], value: string): Option[] =>
  options.some((option) => option.value === value) ? options : [...options, { value, words: value }];

const sayShown = ({ says }: Showing, filter: Filter, where: string): string =>
  isChosen(filter) ? `${says}, on ${where}.` : 'Nothing is filtered any more.';
