import { ENDPOINTS } from '../../../knowledge/endpoints.ts';
import type { Diagnosis } from '../../../model/diagnosis.ts';
import type { Endpoint } from '../../../model/endpoint.ts';
import type { Layer } from '../../../model/layer.ts';
import { ok, type Result } from '../../../model/problem.ts';
import type { Check, QuotaWindow } from '../../../model/report.ts';
import { affordable } from '../../../run/pace/pacer.ts';
import type { Block } from '../../../render/sections/block.ts';
import type { Grid } from '../../../render/pages/probe-page.ts';
import { accountOf, windowsOf } from '../../../run/report/account-report.ts';
import { answeredByOf, exchangeSummary } from '../../../run/report/findings.ts';
import { check, type Outcome } from '../../../run/report/report-builder.ts';
import { drawing } from '../page.ts';
import { readingOf } from '../reading.ts';
import { freeProbeOf, toldRequest, type ProbeRequest } from '../request/request.ts';
import { endpointsIn } from './selection.ts';
import type { Seen, Session } from '../session.ts';

/** One line of the matrix. */
interface Row {
  readonly endpoint: Endpoint;
  readonly check: Check;
  readonly word: string;
  readonly status: string;
}

/** After one of these, every further answer would be the same. */
const ENDS: readonly Layer[] = ['key', 'client', 'network', 'tls', 'proxy', 'edge'];
const LONGEST_WAIT_SECONDS = 60;

/** Which endpoints this key may use: one free probe each, within what the windows bear. */
export async function matrixOf(group: string, session: Session): Promise<Result<Outcome>> {
  const { run, key } = session;
  const usage = ENDPOINTS.filter(({ id }) => id === 'account.usage');
  const wanted = [
    ...usage,
    ...endpointsIn(group, ENDPOINTS).filter(({ id }) => id !== 'account.usage'),
  ];
  const seen: Seen[] = [];
  const rows: Row[] = [];
  let windows: readonly QuotaWindow[] = [];
  let stop: string | null = null;
  let left = wanted.length;
  for (const endpoint of wanted) {
    const request = freeProbeOf(endpoint);
    if (request === null) continue;
    if (run.signal.aborted) stop ??= 'the time for the whole run was up';
    if (left <= 0) stop ??= shortage(windows);
    if (stop !== null) {
      rows.push(skipped(endpoint, stop));
      continue;
    }
    run.progress.update(`${rows.length + 1} of ${wanted.length}: ${toldRequest(request)}`);
    const one = await sendPatiently(request, session);
    seen.push(one);
    left -= 1;
    rows.push(rowOf(endpoint, request, one));
    const stated = accountOf(one.answer)?.windows ?? windowsOf(one.answer);
    if (stated.length > 0) windows = stated;
    if (seen.length === 1) left = Math.min(left, affordable(left, windows).requests);
    stop = reasonToStop(one);
  }
  return ok(outcomeOf(rows, seen, windows, session, key.diagnoses));
}

/** Waits once for a short window that opens again soon; a long one ends the matrix. */
async function sendPatiently(request: ProbeRequest, session: Session): Promise<Seen> {
  const { io, progress, signal } = session.run;
  const seen = await session.send(request);
  const { status, windowEmpty, retryAfter, windowReset } = seen.answer.facts;
  const window = windowEmpty?.value;
  if (status?.value !== 429 || window === 'day' || window === 'hour') return seen;
  const seconds = retryAfter?.value ?? windowReset?.value ?? LONGEST_WAIT_SECONDS;
  if (seconds > LONGEST_WAIT_SECONDS) return seen;
  progress.update(`waiting ${seconds} s: the window is empty`);
  await io.clock.sleep(seconds * 1_000, signal);
  return signal.aborted ? seen : session.send(request);
}

function reasonToStop({ answer, findings }: Seen): string | null {
  const { verdict } = findings;
  const { status, endpoint } = answer.facts;
  if (verdict.severity !== 'fail') return null;
  if (ENDS.includes(verdict.layer)) return `it would end the same way: ${verdict.title}`;
  if (verdict.cause === 'account-inactive') return `it would end the same way: ${verdict.title}`;
  // The usage endpoint has a ceiling of its own, which says nothing about the others.
  const own = endpoint?.value === 'account.usage';
  return status?.value === 429 && !own ? `no requests are left: ${verdict.title}` : null;
}

