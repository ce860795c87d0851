import { PHASES } from '../../model/exchange.ts';
import type { Check } from '../../model/report.ts';
import { spreadOf, type Spread } from '../../run/pace/percentile.ts';
import { duration } from '../../render/format.ts';
import type { Grid } from '../../render/pages/probe-page.ts';
import { exchangeSummary } from '../../run/report/findings.ts';
import { check, type Outcome } from '../../run/report/report-builder.ts';
import { outcomeOf, type Before } from './one.ts';
import type { ProbeOptions } from './wanted.ts';
import { drawing } from './page.ts';
import { readingOf } from './reading.ts';
import type { ProbeRequest } from './request/request.ts';
import type { Seen, Session } from './session.ts';

/** The same request again and again: how long each phase takes, and how often it fails. */
export async function repeated(
  request: ProbeRequest,
  before: Before,
  session: Session,
  options: ProbeOptions,
): Promise<Outcome> {
  const { io, progress, signal } = session.run;
  const all: Seen[] = [];
  for (let call = 1; call <= options.repeat && !signal.aborted; call += 1) {
    progress.update(`call ${call} of ${options.repeat}`);
    all.push(await session.send(request, before.facts));
    if (call < options.repeat) await io.clock.sleep(options.intervalMs, signal);
  }
  const isBad = ({ answer, findings }: Seen) =>
    readingOf(request, answer, findings).check.status === 'fail';
  // The first failure is the one to explain; without any, every answer says the same.
  const told = all.find(isBad) ?? all[0];
  if (told === undefined) return { checks: [], diagnoses: [] };
  const totals = all.map(({ answer }) => exchangeSummary(answer).totalMs);
  const slowest = totals.indexOf(Math.max(...totals));
  const timings = timingChecks(all, totals);
  const one = outcomeOf(request, told, before, session, options, [
    countCheck(all, options.repeat, isBad),
    ...timings.map(({ check }) => check),
  ]);
  return {
    ...one,
    exchanges: all.map(({ answer }) => exchangeSummary(answer)),
    ...drawing(
      {
        grid: gridOf(timings),
        below: [{ label: 'SLOWEST', lines: [`call ${slowest + 1} of ${all.length}, drawn below`] }],
        shown: ['timing.', 'answer.body'],
        waterfalls: [slowest],
      },
      session.run.options.output,
    ),
  };
}

function countCheck(all: readonly Seen[], wanted: number, isBad: (seen: Seen) => boolean): Check {
  const words = all.map(
    ({ answer: { facts } }) => `${facts.status?.value ?? facts.failureCode?.value ?? 'no answer'}`,
  );
  const counts = [...new Set(words)].map(
    (word) => `${words.filter((one) => one === word).length} x ${word}`,
  );
  const short =
    all.length < wanted ? `; ${wanted - all.length} were not made, the time was up` : '';
  const failed = all.filter(isBad).length;
  const status = failed > 0 || short !== '' ? 'warn' : 'ok';
  return check('repeat', 'service', status, `${all.length} calls: ${counts.join(', ')}${short}`, {
    evidence: { calls: all.length, failed },
  });
}

interface Timing {
  readonly name: string;
  readonly spread: Spread;
  readonly check: Check;
}

function timingChecks(all: readonly Seen[], totals: readonly number[]): readonly Timing[] {
  const samples = PHASES.map(
    (phase) =>
      [
        phase,
        all.flatMap(({ answer }) =>
          answer.exchange.phases
            .filter((timing) => timing.phase === phase && timing.outcome === 'done')
            .map(({ durationMs }) => durationMs),
        ),
      ] as const,
  );
  return [...samples, ['total', totals] as const].flatMap(([name, times]) => {
    const spread = spreadOf(times);
    return spread === null ? [] : [{ name, spread, check: timingCheck(name, spread) }];
  });
}

function timingCheck(name: string, { p50, p90, max, count }: Spread): Check {
  const [half, most, all] = [p50, p90, max].map(duration);
  return check(`timing.${name}`, 'network', 'ok', `${name}: p50 ${half}, p90 ${most}, max ${all}`, {
    evidence: { p50: rounded(p50), p90: rounded(p90), max: rounded(max), count },
  });
}

function rounded(ms: number): number {
  return Math.round(ms * 10) / 10;
}

function gridOf(timings: readonly Timing[]): Grid {
  return {
    headers: ['phase', 'p50', 'p90', 'max', 'calls'],
    rows: timings.map(({ name, spread: { p50, p90, max, count } }) => [
      name,
      ...[p50, p90, max].map(duration),
      `${count}`,
    ]),
  };
}
