import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { text } from 'node:stream/consumers';
import { WebSocketServer } from 'ws';
import { Desk, type DeskOptions } from './desk.ts';
import type { CalendarAct, ClockAct, RunRequest } from './page/protocol.ts';
import { type Asset, pageAssets } from './page-bundle.ts';
import type { World } from './world.ts';

/** What a server is made of. */
export interface ServerOptions extends DeskOptions {
  /** 0 takes any free port. */
  readonly port: number;
}

/** A server that is running. */
export interface LocalServer {
  readonly url: string;
  /** The world it serves now; Start again makes another. */
  world(): World;
  close(): Promise<void>;
}

/** Serves the local workbook to this machine and nobody else. */
export async function startServer({ port, ...options }: ServerOptions): Promise<LocalServer> {
  const assets = await pageAssets();
  const server = createServer();
  // The port first: whoever does not get it must not touch the kept workbook of whoever has it.
  await listen(server, port);
  const desk = new Desk(options);
  server.on('request', (request, response) => void serve(desk, assets, request, response));
  const verifyClient = ({ req }: { req: IncomingMessage }): boolean => isOurs(req);
  const sockets = new WebSocketServer({ server, path: '/live', verifyClient });
  sockets.on('connection', (socket) => desk.join(socket));
  const address = server.address() as AddressInfo; // a TCP server has no other kind
  return {
    url: `http://127.0.0.1:${address.port}/`,
    world: () => desk.world,
    async close() {
      for (const socket of sockets.clients) socket.terminate();
      server.closeAllConnections();
      await new Promise((closed) => server.close(closed));
      desk.close();
    },
  };
}

function listen(server: Server, port: number): Promise<void> {
  return new Promise((resolve, reject) => {
    server.once('error', reject);
    server.listen(port, '127.0.0.1', resolve);
  });
}

type Answer = (desk: Desk, query: (name: string) => string, body: unknown) => unknown;

// Who writes the bodies is our own page's ask.ts, with the types of protocol.ts on both sides.
const answers: Readonly<Record<string, Answer>> = {
  'GET /people': (desk) => desk.people(),
  'GET /menu': (desk, query) => desk.menu(query('as')),
  'GET /calendar': (desk, query) => desk.calendar(query('as')),
  'GET /tab': (desk, query) => ({ id: desk.tab(query('gid')) }),
  'POST /run': (desk, _, body) => desk.run(body as RunRequest),
  'POST /calendar': (desk, _, body) => desk.act(body as CalendarAct),
  'POST /clock': (desk, _, body) => desk.clock(body as ClockAct),
  'POST /again': (desk) => desk.again(),
};

async function serve(
  desk: Desk,
  assets: ReadonlyMap<string, Asset>,
  request: IncomingMessage,
  response: ServerResponse,
): Promise<void> {
  const url = new URL(request.url ?? '/', 'http://127.0.0.1');
  const query = (name: string): string => url.searchParams.get(name) ?? '';
  const asset = assets.get(url.pathname);
  const answer = answers[`${request.method} ${url.pathname}`];
  try {
    if (!isOurs(request)) send(response, 403, 'text/plain', 'Only this page may ask.');
    else if (asset) send(response, 200, asset.type, asset.body);
    else if (url.pathname === '/event.ics') sendEvent(response, desk.ics(query('as'), query('id')));
    else if (!answer) send(response, 404, 'text/plain', 'There is nothing here.');
    else {
      const body: unknown = request.method === 'POST' ? JSON.parse(await text(request)) : null;
      send(response, 200, 'application/json', JSON.stringify(answer(desk, query, body) ?? null));
    }
  } catch (error) {
    console.error(error);
    send(response, 500, 'text/plain', error instanceof Error ? error.message : String(error));
  }
}

function sendEvent(response: ServerResponse, ics: string | null): void {
  if (ics === null) send(response, 404, 'text/plain', 'That event is no longer in this calendar.');
  else {
    response.setHeader('content-disposition', 'attachment; filename="coaching-follow-up.ics"');
    send(response, 200, 'text/calendar', ics);
  }
}

function send(response: ServerResponse, status: number, type: string, body: string | Uint8Array): void {
  response.writeHead(status, {
    'content-type': type.includes('charset') || typeof body !== 'string' ? type : `${type}; charset=utf-8`,
    'cache-control': 'no-store',
    // The browser itself sees to it that nothing leaves the machine; owl compiles its templates, hence eval.
    'content-security-policy':
      "default-src 'self' 'unsafe-inline' 'unsafe-eval' data: blob:; connect-src 'self'; frame-ancestors 'self'",
  });
  response.end(body);
}

/** Another page in the same browser could reach the loopback address too; its requests name where they come from. */
function isOurs(request: IncomingMessage): boolean {
  const { host = '', origin } = request.headers;
  const isLoopback = /^(127\.0\.0\.1|localhost)(:\d+)?$/.test(host);
  return isLoopback && (origin === undefined || origin === `http://${host}`);
}
