import type { Header } from '../model/exchange.ts';

/** The value of the first header of this name (any case), without outer blanks; null if none. */
export function headerValue(headers: readonly Header[], name: string): string | null {
  return headerValues(headers, name)[0] ?? null;
}

/** The values of all headers of this name, in order, blank ones left out. */
export function headerValues(headers: readonly Header[], name: string): readonly string[] {
  const wanted = name.toLowerCase();
  return headers
    .filter((header) => header.name.toLowerCase() === wanted)
    .map(({ value }) => value.trim())
    .filter((value) => value !== '');
}
