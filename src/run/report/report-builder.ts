import type { Diagnosis } from '../../model/diagnosis.ts';
import { decidingCheck, exitCodeOf, verdictOf, type FailPolicy } from '../../model/exit-code.ts';
import type { GuardedIo } from '../../model/io.ts';
import { couldNotCheck, type Layer } from '../../model/layer.ts';
import {
  SCHEMA_VERSION,
  type Account,
  type CallCounts,
  type Check,
  type CheckStatus,
  type ClientBehaviour,
  type Cost,
  type ExchangeSummary,
  type GroupAccess,
  type KeySummary,
  type QuotaWindow,
  type Report,
  type ReportTarget,
} from '../../model/report.ts';
import { VERSION } from '../../model/version.ts';
import type { Theme } from '../../render/text/theme.ts';

/** What a command found out, before verdict and exit code are drawn from it. */
export interface Outcome {
  readonly checks: readonly Check[];
  readonly diagnoses: readonly Diagnosis[];
  readonly answeredBy?: Report['answeredBy'];
  readonly target?: ReportTarget;
  readonly cost?: Cost;
  readonly key?: KeySummary | null;
  readonly account?: Account | null;
  readonly windows?: readonly QuotaWindow[];
  readonly clients?: readonly ClientBehaviour[];
  readonly access?: readonly GroupAccess[];
  readonly calls?: CallCounts;
  readonly exchanges?: readonly ExchangeSummary[];
  readonly next?: string | null;
  /** Draws what a terminal shows in place of the usual report. */
  readonly draw?: (theme: Theme, report: Report) => Promise<string>;
}

/** When a run began, by both clocks. */
export interface Start {
  readonly wall: number;
  readonly elapsed: number;
}

export function startOf({ clock }: Pick<GuardedIo, 'clock'>): Start {
  return { wall: clock.now(), elapsed: clock.elapsed() };
}

const NO_COST: Cost = { requests: 0, credits: 0, usageCalls: 0 };

/** Completes an outcome to the report that every format is made from. */
export function reportOf(
  command: string,
  outcome: Outcome,
  io: Pick<GuardedIo, 'clock' | 'platform'>,
  start: Start,
  policy: FailPolicy,
): Report {
  const checks = outcome.checks.map((check) => softened(check, policy));
  return {
    schemaVersion: SCHEMA_VERSION,
    tool: { version: VERSION, node: io.platform.node, platform: io.platform.os },
    command,
    startedAt: new Date(start.wall).toISOString(),
    durationMs: Math.round(io.clock.elapsed() - start.elapsed),
    verdict: verdictOf(checks),
    exitCode: exitCodeOf(checks, policy),
    answeredBy: outcome.answeredBy ?? null,
    ...(outcome.target === undefined ? {} : { target: outcome.target }),
    cost: outcome.cost ?? NO_COST,
    key: outcome.key ?? null,
    checks,
    diagnoses: decidingFirst(outcome.diagnoses, checks),
    summary: summaryOf(checks),
    account: outcome.account ?? null,
    windows: outcome.windows ?? [],
    ...(outcome.clients === undefined ? {} : { clients: outcome.clients }),
    ...(outcome.calls === undefined ? {} : { calls: outcome.calls }),
    ...(outcome.access === undefined ? {} : { access: outcome.access }),
    exchanges: outcome.exchanges ?? [],
    next: outcome.next ?? null,
  };
}

/** What the report is about comes first, so that every reader of it names the same cause. */
function decidingFirst(
  diagnoses: readonly Diagnosis[],
  checks: readonly Check[],
): readonly Diagnosis[] {
  const first = decidingCheck(checks)?.diagnosis ?? null;
  return diagnoses.toSorted((a, b) => Number(b.cause === first) - Number(a.cause === first));
}

/** A check with the parts that most checks leave empty filled in. */
export function check(
  id: string,
  layer: Layer,
  status: CheckStatus,
  summary: string,
  more: Partial<Pick<Check, 'durationMs' | 'evidence' | 'diagnosis'>> = {},
): Check {
  return { id, layer, status, summary, durationMs: null, evidence: {}, diagnosis: null, ...more };
}

/** With `--network-errors warn` a check that could not be made is "unknown", never a failure. */
function softened(check: Check, { networkErrors }: FailPolicy): Check {
  const soft = networkErrors === 'warn' && check.status === 'fail' && couldNotCheck(check.layer);
  return soft ? { ...check, status: 'unknown' } : check;
}

function summaryOf(checks: readonly Check[]): Record<CheckStatus, number> {
  const summary = { ok: 0, warn: 0, fail: 0, unknown: 0, skip: 0 };
  for (const { status } of checks) summary[status] += 1;
  return summary;
}
