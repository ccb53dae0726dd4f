/** A picture of a page has few colours: with a palette of them its file is a third as large. */
import { deflateSync, inflateSync } from 'node:zlib';

// https://www.w3.org/TR/png-3/: the five filters, and a picture with a palette (colour type 3).

interface Picture {
  readonly width: number;
  readonly height: number;
  /** Three bytes a pixel. */
  readonly pixels: Uint8Array;
}

/** The same picture with at most 256 colours; a rarer one becomes the most like it of those. */
export function withPalette(png: Uint8Array): Uint8Array {
  const { width, height, pixels } = read(Buffer.from(png));
  const colours = coloursOf(pixels);
  const palette = colours.slice(0, 256);
  const places = new Map(palette.map((colour, at) => [colour, at]));
  const placeOf = (colour: number): number => {
    const place = places.get(colour) ?? nearest(colour, palette);
    places.set(colour, place);
    return place;
  };
  const rows = Buffer.alloc(height * (width + 1));
  for (let y = 0; y < height; y++)
    for (let x = 0; x < width; x++) rows[y * (width + 1) + 1 + x] = placeOf(colourAt(pixels, y * width + x));
  const header = Buffer.alloc(13);
  header.writeUInt32BE(width, 0);
  header.writeUInt32BE(height, 4);
  header.set([8, 3], 8);
  const bytes = Buffer.from(palette.flatMap((colour) => [colour >> 16, (colour >> 8) & 255, colour & 255]));
  return Buffer.concat([
    signature,
    chunk('IHDR', header),
    chunk('PLTE', bytes),
    chunk('IDAT', deflateSync(rows, { level: 9 })),
    chunk('IEND', Buffer.alloc(0)),
  ]);
}

const signature = Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]);

const colourAt = (pixels: Uint8Array, at: number): number =>
  ((pixels[at * 3] ?? 0) << 16) | ((pixels[at * 3 + 1] ?? 0) << 8) | (pixels[at * 3 + 2] ?? 0);

// The most frequent first.
function coloursOf(pixels: Uint8Array): number[] {
  const seen = new Map<number, number>();
  for (let at = 0; at < pixels.length / 3; at++) {
    const colour = colourAt(pixels, at);
    seen.set(colour, (seen.get(colour) ?? 0) + 1);
  }
  return [...seen].sort(([, one], [, other]) => other - one).map(([colour]) => colour);
}

function nearest(colour: number, palette: readonly number[]): number {
  const apart = (other: number): number =>
    [16, 8, 0].reduce((sum, shift) => sum + (((colour >> shift) & 255) - ((other >> shift) & 255)) ** 2, 0);
  return palette.reduce((best, other, at) => (apart(other) < apart(palette[best] ?? 0) ? at : best), 0);
}

function read(png: Buffer): Picture {
  let header: Buffer | undefined;
  const data: Buffer[] = [];
  for (let at = signature.length; at < png.length; at += 12 + png.readUInt32BE(at)) {
    const name = png.toString('latin1', at + 4, at + 8);
    const body = png.subarray(at + 8, at + 8 + png.readUInt32BE(at));
    if (name === 'IHDR') header = body;
    if (name === 'IDAT') data.push(body);
  }
  // What Chromium makes of an opaque page: eight bits, red, green and blue, not interlaced.
  if (header?.toString('hex', 8) !== '0802000000') throw new Error('This is no picture that Chromium takes of a page.');
  const [width, height] = [header.readUInt32BE(0), header.readUInt32BE(4)];
  return { width, height, pixels: unfiltered(inflateSync(Buffer.concat(data)), width * 3, height) };
}

function unfiltered(rows: Uint8Array, size: number, height: number): Uint8Array {
  const pixels = new Uint8Array(size * height);
  for (let y = 0; y < height; y++) {
    const filter = rows[y * (size + 1)] ?? 0;
    for (let x = 0; x < size; x++) {
      const at = y * size + x;
      const left = x < 3 ? 0 : (pixels[at - 3] ?? 0);
      const above = y === 0 ? 0 : (pixels[at - size] ?? 0);
      const corner = x < 3 || y === 0 ? 0 : (pixels[at - size - 3] ?? 0);
      const guess = [0, left, above, (left + above) >> 1, paeth(left, above, corner)][filter] ?? 0;
      pixels[at] = (rows[y * (size + 1) + 1 + x] ?? 0) + guess;
    }
  }
  return pixels;
}

function paeth(left: number, above: number, corner: number): number {
  const guess = left + above - corner;
  const [toLeft, toAbove, toCorner] = [left, above, corner].map((each) => Math.abs(guess - each)) as [
    number,
    number,
    number,
  ]; // three in, three out
  return toLeft <= toAbove && toLeft <= toCorner ? left : toAbove <= toCorner ? above : corner;
}

function chunk(name: string, body: Buffer): Buffer {
  const named = Buffer.concat([Buffer.from(name, 'latin1'), body]);
  const ends = Buffer.alloc(8);
  ends.writeUInt32BE(body.length, 0);
  ends.writeUInt32BE(crc(named), 4);
  return Buffer.concat([ends.subarray(0, 4), named, ends.subarray(4)]);
}

function crc(bytes: Uint8Array): number {
  let sum = 0xffffffff;
  for (const byte of bytes) {
    sum ^= byte;
    for (let bit = 0; bit < 8; bit++) sum = sum & 1 ? (sum >>> 1) ^ 0xedb88320 : sum >>> 1;
  }
  return (sum ^ 0xffffffff) >>> 0;
}
