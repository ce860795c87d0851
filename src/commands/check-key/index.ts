import type { Findings } from '../../diagnosis/diagnose.ts';
import type { GuardedIo } from '../../model/io.ts';
import { couldNotCheck } from '../../model/layer.ts';
import { ok, type Result } from '../../model/problem.ts';
import type { Check, Cost } from '../../model/report.ts';
import { accountChecks, type AccountReading } from '../../run/report/account-report.ts';
import { accessNotice, mapAccess, type AccessMap } from './access.ts';
import { lifetimeChecks } from './lifetime.ts';
import type { CheckKeyOptions } from './options.ts';
import { questionOf, type Question } from './question.ts';
import { LUSHAS_PLACES, readStatus, type Places } from './service-status.ts';
import type { Answer, Client } from '../../run/client.ts';
import {
  answeredByOf,
  conditionChecks,
  diagnosesToShow,
  exchangeSummary,
  nextStep,
  pathChecks,
  unreachedText,
  verdictCheck,
} from '../../run/report/findings.ts';
import { reportKey, withoutRequest, type KeyReport } from '../../run/report/key-report.ts';
import { runNetworkCommand, type Run } from '../../run/network-command.ts';
import { check, type Outcome } from '../../run/report/report-builder.ts';

/** Is the key there, clean and accepted, and what is left of the account? One free request when all is well. */
export async function checkKey(
  options: CheckKeyOptions,
  io: GuardedIo,
  places: Places = LUSHAS_PLACES,
): Promise<number> {
  return runNetworkCommand('check-key', options, io, (run) => body(run, options, places));
}

async function body(run: Run, wanted: CheckKeyOptions, places: Places): Promise<Result<Outcome>> {
  const key = reportKey(run.target.keySearch, run.io);
  const question = await questionOf(run, key, wanted);
  if (question.kind === 'not-asked') {
    return ok(withoutRequest(key, question.checks));
  }
  const { answer, findings, usage } = question;
  const status = await readStatus(findings.verdict, run, wanted.status, places);
  const access = await accessOf(question, run, wanted);
  const now = run.io.clock.now();
  return ok({
    checks: [
      ...key.checks,
      ...pathChecks(findings.verdict, answer),
      ...loginChecks(question),
      ...(usage === null ? [] : accountChecks(usage, wanted)),
      ...status.checks,
      ...lifetimeChecks(question.asked, now),
      ...conditionChecks(findings.conditions.filter(({ cause }) => cause !== 'endpoint-sunset')),
      ...access.checks,
    ],
    diagnoses: diagnosesToShow(findings, key.diagnoses),
    answeredBy: answeredByOf(answer),
    cost: sumOf([run.client, status.client]),
    key: key.summary,
    account: usage?.account ?? null,
    windows: usage?.windows ?? [],
    ...(key.clients.length === 0 ? {} : { clients: key.clients }),
    ...(access.map === null ? {} : { access: access.map.access }),
    exchanges: [...run.client.answers, ...(status.client?.answers ?? [])].map(exchangeSummary),
    next: nextOf(question, key, wanted),
  });
}

type Asked = Extract<Question, { kind: 'asked' }>;

function loginChecks(question: Asked): readonly Check[] {
  const { findings, usage, answer, more } = question;
  return [...verdictChecks(findings, usage, answer), ...more];
}

function verdictChecks(
  { verdict }: Findings,
  usage: AccountReading | null,
  answer: Answer,
): readonly Check[] {
  if (verdict.severity === 'ok') {
    if (usage !== null) return [check('login', 'key', 'ok', 'your key was accepted')];
    const odd = 'status 200, but no account data: this is not the usage answer';
    return [check('login', 'service', 'unknown', odd)];
  }
  const failed = verdictCheck(verdict, answer);
  if (!couldNotCheck(verdict.layer)) return [failed];
  const why = `${unreachedText(answer)}, so nothing is known about the key`;
  return [failed, check('login', 'key', 'skip', why)];
}

interface Access {
  readonly checks: readonly Check[];
  readonly map: AccessMap | null;
}

/** What else the key may use; only worth asking with a key that is accepted. */
async function accessOf(
  { usage, accepted, answer }: Asked,
  run: Run,
  { access }: CheckKeyOptions,
): Promise<Access> {
  if (access !== true) return { checks: [], map: null };
  if (usage === null || accepted === null) {
    const why = 'not mapped: without an accepted key every group would refuse';
    return { checks: [check('access', 'plan', 'skip', why)], map: null };
  }
  if (!run.options.output.quiet) run.io.stderr.write(`lusha-doctor: ${accessNotice()}\n`);
  const map = await mapAccess(run, accepted, answer.facts);
  return { checks: [map.check], map };
}

function nextOf(question: Asked, key: KeyReport, { tryRepaired }: CheckKeyOptions): string {
  const { findings, usage } = question;
  const isBroken = findings.verdict.severity !== 'ok' && findings.verdict.layer === 'key';
  if (isBroken && key.repaired !== null && tryRepaired !== true) {
    return 'lusha-doctor check-key --try-repaired';
  }
  const [first] = key.diagnoses;
  if (usage !== null && first !== undefined) return `lusha-doctor explain ${first.cause}`;
  return nextStep(findings.verdict, 'lusha-doctor watch-ratelimit --once');
}

function sumOf(clients: readonly (Client | null)[]): Cost {
  const costs = clients.flatMap((client) => (client === null ? [] : [client.cost()]));
  return {
    requests: costs.reduce((sum, { requests }) => sum + requests, 0),
    credits: costs.reduce((sum, { credits }) => sum + credits, 0),
    usageCalls: costs.reduce((sum, { usageCalls }) => sum + usageCalls, 0),
  };
}
