// What survives google.script.run: developers.google.com/apps-script/guides/html/communication, and what was measured
// at tanaikech.github.io/2023/08/28.

const kindOf = (value: unknown): string => Object.prototype.toString.call(value).slice(8, -1);

/** The arguments as they arrive at the server; what may not cross throws in the browser. */
export function crossing(args: readonly unknown[]): unknown[] {
  args.forEach((arg, place) => {
    if (!mayCross(arg, [])) throw new Error(`Failed due to illegal value in property: ${place}`);
  });
  return JSON.parse(JSON.stringify(args.map((arg) => arg ?? null))) as unknown[];
}

/** The result as it arrives in the browser: a Date anywhere in it makes all of it null, without an error. */
export function returning(value: unknown): unknown {
  if (value === undefined || holdsDate(value, [])) return null;
  return JSON.parse(JSON.stringify(value) ?? 'null');
}

function mayCross(value: unknown, above: readonly unknown[]): boolean {
  if (value === null || value === undefined) return true;
  if (typeof value !== 'object') return ['string', 'number', 'boolean'].includes(typeof value);
  if (above.includes(value) || !['Object', 'Array'].includes(kindOf(value))) return false;
  return Object.values(value).every((item) => mayCross(item, [...above, value]));
}

function holdsDate(value: unknown, above: readonly unknown[]): boolean {
  if (value === null || typeof value !== 'object' || above.includes(value)) return false;
  return kindOf(value) === 'Date' || Object.values(value).some((item) => holdsDate(item, [...above, value]));
}
