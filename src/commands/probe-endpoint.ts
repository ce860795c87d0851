import type { GuardedIo } from '../model/io.ts';
import { couldNotCheck } from '../model/layer.ts';
import { ok, wrongUsage, type Result } from '../model/problem.ts';
import type { Check } from '../model/report.ts';
import { windowsOf } from './account-report.ts';
import { USAGE_PATH } from './check-key.ts';
import {
  answeredByOf,
  conditionChecks,
  diagnosesToShow,
  exchangeSummary,
  findingsOf,
  nextStep,
  pathChecks,
  unreachedText,
  verdictCheck,
} from './findings.ts';
import { reportKey, withoutRequest } from './key-report.ts';
import { runNetworkCommand, type Run } from './network-command.ts';
import { complain } from './present.ts';
import { probeTargetOf, type ProbeTarget } from './probe-request.ts';
import type { RawOptions } from './raw-options.ts';
import { check, type Outcome } from './report-builder.ts';
import { mayBeSent } from './spending.ts';

/** One request to one endpoint: how far it got, what came back, what it means. */
export async function probeEndpoint(
  words: readonly string[],
  raw: RawOptions,
  io: GuardedIo,
): Promise<number> {
  if (words.length === 0) {
    return runNetworkCommand('probe-endpoint', raw, io, (run) => probeScenario(run));
  }
  const request = probeTargetOf(words, raw);
  if (!request.ok) return complain(request.problem, io);
  return runNetworkCommand('probe-endpoint', raw, io, (run) => probeRequest(request.value, run));
}

/** Without a target, a scenario is shown by the request that brings it to light. */
async function probeScenario(run: Run): Promise<Result<Outcome>> {
  const { scenario } = run.target;
  if (scenario === null) {
    return wrongUsage(
      'nothing-to-probe',
      'Which endpoint?',
      `For example:  lusha-doctor probe GET ${USAGE_PATH}`,
    );
  }
  const { method, path, body } = scenario.request ?? { method: 'GET', path: USAGE_PATH };
  const request = probeTargetOf(
    [method, path],
    body === undefined ? {} : { data: JSON.stringify(body) },
  );
  return request.ok ? probeRequest(request.value, run) : request;
}

async function probeRequest(request: ProbeTarget, run: Run): Promise<Result<Outcome>> {
  const { target, options, client, io, progress } = run;
  const allowed = mayBeSent(request, {
    maxCredits: options.maxCredits,
    simulated: target.scenario !== null,
  });
  if (!allowed.ok) return allowed;
  const key = reportKey(target.keySearch, io);
  if (key.sendable === null) return ok(withoutRequest(key));
  progress.update(`${request.method} ${request.path}`);
  const answer = await client.call(
    {
      method: request.method,
      path: request.path,
      headers: request.headers,
      ...(request.body === undefined ? {} : { body: request.body }),
      key: key.sendable,
      placement: target.placement,
    },
    key.facts,
  );
  const findings = findingsOf(answer, io.clock.now());
  const { verdict } = findings;
  const unreached: Check[] = couldNotCheck(verdict.layer)
    ? [check('endpoint', 'request', 'skip', `${unreachedText(answer)}: nothing is known about it`)]
    : [];
  return ok({
    checks: [
      ...key.checks,
      ...pathChecks(verdict, answer),
      verdictCheck(verdict, answer),
      ...unreached,
      ...conditionChecks(findings.conditions),
    ],
    diagnoses: diagnosesToShow(findings, key.diagnoses),
    answeredBy: answeredByOf(answer),
    cost: client.cost(),
    key: key.summary,
    windows: windowsOf(answer),
    exchanges: [exchangeSummary(answer)],
    next: nextStep(verdict, 'lusha-doctor watch-ratelimit --once'),
  });
}
