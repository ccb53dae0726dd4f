import { useEffect, useMemo, useRef } from 'preact/hooks';
import type { ClockFace } from './protocol.ts';

/** What the page around a sidebar or a dialog does for it. */
export interface FrameHost {
  /** google.script.run: the answer, or an error as the failure handler hears it. */
  readonly run: (fn: string, args: readonly unknown[]) => Promise<{ value: unknown; error: string | null }>;
  readonly close: () => void;
  readonly focus: () => void;
  readonly follow: (link: string) => void;
}

interface FrameProps {
  readonly title: string;
  readonly html: string;
  readonly person: string;
  readonly clock: ClockFace;
  readonly host: FrameHost;
  readonly height?: number;
}

/** An add-on's own page in a frame sandboxed like Google's, with `google.script` ready before its first line. */
export function AddonFrame({ title, html, person, clock, host, height }: FrameProps) {
  const frame = useRef<HTMLIFrameElement>(null);
  const latest = useRef(host);
  latest.current = host;
  const opened = useRef(clock.iso);
  const page = useMemo(() => withBridge(html, person, opened.current), [html, person]);

  useEffect(() => {
    const hear = (event: MessageEvent<FromFrame>) => {
      const inside = frame.current?.contentWindow;
      if (!inside || event.source !== inside || event.data.stride !== 'sidebar') return;
      void answer(event.data, latest.current, inside);
    };
    window.addEventListener('message', hear);
    return () => window.removeEventListener('message', hear);
  }, []);

  useEffect(() => frame.current?.contentWindow?.postMessage({ stride: 'clock', iso: clock.iso }, '*'), [clock.iso]);

  // The list is Google's: https://developers.google.com/apps-script/guides/html/restrictions
  const sandbox =
    'allow-downloads allow-forms allow-modals allow-popups allow-popups-to-escape-sandbox allow-same-origin allow-scripts';
  return (
    <iframe
      ref={frame}
      title={title}
      sandbox={sandbox}
      srcDoc={page}
      style={height ? { height: `${height}px` } : undefined}
    />
  );
}

type FromFrame = { readonly stride: string } & (
  | { readonly call: number; readonly fn: string; readonly args: readonly unknown[] }
  | { readonly host: 'close' | 'focus' | 'height' | 'width' }
  | { readonly link: string }
);

async function answer(message: FromFrame, host: FrameHost, inside: Window): Promise<void> {
  if ('link' in message) return host.follow(message.link);
  if ('host' in message) {
    if (message.host === 'close') host.close();
    if (message.host === 'focus') host.focus();
    return;
  }
  const { value, error } = await host.run(message.fn, message.args);
  inside.postMessage({ stride: 'answer', call: message.call, value, error }, '*');
}

function withBridge(html: string, person: string, now: string): string {
  const bridge = document.createElement('script');
  bridge.src = '/bridge.js';
  bridge.dataset.person = person;
  bridge.dataset.now = now;
  // After <head> or the doctype, because a script before the doctype would put the add-on's page into quirks mode.
  const before = html.match(/^[\s\S]*?<head[^>]*>|^\s*<!doctype[^>]*>/i)?.[0] ?? '';
  return before + bridge.outerHTML + html.slice(before.length);
}
