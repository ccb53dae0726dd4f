/** esbuild hands these files over as text. */
declare module '*.xml' {
  const text: string;
  export default text;
}
declare module '*.css';

/** The two functions the download needs. */
declare module 'fflate' {
  export function strToU8(text: string): Uint8Array<ArrayBuffer>;
  export function zipSync(files: Record<string, Uint8Array>): Uint8Array<ArrayBuffer>;
}
