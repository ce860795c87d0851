import { fingerprintOf } from '../../key/fingerprint.ts';
import type { Findings } from '../../diagnosis/diagnose.ts';
import type { Check } from '../../model/report.ts';
import type { Secret } from '../../model/secret.ts';
import { accountOf, type AccountReading } from '../../run/report/account-report.ts';
import type { Answer } from '../../run/client.ts';
import { findingsOf } from '../../run/report/findings.ts';
import { NOT_SENT, type KeyReport } from '../../run/report/key-report.ts';
import type { Run } from '../../run/network-command.ts';
import type { CheckKeyOptions } from './options.ts';
import { prove } from './proof.ts';
import { notRepairable, repairedCheck } from './repaired.ts';
import { tooOften } from '../../run/report/too-often.ts';
import { askUsage } from './usage-call.ts';

/** What Lusha says to the key, and how that was found out. */
export type Question =
  | { readonly kind: 'not-asked'; readonly checks: readonly Check[] }
  | {
      readonly kind: 'asked';
      /** The answer in question, with everything the other answers say about it. */
      readonly answer: Answer;
      readonly findings: Findings;
      /** What is known of the account, from whichever answer told. */
      readonly usage: AccountReading | null;
      /** The key that was accepted; null when none was. */
      readonly accepted: Secret | null;
      /** Answers to what the user asked; what was asked to compare is a matter of this tool. */
      readonly asked: readonly Answer[];
      /** Checks beside the verdict. */
      readonly more: readonly Check[];
    };

/**
 * Asks the usage endpoint whether it accepts the key. One request when it does; up to three more
 * when it does not and the answer leaves a doubt.
 */
export async function questionOf(
  run: Run,
  key: KeyReport,
  options: CheckKeyOptions,
): Promise<Question> {
  const { io, target, client, progress } = run;
  const first = key.sendable ?? (options.tryRepaired === true ? key.repaired : null);
  if (first === null) {
    const repaired = options.tryRepaired === true && key.summary !== null ? [notRepairable()] : [];
    return { kind: 'not-asked', checks: [NOT_SENT, ...repaired] };
  }
  const waitMs = await run.usage.waitMs();
  if (waitMs > 0) return { kind: 'not-asked', checks: [tooOften(waitMs)] };

  progress.update(`asking ${target.baseUrl.host} whether it accepts the key`);
  const asked = await askUsage(run, first, { facts: key.facts });
  const findings = findingsOf(asked, io.clock.now());
  const usage = accountOf(asked);
  const isRepaired = key.repaired !== null && isSame(first, key.repaired);
  if (usage !== null) {
    const more =
      options.tryRepaired === true ? [repairedCheck(key, isRepaired ? asked : null)] : [];
    return { kind: 'asked', answer: asked, findings, usage, accepted: first, asked: [asked], more };
  }

  const second = await tryRepaired(key, run, options.tryRepaired === true && !isRepaired);
  const more =
    options.tryRepaired === true ? [repairedCheck(key, isRepaired ? asked : second)] : [];
  const repairedUsage = second === null ? null : accountOf(second);
  if (second !== null && repairedUsage !== null) {
    const accepted = key.repaired;
    return {
      kind: 'asked',
      answer: asked,
      findings,
      usage: repairedUsage,
      accepted,
      asked: [asked, second],
      more,
    };
  }

  progress.update('comparing with other requests');
  const doubt = {
    verdict: findings.verdict,
    answer: asked,
    key: first,
    placement: target.placement,
  };
  const proof = await prove(doubt, run, options.extraRequests);
  const answer = client.learn(asked, proof.facts);
  const good = proof.answers.filter((one) => accountOf(one) !== null);
  const [elsewhere] = good.flatMap((one) => accountOf(one) ?? []);
  return {
    kind: 'asked',
    answer,
    findings: findingsOf(answer, io.clock.now()),
    usage: elsewhere ?? null,
    accepted: null,
    asked: [answer],
    more: [...proof.checks, ...more],
  };
}

async function tryRepaired(
  { repaired }: KeyReport,
  run: Run,
  wanted: boolean,
): Promise<Answer | null> {
  if (!wanted || repaired === null || (await run.usage.room()) < 1) return null;
  return askUsage(run, repaired);
}

function isSame(one: Secret, other: Secret): boolean {
  return fingerprintOf(one) === fingerprintOf(other);
}
