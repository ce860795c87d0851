import type { Diagnosis } from '../../model/diagnosis.ts';
import type { KeyPlacement } from '../../model/exchange.ts';
import type { Facts } from '../../model/fact.ts';
import { couldNotCheck } from '../../model/layer.ts';
import type { Check } from '../../model/report.ts';
import { Secret } from '../../model/secret.ts';
import type { Answer } from '../../run/client.ts';
import type { Run } from '../../run/network-command.ts';
import { lushaAnswered } from '../../run/report/findings.ts';
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
import { askUsage } from './usage-call.ts';

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
export async function prove(doubt: Doubt, run: Run, allowed: boolean): Promise<Proof> {
  const wanted = variantsFor(doubt);
  if (wanted.length === 0) return NOTHING;
  if (!allowed) return skipped(wanted, '--no-extra-requests');
  const compared: Compared[] = [];
  let leftOut = '';
  for (const variant of wanted) {
    if ((await run.usage.room()) < 1) {
      leftOut = `the usage endpoint allows five calls a minute, and this machine has made ${await run.usage.made()} in the last one`;
      break;
    }
    const answer = await ASK[variant](run, doubt.key);
    // Nothing, or somebody else's answer: it compares with nothing.
    if (!lushaAnswered(answer)) {
      leftOut = 'the one before got no answer of Lusha';
      break;
    }
    compared.push({ variant, answer, comparison: compare(doubt.answer, answer) });
  }
  const rest = wanted.slice(compared.length);
  if (compared.length === 0) return skipped(wanted, leftOut);
  return {
    facts: factsFrom(compared),
    answers: compared
      .filter(({ variant }) => variant !== 'withoutKey' && variant !== 'junkKey')
      .map(({ answer }) => answer),
    checks: [
      comparedCheck(doubt.answer, compared),
      ...(rest.length === 0 ? [] : skipped(rest, leftOut, 'login.left-out').checks),
    ],
  };
}

function skipped(wanted: readonly Variant[], why: string, id = 'login.compared'): Proof {
  const summary = `not asked, to compare: ${wanted.map((one) => WORDS[one]).join(', ')} (${why})`;
  return { ...NOTHING, checks: [check(id, 'key', 'skip', summary)] };
}

/** Which requests would tell the causes of this refusal apart. */
function variantsFor({ verdict, answer, placement }: Doubt): readonly Variant[] {
  const { status, answeredBy } = answer.facts;
  const isLushas = answeredBy?.value === 'lusha' || answeredBy?.value === 'gateway';
  if (!isLushas || verdict.severity !== 'fail') return [];
  // The text of the key says why it is refused: nothing is left to be settled.
  if (verdict.subject === 'key') return [];
  if (verdict.layer === 'key' || (status?.value === 401 && couldNotCheck(verdict.layer))) {
    return ['withoutKey', 'junkKey', placement === 'api_key' ? 'asBearer' : 'asApiKey'];
  }
  if (status?.value !== 403) return [];
  return verdict.cause === 'v3-not-enabled'
    ? ['olderUsage']
    : ['withoutKey', 'junkKey', 'olderUsage'];
}

const ASK: Readonly<Record<Variant, (run: Run, key: Secret) => Promise<Answer>>> = {
  withoutKey: (run) => askUsage(run, null),
  junkKey: (run) => askUsage(run, JUNK_KEY),
  asBearer: (run, key) => askUsage(run, key, { placement: 'bearer' }),
  asApiKey: (run, key) => askUsage(run, key, { placement: 'api_key' }),
  olderUsage: (run, key) => askUsage(run, key, { path: OLDER_USAGE_PATH }),
};
