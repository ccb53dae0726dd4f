import { existsSync, mkdirSync, readFileSync, renameSync, writeFileSync } from 'node:fs';
import { dirname } from 'node:path';

/** The file in which a workbook outlives its server. */
export interface Keep {
  /** Writes what there is to write, soon: many changes in a row are one write. */
  soon(): void;
  /** Writes what is still waiting. */
  now(): void;
}

// Writing out a whole workbook stops the server for some tenths of a second: once a second is often enough.
const PAUSE = 1000;

/** Keeps what `save` answers in a file, replaced whole so that a stop half-way leaves the old one. */
export function keepIn(file: string, save: () => unknown): Keep {
  let waiting: NodeJS.Timeout | undefined;
  const now = (): void => {
    if (!waiting) return;
    clearTimeout(waiting);
    waiting = undefined;
    mkdirSync(dirname(file), { recursive: true });
    writeFileSync(`${file}.new`, JSON.stringify(save()));
    renameSync(`${file}.new`, file);
  };
  return {
    now,
    soon: () => {
      waiting ??= setTimeout(now, PAUSE);
    },
  };
}

/** Opens what a file keeps; one that cannot be opened is put aside under another name, never written over. */
export function openKept<T>(file: string, open: (saved: unknown) => T, say: (sentence: string) => void): T | null {
  if (!existsSync(file)) return null;
  try {
    return open(JSON.parse(readFileSync(file, 'utf8')));
  } catch (error) {
    const aside = freeName(file);
    renameSync(file, aside);
    const why = error instanceof Error ? error.message : String(error);
    say(`The kept workbook could not be opened (${why}). It is put aside as ${aside}; a new one is opened instead.`);
    return null;
  }
}

function freeName(file: string): string {
  for (let number = 1; ; number += 1) {
    const name = file.replace(/\.json$/, `.damaged-${number}.json`);
    if (!existsSync(name)) return name;
  }
}
