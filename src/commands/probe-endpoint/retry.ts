import type { Check } from '../../model/report.ts';
import { nextTry, type RetryRules } from '../../run/pace/backoff.ts';
import { check } from '../../run/report/report-builder.ts';
import type { ProbeRequest } from './request/request.ts';
import { readingOf } from './reading.ts';
import type { Before } from './one.ts';
import type { Seen, Session } from './session.ts';

/** Sends again while the failure may pass by itself, in the rhythm the article asks for. */
export async function sendWithRetries(
  request: ProbeRequest,
  before: Before,
  session: Session,
  rules: RetryRules,
): Promise<{ readonly seen: Seen; readonly checks: readonly Check[] }> {
  const { io, progress, signal } = session.run;
  const outcomes: string[] = [];
  let waited = 0;
  for (let attempt = 1; ; attempt += 1) {
    const seen = await session.send(request, before.facts);
    const { facts } = seen.answer;
    const { retry, severity } = seen.findings.verdict;
    outcomes.push(`${facts.status?.value ?? facts.failureCode?.value ?? 'no answer'}`);
    const end = (because: string) => ({ seen, checks: [summary(outcomes, waited, because, seen)] });
    if (severity !== 'fail' || readingOf(request, seen.answer, seen.findings).expected) {
      return end(attempt === 1 ? 'no retry was needed' : 'it passed by itself');
    }
    if (signal.aborted) return end('the time for the whole run is up');
    if (!retry.worth) return end('another attempt would end the same way');
    const next = nextTry(
      {
        failures: attempt,
        askedSeconds: facts.retryAfter?.value ?? facts.windowReset?.value ?? null,
        window: facts.windowEmpty?.value ?? null,
      },
      rules,
      Math.random(),
    );
    if (!next.go) return end(next.because);
    progress.update(`attempt ${attempt + 1} in ${(next.ms / 1_000).toFixed(1)} s: ${next.because}`);
    const from = io.clock.elapsed();
    await io.clock.sleep(next.ms, signal);
    waited += io.clock.elapsed() - from;
    if (signal.aborted) return end('the time for the whole run is up');
  }
}

function summary(
  outcomes: readonly string[],
  waitedMs: number,
  because: string,
  { findings }: Seen,
): Check {
  const count = `${outcomes.length} attempt${outcomes.length === 1 ? '' : 's'}`;
  const text = `${count}: ${outcomes.join(', ')}; waited ${(waitedMs / 1_000).toFixed(1)} s; ${because}`;
  const status = findings.verdict.severity === 'fail' ? 'warn' : 'ok';
  return check('retry', 'service', status, text, {
    evidence: { attempts: outcomes, waitedMs: Math.round(waitedMs) },
  });
}
