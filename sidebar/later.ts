import type * as views from './more/views.ts';
import { Refusal, server } from './server.ts';

/** Every view but Home, which is all that the sidebar opens with. */
export type Later = typeof views;

let arrived: Later | undefined;
let coming: Promise<Later> | undefined;

/** Those views, once they are here. */
export const later = (): Later | undefined => arrived;

/** Asks the sheet for them, once; after a failure the next call asks again. */
export function fetchLater(): Promise<Later> {
  coming ??= server.page.more().then(run);
  coming.catch(() => {
    coming = undefined;
  });
  return coming;
}

/** Takes them: called by their own script and by nothing else. */
export function arrive(all: Later): void {
  arrived = all;
}

function run(page: string): Later {
  const script = document.createElement('script');
  // The file is a page of one script: what is between its tags.
  script.textContent = page.slice(page.indexOf('>') + 1, page.lastIndexOf('<'));
  document.head.append(script);
  // A script of another version finds nothing of this one, and stops.
  if (!arrived) throw new Refusal('missing', 'This sidebar is out of date. Close it and open it again.');
  return arrived;
}
