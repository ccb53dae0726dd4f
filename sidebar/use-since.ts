import { useEffect, useState } from 'preact/hooks';
import { type Since, server } from './server.ts';

/** What has happened since: nothing until the sheet has answered. */
export interface Happened {
  readonly since: Since | undefined;
  /** What to say when the sheet could not be asked; empty when it could. */
  readonly told: string;
  /** Something was saved, so that what is known is old. */
  readonly isOld: () => void;
}

/** Asks the sheet what has happened since, behind Home and once; again at Home after something was saved. */
export function useSince(atHome: boolean): Happened {
  const [since, setSince] = useState<Since>();
  const [told, setTold] = useState('');
  const [wanted, setWanted] = useState(true);

  useEffect(() => {
    if (!atHome || !wanted) return;
    setWanted(false);
    void server.since.read().then(
      (all) => {
        setSince(all);
        setTold('');
      },
      () => setTold('What has happened since could not be looked up just now. Everything else works.'),
    );
  }, [atHome, wanted]);

  return { since, told, isOld: () => setWanted(true) };
}
