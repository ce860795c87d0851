import type { GuardedIo } from '../../model/io.ts';
import { ok, wrongUsage, type Result } from '../../model/problem.ts';
import { USAGE_PATH } from '../../knowledge/usage-paths.ts';
import { reportKey, withoutRequest } from '../../run/report/key-report.ts';
import { deadlineOf, readingUnder } from '../../run/deadline.ts';
import { runNetworkCommand, USUAL_DEADLINE_S, type Run } from '../../run/network-command.ts';
import { complain } from '../../run/present/present.ts';
import { compared, differenceOf } from './compare.ts';
import { listEndpoints } from './matrix/list.ts';
import { matrixOf } from './matrix/matrix.ts';
import { outcomeOf, prepare } from './one.ts';
import type { ProbeGiven } from './options.ts';
import { probeOptionsOf, usualDeadline, type ProbeOptions } from './wanted.ts';
import { dryRun, printCurl } from './request/preview.ts';
import { repeated } from './repeat.ts';
import {
  requestOf,
  scenarioRequest,
  toldRequest,
  withoutKey,
  type ProbeRequest,
} from './request/request.ts';
import { sendWithRetries } from './retry.ts';
import { openSession } from './session.ts';
import { mayBeSent } from './spending.ts';
import type { Outcome } from '../../run/report/report-builder.ts';
import { planOf } from './matrix/plan.ts';

/** How far a request to any endpoint gets, what came back, what it means; free unless told otherwise. */
export async function probeEndpoint(
  words: readonly string[],
  given: ProbeGiven,
  io: GuardedIo,
): Promise<number> {
  const { list } = given;
  if (list !== undefined) {
    const filter = [...(typeof list === 'string' ? [list] : []), ...words].join(' ');
    return listEndpoints(filter, given, io);
  }
  const options = probeOptionsOf(given, words);
  if (!options.ok) return complain(options.problem, io);
  const run = (body: (run: Run) => Promise<Result<Outcome>>) =>
    runNetworkCommand('probe-endpoint', given, io, body, usualDeadline(given));
  const { group } = options.value;
  if (group !== null) return run((one) => probeGroup(group, options.value, one));
  if (words.length === 0) return run((one) => probeScenario(options.value, one));
  const early = deadlineOf((given.deadline ?? usualDeadline(given) ?? USUAL_DEADLINE_S) * 1000, io);
  const request = await requestOf(words, given, readingUnder(early, io));
  early.cancel();
  if (!request.ok) return complain(request.problem, io);
  if (options.value.curl) return printCurl(request.value, given, io);
  return run((one) => probeRequest(request.value, options.value, one));
}

/** Without a target, a scenario is shown by the request that brings it to light. */
async function probeScenario(options: ProbeOptions, run: Run): Promise<Result<Outcome>> {
  const { scenario } = run.target;
  if (scenario === null) {
    return wrongUsage(
      'nothing-to-probe',
      'Which endpoint?',
      `For example:  lusha-doctor probe GET ${USAGE_PATH}   All of them:  lusha-doctor probe --list`,
    );
  }
  const request = scenarioRequest(scenario.request ?? { method: 'GET', path: USAGE_PATH });
  return probeRequest(request, options, run);
}

async function probeGroup(
  group: string,
  options: ProbeOptions,
  run: Run,
): Promise<Result<Outcome>> {
  if (options.dryRun) return planOf(group, run);
  const key = reportKey(run.target.keySearch, run.io);
  return key.sendable === null ? ok(withoutRequest(key)) : matrixOf(group, openSession(run, key));
}

async function probeRequest(
  request: ProbeRequest,
  options: ProbeOptions,
  run: Run,
): Promise<Result<Outcome>> {
  const keyless = withoutKey(request, run.io);
  if (!keyless.ok) return keyless;
  if (options.dryRun) return dryRun(request, options.showBody, run);
  const simulated = run.target.scenario !== null;
  const allowed = mayBeSent(request, { maxCredits: run.options.maxCredits, simulated });
  if (!allowed.ok) return allowed;
  const key = reportKey(run.target.keySearch, run.io);
  const needsKey = request.key === 'send' && options.httpClient === null;
  if (needsKey && key.sendable === null) return ok(withoutRequest(key));
  const session = openSession(run, key);
  const difference = differenceOf(options, run);
  const calls = Math.max(
    options.repeat,
    difference === null ? 1 : 2,
    options.retry === null ? 1 : options.retry.attempts,
  );
  const before = await prepare(request, session, calls);
  if (!before.ok) return before;
  if (difference !== null) return compared(request, difference, before.value, session, options);
  if (options.repeat > 1) return ok(await repeated(request, before.value, session, options));
  run.progress.update(toldRequest(request));
  if (options.retry === null) {
    const seen = await session.send(request, before.value.facts);
    return ok(outcomeOf(request, seen, before.value, session, options));
  }
  const { seen, checks } = await sendWithRetries(request, before.value, session, options.retry);
  return ok(outcomeOf(request, seen, before.value, session, options, checks));
}
