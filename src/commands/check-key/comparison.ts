import type { Comparison, Facts } from '../../model/fact.ts';
import type { Check } from '../../model/report.ts';
import { accountOf } from '../../run/report/account-report.ts';
import { fact, type Answer } from '../../run/client.ts';
import { check } from '../../run/report/report-builder.ts';
import { OLDER_USAGE_PATH } from '../../knowledge/usage-paths.ts';

/** The same question asked in another way. */
export type Variant = 'withoutKey' | 'junkKey' | 'asBearer' | 'asApiKey' | 'olderUsage';

/** Its answer, beside the answer in question. */
export interface Compared {
  readonly variant: Variant;
  readonly answer: Answer;
  /** Null where an answer broke off, so that nobody knows its words. */
  readonly comparison: Comparison | null;
}

/** Each variant as a report names it. */
export const WORDS: Readonly<Record<Variant, string>> = {
  withoutKey: 'without a key',
  junkKey: 'a made-up key',
  asBearer: 'yours as Authorization: Bearer',
  asApiKey: 'yours in the header api_key',
  olderUsage: `yours at GET ${OLDER_USAGE_PATH} (V2)`,
};

/** How another answer compares with the one in question; null where that cannot be told. */
export function compare(own: Answer, other: Answer): Comparison | null {
  if (accountOf(other) !== null) return 'accepted';
  if (own.facts.status?.value !== other.facts.status?.value) return 'different';
  if (brokeOff(own) || brokeOff(other)) return null;
  return wordsOf(own) === wordsOf(other) ? 'same' : 'different';
}

function brokeOff({ facts }: Answer): boolean {
  return facts.failure !== undefined;
}

/** Status and message: what an answer says, without its time and its ids. */
function wordsOf({ facts }: Answer): string {
  return `${facts.status?.value} ${facts.message?.value ?? facts.errorName?.value ?? ''}`;
}

/** The comparisons as facts about the answer in question. */
export function factsFrom(compared: readonly Compared[]): Facts {
  const found = new Map(compared.map(({ variant, comparison }) => [variant, comparison]));
  const withoutKey = found.get('withoutKey');
  const junkKey = found.get('junkKey');
  const asBearer = found.get('asBearer');
  const olderUsage = found.get('olderUsage');
  const elsewhere = ['asApiKey', 'olderUsage'] as const;
  const where = elsewhere.find((variant) => found.get(variant) === 'accepted');
  return {
    ...(withoutKey && {
      withoutKey: fact('withoutKey', withoutKey, 'the same call without a key'),
    }),
    ...(junkKey && { junkKey: fact('junkKey', junkKey, 'the same call with a made-up key') }),
    ...(asBearer && { asBearer: fact('asBearer', asBearer, 'the key as Authorization: Bearer') }),
    ...(olderUsage && { olderUsage: fact('olderUsage', olderUsage, WORDS.olderUsage) }),
    ...(where && { keyAccepted: fact('keyAccepted', true, WORDS[where]) }),
  };
}

const HOW: Readonly<Record<Comparison | 'cut', string>> = {
  same: ' in the same words',
  different: '',
  accepted: '',
  cut: ', broken off',
};

/** What was asked, what came back and what that proves. */
export function comparedCheck(own: Answer, compared: readonly Compared[]): Check {
  const told = compared.map(({ variant, answer, comparison }) => {
    const status = answer.facts.status?.value ?? 'no answer';
    return `${WORDS[variant]}: ${status}${HOW[comparison ?? 'cut']}`;
  });
  return check('login.compared', 'key', 'ok', [...told, conclusion(own, compared)].join('; '), {
    evidence: Object.fromEntries(
      compared.map(({ variant, answer }) => [variant, answer.facts.status?.value ?? null]),
    ),
  });
}

/** The most telling of the proofs. */
function conclusion(own: Answer, compared: readonly Compared[]): string {
  const is = (variant: Variant, comparison: Comparison) =>
    compared.some((one) => one.variant === variant && one.comparison === comparison);
  const status = own.facts.status?.value;
  if (is('asBearer', 'accepted')) return 'so it is an OAuth token, not a key';
  if (is('asApiKey', 'accepted')) return 'so the key is good, and only its header is wrong';
  if (is('withoutKey', 'accepted')) return 'so something on the way adds a key of its own';
  if (is('olderUsage', 'accepted')) return 'so Lusha knows your key, and only V3 is closed to it';
  if (is('withoutKey', 'same') && is('junkKey', 'same')) {
    return status === 401
      ? 'so your key never arrives, or nobody looks at it'
      : 'so the answer has nothing to do with your key';
  }
  if (status === 400 && is('junkKey', 'different')) return 'so it is the text of your key';
  if (status === 400 && is('junkKey', 'same')) return 'so the key is changed on the way';
  if (is('junkKey', 'same')) return 'so your key arrives, and Lusha does not know it';
  if (status !== 403 || !is('junkKey', 'different')) return 'which settles nothing';
  return is('olderUsage', 'same')
    ? 'so Lusha knows your key and refuses the whole account'
    : 'so Lusha knows your key and refuses the account';
}
