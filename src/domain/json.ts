/** What survives the way to the browser and back: no Date, Map, class or undefined. */
export type Json = string | number | boolean | null | readonly Json[] | { readonly [key: string]: Json };
