import { readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { gzipSync } from 'node:zlib';

/** The size of one built file, in bytes, beside its limit. */
export interface Size {
  readonly what: string;
  readonly bytes: number;
  readonly limit: number;
}

/** The sizes of what is pushed to Apps Script; a kB is 1,000 bytes. */
export function sizes(): readonly Size[] {
  const [code, sidebar, more] = [built('Code.js'), built('Sidebar.html'), built('More.html')];
  return [
    // A kilobyte is 0.6 ms of every click (local/costs.ts). 28 kB are the formulas of Impact and Coverage, which only set-up
    // needs: Apps Script loads all of a project for each call.
    { what: 'Code.js', bytes: code.length, limit: 195_000 },
    { what: 'Sidebar.html', bytes: sidebar.length, limit: 60_000 },
    { what: 'Sidebar.html, gzipped', bytes: gzipSync(sidebar).length, limit: 20_000 },
    { what: 'More.html, gzipped', bytes: gzipSync(more).length, limit: 27_000 },
  ];
}

const built = (name: string): Buffer => readFileSync(resolve('dist', name));
