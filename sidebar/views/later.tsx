import type { ComponentChildren } from 'preact';
import { useEffect, useState } from 'preact/hooks';
import { fetchLater, type Later, later } from '../later.ts';
import { whyNot } from '../server.ts';
import { Act, Notes, View } from './page.tsx';

/** A part of a view that comes by itself: until it does the view is whole without it. */
export function LaterPart({ draw }: Pick<LaterProps, 'draw'>) {
  const [views, setViews] = useState(later);
  const [told, setTold] = useState('');
  useEffect(() => {
    if (!views)
      void fetchLater().then(
        (all) => setViews(all),
        (thrown) => setTold(whyNot(thrown)),
      );
  }, []);
  return views ? draw(views) : <Notes words={told ? [told] : []} />;
}

interface LaterProps {
  readonly goHome: () => void;
  readonly draw: (views: Later) => ComponentChildren;
}

/** A view that comes when it is first asked for; what is said until then. */
export function LaterView({ goHome, draw }: LaterProps) {
  const [views, setViews] = useState(later);
  const [told, setTold] = useState('');
  useEffect(() => void (views ?? look()), []);

  async function look(): Promise<void> {
    setTold('');
    await fetchLater().then(
      (all) => setViews(all),
      (thrown) => setTold(whyNot(thrown)),
    );
  }

  if (views) return draw(views);
  return (
    <View title={told ? 'Not here yet' : 'One moment…'} goHome={goHome}>
      <p class="quiet" role="status">
        {told}
      </p>
      {told && (
        <p class="acts">
          <Act kind="act main" go={look}>
            Try again
          </Act>
        </p>
      )}
    </View>
  );
}
