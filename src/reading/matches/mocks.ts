import { MOCKS } from '../../knowledge/transport-texts/mocks.ts';

/** A refusal that a library for tests made up (UTF-16 units, `end` after the last). */
interface MockMatch {
  readonly library: string;
  readonly at: number;
  readonly end: number;
}

/** Where a text reports that a library for tests let no call out: such a call was never made. */
export function mocksIn(text: string): readonly MockMatch[] {
  return MOCKS.flatMap(({ library, says }) =>
    says.flatMap((words) =>
      [...text.matchAll(words)].map(({ 0: found, index: at }) => ({
        library,
        at,
        end: at + found.length,
      })),
    ),
  ).toSorted((a, b) => a.at - b.at);
}

/** The text with blanks in the place of such words, so that every place stays where it was. */
export function withoutMocks(text: string): string {
  let rest = text;
  for (const { at, end } of mocksIn(text)) {
    rest = rest.slice(0, at) + ' '.repeat(end - at) + rest.slice(end);
  }
  return rest;
}
