import { createHash, randomUUID } from 'node:crypto';
import { TZDate } from '@date-fns/tz';
import { format } from 'date-fns';
import { Handle, type Methods } from '../expose.ts';
import { GoogleError, notEmulated } from '../google-error.ts';
import { charsets, digests } from './enums.ts';

// developers.google.com/apps-script/reference/utilities/utilities

/** Utilities: small helps that cost no call. */
export class UtilitiesHandle extends Handle {}

export const utilitiesEnums = { DigestAlgorithm: digests, Charset: charsets };

export const utilities = {
  formatDate: (_, date: Date, zone: string, pattern: string) => {
    if (
      !(Object.prototype.toString.call(date) === '[object Date]') ||
      typeof zone !== 'string' ||
      typeof pattern !== 'string'
    ) {
      throw new GoogleError(
        `The parameters (${typeof date},${typeof zone},${typeof pattern}) don't match the method signature for Utilities.formatDate.`,
      );
    }
    return formatted(date.getTime(), zone, pattern);
  },
  getUuid: () => randomUUID(),
  sleep: ({ run }, milliseconds: number) => {
    if (typeof milliseconds !== 'number') throw new GoogleError(`Cannot convert ${milliseconds} to int.`);
    run.outside.clock.advance(milliseconds);
  },
  computeDigest: (_, algorithm: object, value: string | number[], charset: object = charsets.US_ASCII) => {
    const name = hashes[String(algorithm)];
    if (!name) throw notEmulated(`Utilities.DigestAlgorithm.${String(algorithm)}`);
    return signed(createHash(name).update(toBuffer(value, charset)).digest());
  },
  base64Encode: (_, value: string | number[], charset: object = charsets.UTF_8) =>
    toBuffer(value, charset).toString('base64'),
  base64EncodeWebSafe: (_, value: string | number[], charset: object = charsets.UTF_8) =>
    toBuffer(value, charset).toString('base64').replace(/\+/g, '-').replace(/\//g, '_'),
  base64Decode: (_, text: string) => signed(Buffer.from(text, 'base64')),
  base64DecodeWebSafe: (_, text: string) => signed(Buffer.from(text, 'base64url')),
} satisfies Methods<UtilitiesHandle>;

const said = new Map<string, string>();

/** Writing a date out takes date-fns longer than all else in a call, and the same days are written out over and over. */
function formatted(time: number, zone: string, pattern: string): string {
  const key = `${time} ${zone} ${pattern}`;
  const known = said.get(key);
  if (known !== undefined) return known;
  const text = format(new TZDate(time, zone), fromJava(pattern));
  if (said.size > 20_000) said.clear();
  said.set(key, text);
  return text;
}

// Java's letters that mean the same to date-fns; the rest is refused rather than guessed.
const SAME = new Set(['y', 'M', 'd', 'H', 'h', 'm', 's', 'S', 'E', 'a', 'X']);

/** java.text.SimpleDateFormat to date-fns: "Z" is +0100 there and the letters in quotes are literal in both. */
function fromJava(pattern: string): string {
  return pattern.replace(/'(?:[^']|'')*'|([A-Za-z])\1*/g, (part, letter?: string) => {
    if (letter === undefined || SAME.has(letter)) return part;
    if (letter === 'Z') return 'xx';
    throw notEmulated(`Utilities.formatDate with ${part}`);
  });
}

const hashes: Readonly<Record<string, string>> = {
  MD5: 'md5',
  SHA_1: 'sha1',
  SHA_256: 'sha256',
  SHA_384: 'sha384',
  SHA_512: 'sha512',
};

/** Strings are US_ASCII unless told otherwise: what that has not becomes a question mark. */
function toBuffer(value: string | readonly number[], charset: object): Buffer {
  if (typeof value !== 'string') return Buffer.from(value.map((byte) => byte & 0xff));
  return String(charset) === 'UTF_8'
    ? Buffer.from(value, 'utf8')
    : Buffer.from(value.replace(/[^\0-\x7f]/gu, '?'), 'latin1');
}

/** Java's bytes run from -128 to 127. */
const signed = (buffer: Buffer): number[] => [...new Int8Array(buffer)];
