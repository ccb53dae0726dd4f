import { render } from 'preact';
import { App } from './app.tsx';
import type { Home } from './server.ts';
import { Refused } from './views/refused.tsx';

/** Home as the server put it into the page, so that opening the sidebar needs no call of its own. */
function homeInPage(): Home | undefined {
  try {
    // Written by the server beside this page, from the same declaration.
    return JSON.parse(document.getElementById('home')?.dataset.home ?? '') as Home;
  } catch {
    return undefined;
  }
}

const nobody = 'The sheet did not say who is signed in. Open this sidebar again from the STRIDE Coaching menu.';

function start(): void {
  const place = document.getElementById('app');
  const home = homeInPage();
  if (place) render(home ? <App opened={home} /> : <Refused words={nobody} />, place);
}

// The server appends Home after this script, so it is there only once the whole page has been read.
if (document.readyState === 'loading') document.addEventListener('DOMContentLoaded', start);
else start();