function shortage(windows: readonly QuotaWindow[]): string {
  const { by } = affordable(Infinity, windows);
  if (by === null) return 'the windows bear no more';
  return `half of what was left in the ${by.name} window is kept for your own calls`;
}

function skipped(endpoint: Endpoint, why: string): Row {
  return {
    endpoint,
    word: 'not probed',
    status: '',
    check: check(
      `endpoint.${endpoint.id}`,
      'request',
      'skip',
      `${endpoint.id}   not probed: ${why}`,
    ),
  };
}

function rowOf(endpoint: Endpoint, request: ProbeRequest, { answer, findings }: Seen): Row {
  const { verdict } = findings;
  const reading = readingOf(request, answer, findings);
  const status = `${answer.facts.status?.value ?? answer.facts.failureCode?.value ?? 'none'}`;
  const proves = endpoint.freeProbe?.proves ?? [];
  const isProven = proves.includes('plan') || verdict.severity === 'ok';
  const entitled = isProven ? 'allowed' : 'not refused';
  const isPlan = verdict.layer === 'plan' || verdict.layer === 'account';
  const word = reading.expected ? entitled : isPlan ? 'not included' : verdict.title;
  // That a plan leaves something out is what the matrix is for, not a failure of it.
  const severity = reading.expected ? 'ok' : isPlan ? 'warn' : reading.check.status;
  return {
    endpoint,
    word,
    status,
    check: {
      ...reading.check,
      id: `endpoint.${endpoint.id}`,
      status: severity,
      summary: `${endpoint.id}   ${status}: ${word}`,
    },
  };
}

function outcomeOf(
  rows: readonly Row[],
  seen: readonly Seen[],
  windows: readonly QuotaWindow[],
  { run, key }: Session,
  keyDiagnoses: readonly Diagnosis[],
): Outcome {
  const [first] = seen;
  const account = first === undefined ? null : accountOf(first.answer);
  const named = rows.flatMap(({ check }) => (check.status === 'ok' ? [] : [check.diagnosis]));
  const found = seen
    .map(({ findings }) => findings.verdict)
    .filter(({ cause }) => named.includes(cause));
  const unique = [...new Map(found.map((diagnosis) => [diagnosis.cause, diagnosis])).values()];
  const probed = rows.filter(({ check }) => check.status !== 'skip');
  const usable = probed.filter(({ check }) => check.status === 'ok').length;
  const summary = `${usable} of ${probed.length} probed endpoints answer as they should; ${rows.length - probed.length} not probed`;
  return {
    checks: [
      ...key.checks,
      check('matrix', 'plan', usable === probed.length ? 'ok' : 'warn', summary, {
        evidence: { usable, probed: probed.length, all: rows.length },
      }),
      ...rows.map((row) => row.check),
    ],
    diagnoses: [...unique, ...keyDiagnoses],
    ...(first === undefined ? {} : { answeredBy: answeredByOf(first.answer) }),
    cost: run.client.cost(),
    key: key.summary,
    account: account?.account ?? null,
    windows,
    exchanges: seen.map(({ answer }) => exchangeSummary(answer)),
    next: 'lusha-doctor probe --list',
    ...drawing(
      { grid: gridOf(rows), below: [LEGEND], shown: ['endpoint.'], waterfalls: [] },
      run.options.output,
    ),
  };
}

const LEGEND: Block = {
  label: 'READ AS',
  lines: [
    'allowed: the answer itself proves that the plan includes it.',
    'not refused: key and path are good and the plan did not object before the probe was turned down; nobody knows whether Lusha looks at the plan first.',
  ],
};

function gridOf(rows: readonly Row[]): Grid {
  return {
    headers: ['endpoint', 'answer', 'this key', 'plan (documented)'],
    rows: rows.map(({ endpoint, word, status }) => [
      endpoint.id,
      status,
      word,
      endpoint.plan.needs,
    ]),
  };
}
