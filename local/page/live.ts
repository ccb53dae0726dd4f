import type { TransportService } from '@odoo/o-spreadsheet';
import type { Push } from './protocol.ts';

type Listener = (push: Push) => void;

/** The window's one line to the server: revisions of the sheet in both directions, and news. */
export interface Live {
  /** Lets the grid take part in the shared editing of the sheet. */
  readonly transport: TransportService;
  /** Hears news until the returned function is called. */
  hear(listener: Listener): () => void;
}

/** Joins the workbook; answers once the sheet as it stands now has arrived. */
export function join(): Promise<{ live: Live; workbook: Extract<Push, { type: 'workbook' }> }> {
  const listeners = new Set<Listener>();
  const editors = new Map<string, (message: unknown) => void>();
  // Revisions that arrive while the grid is still being built must not be lost: they wait for the first editor.
  const early: unknown[] = [];
  const socket = new WebSocket(`${location.origin.replace(/^http/, 'ws')}/live`);

  const live: Live = {
    transport: {
      sendMessage: async (message: unknown) => socket.send(JSON.stringify({ type: 'revision', message })),
      onNewMessage(id, callback) {
        editors.set(id, callback);
        for (const message of early.splice(0)) callback(message);
      },
      leave: (id) => void editors.delete(id),
    },
    hear(listener) {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
  };

  return new Promise((resolve) => {
    socket.addEventListener('message', (event) => {
      // Our own server is the only one who writes here.
      const push = JSON.parse(String(event.data)) as Push;
      if (push.type === 'workbook') resolve({ live, workbook: push });
      else if (push.type === 'revision' && editors.size === 0) early.push(push.message);
      else if (push.type === 'revision') for (const hand of editors.values()) hand(push.message);
      else for (const listener of listeners) listener(push);
    });
    socket.addEventListener('close', () => void comeBack());
  });
}

// A restarted server has a workbook of its own history, so a window that lost it starts over rather than merging.
async function comeBack(): Promise<void> {
  document.body.dataset.away = 'true';
  for (;;) {
    await new Promise((later) => setTimeout(later, 1000));
    const there = await fetch('/people').then(
      (answer) => answer.ok,
      () => false,
    );
    if (there) return location.reload();
  }
}
