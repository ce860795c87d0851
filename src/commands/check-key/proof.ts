import type { Diagnosis } from '../../model/diagnosis.ts';
import type { KeyPlacement } from '../../model/exchange.ts';
import type { Facts } from '../../model/fact.ts';
import { couldNotCheck } from '../../model/layer.ts';
import type { Check } from '../../model/report.ts';
import { Secret } from '../../model/secret.ts';
import type { Answer } from '../../run/client.ts';
import { check } from '../../run/report/report-builder.ts';
import {
  comparedCheck,
  compare,
  factsFrom,
  WORDS,
  type Compared,
  type Variant,
} from './comparison.ts';
import { OLDER_USAGE_PATH } from '../../knowledge/usage-paths.ts';
import { type UsageCalls } from './usage-call.ts';

/** What came of asking in other ways. */
export interface Proof {
  /** For the answer that is in question. */
  readonly facts: Facts;
  /** Answers to the user's own key. */
  readonly answers: readonly Answer[];
  readonly checks: readonly Check[];
}

const NOTHING: Proof = { facts: {}, answers: [], checks: [] };

/** In perfect form and nobody's. */
const JUNK_KEY = new Secret('00000000-0000-4000-8000-000000000000');

/** The question in doubt: what was asked with which key, and what came back. */
export interface Doubt {
  readonly verdict: Diagnosis;
  readonly answer: Answer;
  readonly key: Secret;
  readonly placement: KeyPlacement;
}

/**
 * Asks in other ways what would settle a refusal: up to three more free calls, none when the
 * answer leaves no doubt or was not Lusha's own.
 */
export async function prove(doubt: Doubt, calls: UsageCalls, allowed: boolean): Promise<Proof> {
  const wanted = variantsFor(doubt);
  if (wanted.length === 0) return NOTHING;
  if (!allowed) return skipped(wanted, '--no-extra-requests');
  const compared: Compared[] = [];
  for (const variant of wanted) {
    if ((await calls.room()) < 1) break;
    const answer = await ASK[variant](calls, doubt.key);
    if (answer.exchange.response === undefined) break;
    compared.push({ variant, answer, comparison: compare(doubt.answer, answer) });
  }
  if (compared.length === 0) {
    return skipped(wanted, 'the usage endpoint allows five calls a minute, and they are used up');
  }
  return {
    facts: factsFrom(compared),
    answers: compared
      .filter(({ variant }) => variant !== 'withoutKey' && variant !== 'junkKey')
      .map(({ answer }) => answer),
    checks: [comparedCheck(doubt.answer, compared)],
  };
}

function skipped(wanted: readonly Variant[], why: string): Proof {
  const summary = `not asked, to compare: ${wanted.map((one) => WORDS[one]).join(', ')} (${why})`;
  return { ...NOTHING, checks: [check('login.compared', 'key', 'skip', summary)] };
}

/** Which requests would tell the causes of this refusal apart. */
function variantsFor({ verdict, answer, placement }: Doubt): readonly Variant[] {
  const { status, answeredBy } = answer.facts;
  const isLushas = answeredBy?.value === 'lusha' || answeredBy?.value === 'gateway';
  if (!isLushas || verdict.severity !== 'fail') return [];
  if (verdict.layer === 'key' || (status?.value === 401 && couldNotCheck(verdict.layer))) {
    return ['withoutKey', 'junkKey', placement === 'api_key' ? 'asBearer' : 'asApiKey'];
  }
  if (status?.value !== 403) return [];
  return verdict.cause === 'v3-not-enabled'
    ? ['olderUsage']
    : ['withoutKey', 'junkKey', 'olderUsage'];
}

const ASK: Readonly<Record<Variant, (calls: UsageCalls, key: Secret) => Promise<Answer>>> = {
  withoutKey: (calls) => calls.ask(null),
  junkKey: (calls) => calls.ask(JUNK_KEY),
  asBearer: (calls, key) => calls.ask(key, { placement: 'bearer' }),
  asApiKey: (calls, key) => calls.ask(key, { placement: 'api_key' }),
  olderUsage: (calls, key) => calls.ask(key, { path: OLDER_USAGE_PATH }),
};
