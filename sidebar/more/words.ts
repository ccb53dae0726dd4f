/** `Bram`, as colleagues would say it. */
export const firstName = (name: string): string => name.split(' ')[0] ?? name;
