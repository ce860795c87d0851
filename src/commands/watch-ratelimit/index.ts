import type { GuardedIo } from '../../model/io.ts';
import { ok, wrongUsage, type Problem, type Result } from '../../model/problem.ts';
import { accountOf, windowChecks } from '../../run/report/account-report.ts';
import { USAGE_PATH } from '../../knowledge/usage-paths.ts';
import { tooOften } from '../../run/report/too-often.ts';
import {
  answeredByOf,
  conditionChecks,
  diagnosesToShow,
  exchangeSummary,
  findingsOf,
  nextStep,
  verdictCheck,
} from '../../run/report/findings.ts';
import { reportKey, withoutRequest } from '../../run/report/key-report.ts';
import { runNetworkCommand, USUAL_DEADLINE_S, type Run } from '../../run/network-command.ts';
import { deadlineOf, readingUnder } from '../../run/deadline.ts';
import { networkOptionsOf } from '../../run/network-options.ts';
import { flagOf } from '../../run/options/parse.ts';
import { complain } from '../../run/present/present.ts';
import { stopCode } from '../../run/stop-code.ts';
import { check, type Outcome } from '../../run/report/report-builder.ts';
import type { WatchGiven } from './options.ts';
import { watchOptionsOf } from './wanted.ts';

/** The account's request windows: one reading as a report, or a watch until something ends it. */
export async function watchRatelimit(given: WatchGiven, io: GuardedIo): Promise<number> {
  const asksForWatch = ASKS_FOR_A_WATCH.some((name) => given[name] !== undefined);
  if (given.once === true && !asksForWatch) {
    return runNetworkCommand('watch-ratelimit', given, io, body);
  }
  const early = deadlineOf((given.deadline ?? USUAL_DEADLINE_S) * 1000, io);
  const options = await networkOptionsOf(given, readingUnder(early, io));
  early.cancel();
  if (io.signal.aborted) return stopCode(io.signal.reason);
  if (!options.ok) return complain(options.problem, io);
  if (options.value.output.supportText) return complain(ONLY_ONCE.problem, io);
  const [dropped] = REPORT_ONLY.filter((name) =>
    name === 'format'
      ? given.format !== undefined && !FORMATS_OF_A_WATCH.includes(given.format)
      : given[name] !== undefined,
  );
  if (dropped !== undefined) return complain(reportOnly(dropped, given), io);
  const watching = watchOptionsOf(given, options.value.output, io);
  if (!watching.ok) return complain(watching.problem, io);
  const { watch } = await import('./watch.ts');
  return watch(watching.value, options.value, io);
}

const ONLY_ONCE = wrongUsage(
  'support-text-of-a-watch',
  '--support-text is about one call, and a watch makes many.',
  'Take one reading:  lusha-doctor watch --once --support-text',
);

/** What only a report can honour: a watch makes none. */
const REPORT_ONLY = [
  'output',
  'case',
  'skip',
  'failOn',
  'format',
] as const satisfies (keyof WatchGiven)[];
/** Formats that have a line for each sample. */
const FORMATS_OF_A_WATCH: readonly string[] = ['terminal', 'linear', 'json', 'ndjson'];

function reportOnly(
  name: (typeof REPORT_ONLY)[number],
  { format = 'terminal' }: WatchGiven,
): Problem {
  const option = name === 'format' ? `--format ${format}` : flagOf(name);
  return wrongUsage(
    'no-report-of-a-watch',
    `${option} is about a report, and a watch makes none.`,
    'Take one reading:  lusha-doctor watch --once   Keep samples:  --record FILE   One a line:  --json',
  ).problem;
}

/** With one of these, `--once` means one sample of a watch and no report. */
const ASKS_FOR_A_WATCH: readonly (keyof WatchGiven)[] = [
  'compact',
  'linear',
  'until',
  'failBelow',
  'stdin',
  'file',
  'relay',
  'replay',
  'record',
  'metrics',
  'metricsFile',
  'window',
];

async function body({
  target,
  client,
  usage: budget,
  io,
  progress,
}: Run): Promise<Result<Outcome>> {
  const key = reportKey(target.keySearch, io);
  if (key.sendable === null) return ok(withoutRequest(key));
  const waitMs = await budget.waitMs();
  if (waitMs > 0) return ok(withoutRequest(key, [tooOften(waitMs)]));
  progress.update('reading the request windows');
  const answer = await client.call(
    { method: 'GET', path: USAGE_PATH, key: key.sendable, placement: target.placement },
    key.facts,
  );
  const findings = findingsOf(answer, io.clock.now());
  const usage = accountOf(answer);
  const read =
    usage === null
      ? [verdictCheck(findings.verdict, answer)]
      : usage.windows.length > 0
        ? windowChecks(usage.windows, 'fail')
        : [check('quota', 'quota', 'unknown', 'the answer names no request window')];
  return ok({
    checks: [
      ...key.checks.filter(({ status }) => status !== 'ok'),
      ...read,
      ...conditionChecks(findings.conditions),
    ],
    diagnoses: diagnosesToShow(findings, key.diagnoses),
    answeredBy: answeredByOf(answer),
    cost: client.cost(),
    key: key.summary,
    account: usage?.account ?? null,
    windows: usage?.windows ?? [],
    exchanges: [exchangeSummary(answer)],
    next: usage === null ? nextStep(findings.verdict, '') : null,
  });
}
