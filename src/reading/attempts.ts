import { ANNOUNCED, RECOVERED } from '../knowledge/text-kinds/retries.ts';
import type { Call } from './call.ts';
import { conflicts, hasTarget, SAME_TIME_MS, sameTarget, startsAnew } from './same-call.ts';

/** Other calls between two attempts of one. */
const MOST_APART = 20;

/** Attempts of one call as one call; the last outcome is its outcome. */
export function attemptsOf(calls: readonly Call[], lines: readonly string[]): readonly Call[] {
  const kept: Call[] = [];
  for (const call of calls) {
    const from = Math.max(0, kept.length - MOST_APART);
    const back = kept.slice(from).findLastIndex((other) => isTriedAgain(other, call, lines));
    const at = from + back;
    const before = back === -1 ? undefined : kept[at];
    if (before === undefined) {
      kept.push(call);
      continue;
    }
    const failed = before.outcome === 'failed' ? before : before.recoveredFrom;
    kept.splice(at, 1);
    kept.push({
      ...call,
      attempts: before.attempts + 1,
      recoveredFrom: call.outcome === 'ok' ? failed : null,
    });
  }
  return kept.map((call) => byWords(call, lines));
}

function isTriedAgain(before: Call, after: Call, lines: readonly string[]): boolean {
  if (before.outcome !== 'failed' || after.outcome === 'asked') return false;
  if (before.stream !== after.stream || conflicts(before, after)) return false;
  const told = `${before.text}\n${between(lines, before, after)}`;
  const isNumbered = [before, after].some(startsAnew);
  const isRetried = isNumbered || ANNOUNCED.some((words) => words.test(told));
  if (!sameTarget(before, after)) {
    // The words of a retry name no call; nothing else may have been called in between.
    const isAnnounced = !hasTarget(before) && ANNOUNCED.some((words) => words.test(before.text));
    return isAnnounced || (startsAnew(after) && (!hasTarget(before) || !hasTarget(after)));
  }
  return isRetried || waitedFor(before, after);
}

/** The next call came when the wait was over that the failed one asked for. */
function waitedFor({ at: before, facts }: Call, { at: after, outcome }: Call): boolean {
  const wait = facts.retryAfter?.value;
  if (wait === undefined || before === null || after === null || outcome !== 'ok') return false;
  return after >= before + wait * 1000 && after <= before + wait * 1500 + SAME_TIME_MS;
}

function between(lines: readonly string[], before: Call, after: Call): string {
  return lines
    .slice(before.last, after.first - 1)
    .join('\n')
    .slice(0, 16_384);
}

/** "Retry 2 succeeded": the outcome of the last attempt in words. */
function byWords(call: Call, lines: readonly string[]): Call {
  if (call.outcome !== 'failed') return call;
  const below = lines
    .slice(call.first - 1, call.last + 6)
    .join('\n')
    .slice(0, 8192);
  if (!RECOVERED.some((words) => words.test(below))) return call;
  return { ...call, outcome: 'ok', attempts: call.attempts + 1, recoveredFrom: call };
}
