import { diagnose } from '../../diagnosis/diagnose.ts';
import { ENDPOINTS } from '../../knowledge/endpoints.ts';
import type { Endpoint, EndpointGroup, FreeProbe, PlanNeed } from '../../model/endpoint.ts';
import type { Facts } from '../../model/fact.ts';
import type { Check, GroupAccess } from '../../model/report.ts';
import type { Secret } from '../../model/secret.ts';
import { fact, type Answer } from '../../run/client.ts';
import type { Run } from '../../run/network-command.ts';
import { check } from '../../run/report/report-builder.ts';

/** One free request that shows something about a group of endpoints. */
interface AccessProbe {
  readonly group: EndpointGroup;
  /** Method and path as the catalogue has them. */
  readonly request: string;
  readonly needs: PlanNeed;
  readonly probe: FreeProbe;
}

/** Together with the usage call a run stays at ten requests or below. */
const MOST_PROBES = 9;

/** The group of the usage call itself, and groups that nobody should build on any more. */
const LEFT_OUT: readonly EndpointGroup[] = ['account', 'v2', 'dead', 'other-host'];

/** The probes of `--access`: the most telling free one of each group. */
const ACCESS_PROBES: readonly AccessProbe[] = probesOf(ENDPOINTS);

function probesOf(endpoints: readonly Endpoint[]): readonly AccessProbe[] {
  const best = new Map<EndpointGroup, { readonly weight: number; readonly probe: AccessProbe }>();
  for (const endpoint of endpoints) {
    const { group, state, freeProbe, plan, never, secretAnswer, method, path } = endpoint;
    if (freeProbe === null || freeProbe.key !== 'send' || LEFT_OUT.includes(group)) continue;
    if (never !== undefined || secretAnswer === true) continue;
    if (state !== 'current' && state !== 'beta') continue;
    const weight = weightOf(freeProbe);
    if (weight < (best.get(group)?.weight ?? Infinity)) {
      const request = `${method} ${path}`;
      best.set(group, { weight, probe: { group, request, needs: plan.needs, probe: freeProbe } });
    }
  }
  return [...best.values()].map(({ probe }) => probe).slice(0, MOST_PROBES);
}

/** The lower the more it tells: a call that succeeds, then a refusal that is known to be free. */
function weightOf({ kind, method, proves, certainty }: FreeProbe): number {
  if (kind === 'as-is') return proves.includes('plan') ? 0 : 1;
  if (certainty === 'observed') return 2;
  if (certainty === 'documented') return method === 'GET' ? 3 : 4;
  return 5;
}

/** What `--access` says before it asks. */
export function accessNotice(): string {
  const count = ACCESS_PROBES.length;
  return `--access makes ${count} more free requests, one for each group of endpoints; they count in your request windows and cost no credits`;
}

/** What came of mapping. */
export interface AccessMap {
  readonly access: readonly GroupAccess[];
  readonly check: Check;
}

/** Asks one free question per group with a key that is known to be good. Stops when throttled. */
export async function mapAccess(run: Run, key: Secret, known: Facts): Promise<AccessMap> {
  const access: GroupAccess[] = [];
  let stopped: string | null = null;
  for (const one of ACCESS_PROBES) {
    run.progress.update(one.request);
    if (stopped === null && run.signal.aborted) stopped = 'not asked: the time was up';
    if (stopped !== null) {
      access.push({ ...head(one), access: 'unknown', status: null, evidence: stopped });
      continue;
    }
    const answer = await ask(one.probe, run, key, known);
    access.push({ ...head(one), ...judge(one, answer) });
    if (answer.facts.status === undefined) stopped = 'not asked: the one before got no answer';
    if (answer.facts.status?.value === 429) stopped = 'not asked: the one before was throttled';
  }
  return { access, check: accessCheck(access) };
}

function head({ group, request }: AccessProbe): Pick<GroupAccess, 'group' | 'request'> {
  return { group, request };
}

function ask({ method, path, body }: FreeProbe, run: Run, key: Secret, known: Facts) {
  return run.client.call(
    {
      method,
      path,
      ...(body === undefined
        ? {}
        : { body: JSON.stringify(body), headers: { 'content-type': 'application/json' } }),
      key,
      placement: run.target.placement,
    },
    {
      keyAccepted: fact('keyAccepted', true, 'GET /v3/account/usage in this run'),
      ...(known.plan === undefined ? {} : { plan: known.plan }),
    },
  );
}

function judge(
  { needs, probe }: AccessProbe,
  { facts }: Answer,
): Pick<GroupAccess, 'access' | 'status' | 'evidence'> {
  const status = facts.status?.value ?? null;
  if (status === null) {
    return { access: 'unknown', status, evidence: facts.failureCode?.value ?? 'no answer' };
  }
  const said = facts.message?.value ?? null;
  const { verdict } = diagnose(facts);
  const isLushas = facts.answeredBy?.value === 'lusha' || facts.answeredBy?.value === 'gateway';
  if (isLushas && (status === 402 || status === 403) && verdict.layer === 'plan') {
    return { access: 'not in plan', status, evidence: said ?? verdict.title };
  }
  if (!probe.expect.statuses.includes(status) || !isLushas) {
    return { access: 'unknown', status, evidence: said ?? verdict.title };
  }
  if (probe.kind === 'as-is' && status < 300) {
    return { access: 'allowed', status, evidence: 'answered' };
  }
  return OPEN_TO_ALL.includes(needs)
    ? { access: 'allowed', status, evidence: 'let in, and refused for its content only' }
    : {
        access: 'unknown',
        status,
        evidence: 'refused for its content; whether the plan was looked at before is not known',
      };
}

const OPEN_TO_ALL: readonly PlanNeed[] = ['none', 'any', 'api-access'];

function accessCheck(access: readonly GroupAccess[]): Check {
  const groups = (wanted: GroupAccess['access']) =>
    access.flatMap(({ group, access: found }) => (found === wanted ? [group] : []));
  const parts = (['allowed', 'not in plan', 'unknown'] as const)
    .filter((wanted) => groups(wanted).length > 0)
    .map((wanted) => `${groups(wanted).length} ${wanted}`);
  const summary = `${parts.join(', ')} of ${access.length} groups of endpoints`;
  return check('access', 'plan', 'ok', summary, {
    evidence: {
      allowed: groups('allowed'),
      notInPlan: groups('not in plan'),
      unknown: groups('unknown'),
    },
  });
}
