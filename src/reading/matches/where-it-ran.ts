import { CLIENT_SIGNS, PLATFORM_SIGNS, RUNTIME_SIGNS } from '../../knowledge/runtimes.ts';
import type { Platform, Runtime } from '../../model/fact.ts';

/** What made a call and from where, as far as a text shows it. */
export interface Place {
  readonly runtime: Runtime | null;
  /** The library or tool, for example `requests` or `OkHttp`. */
  readonly client: string | null;
  readonly platform: Platform | null;
}

const LONGEST_SEARCHED = 65_536;

/**
 * Says where the call of a text was made, by signs that only that place writes: frames of stacks,
 * classes of exceptions, words of libraries. The place with the most different signs wins, and of
 * equals the one whose first sign comes first. Give it the text of one call: of two programs in one
 * text it names the one that says more.
 */
export function whereItRan(text: string): Place {
  const searched = text.slice(0, LONGEST_SEARCHED);
  const client = mostSeen(searched, CLIENT_SIGNS);
  const named = CLIENT_SIGNS.find(({ id }) => id === client)?.runtime;
  return {
    runtime: mostSeen(searched, RUNTIME_SIGNS) ?? named ?? null,
    client,
    platform: mostSeen(searched, PLATFORM_SIGNS),
  };
}

interface Candidate<Id extends string> {
  readonly id: Id;
  readonly signs: readonly RegExp[];
}

function mostSeen<Id extends string>(
  text: string,
  candidates: readonly Candidate<Id>[],
): Id | null {
  const seen = candidates.flatMap(({ id, signs }) => {
    const places = signs.flatMap((sign) => sign.exec(text)?.index ?? []);
    return places.length === 0 ? [] : [{ id, count: places.length, first: Math.min(...places) }];
  });
  const [best] = seen.toSorted((a, b) => b.count - a.count || a.first - b.first);
  return best?.id ?? null;
}
