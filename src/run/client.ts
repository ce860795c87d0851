import { factsOf } from '../evidence/facts.ts';
import type { Exchange, KeyPlacement } from '../model/exchange.ts';
import type { Fact, FactName, Facts, FactValues } from '../model/fact.ts';
import type { GuardedIo } from '../model/io.ts';
import { ok, type Result } from '../model/problem.ts';
import type { Cost, ReportTarget } from '../model/report.ts';
import type { Secret } from '../model/secret.ts';
import { VERSION } from '../model/version.ts';
import { fellBackToIpv4, type EnvironmentFinding } from '../probe/proxy/environment-findings.ts';
import { probe, type ProbeSetting } from '../probe/probe.ts';
import { chooseProxy, type ProxyDecision } from '../probe/proxy/proxy-settings.ts';
import { maskProxyUrl } from '../probe/proxy/proxy-url.ts';
import { peopleIn } from '../redact/members.ts';
import type { NetworkOptions } from './network-options.ts';
import type { Target } from './target.ts';
import { systemTrusts, trustOf } from './trust.ts';
import { USAGE_PATHS, type UsageBudget } from './usage-budget.ts';

/** One request to make. */
interface Call {
  readonly method: string;
  /** Path with its query, from the base URL's origin. */
  readonly path: string;
  readonly headers?: Readonly<Record<string, string>>;
  readonly body?: string;
  readonly key: Secret | null;
  readonly placement: KeyPlacement;
}

/** What came of it: everything that happened, and the facts in it. */
export interface Answer {
  readonly exchange: Exchange;
  readonly facts: Facts;
}

/** Makes calls to one base URL and keeps count of them. */
export interface Client {
  call(call: Call, extra?: Facts): Promise<Answer>;
  /** Adds to an answer what other answers say about it. Gives the answer to go on with. */
  learn(answer: Answer, facts: Facts): Answer;
  readonly answers: readonly Answer[];
  readonly target: ReportTarget;
  cost(): Cost;
}

/** Bodies are read up to here, after decompression. */
const MAX_BODY_BYTES = 1024 * 1024;
const MAX_HEADER_BYTES = 64 * 1024;

/** A client for one run; `signal` carries the run's deadline. Usage calls are put down in `usage`. */
export async function openClient(
  target: Pick<Target, 'baseUrl' | 'hostSource' | 'proxy' | 'proxySource' | 'authority'>,
  options: NetworkOptions,
  io: GuardedIo,
  signal: AbortSignal,
  usage: UsageBudget,
): Promise<Result<Client>> {
  const { baseUrl, proxy: option, proxySource: optionSource, authority } = target;
  const trust = await trustOf(options.ca, io);
  if (!trust.ok) return trust;
  const { ca, extraCa, ...known } = trust.value;
  const proxy = chooseProxy({
    env: io.env,
    option,
    optionSource,
    target: baseUrl,
    node: io.platform.node,
    ...known,
  });
  if (!proxy.ok) return proxy;
  const trusted =
    authority === null ? { ca, extraCa } : { ca: [...ca, authority], extraCa: '--simulate' };
  return ok(clientFor(target, options, io, signal, usage, trusted, proxy.value));
}

function clientFor(
  { baseUrl, hostSource }: Pick<Target, 'baseUrl' | 'hostSource'>,
  options: NetworkOptions,
  io: GuardedIo,
  signal: AbortSignal,
  usage: UsageBudget,
  trusted: Pick<ProbeSetting, 'ca' | 'extraCa'>,
  proxy: ProxyDecision,
): Client {
  const answers: Answer[] = [];
  // The clock does not change within a run, and a refused certificate brings no date of its own.
  let clock: Facts = {};
  const plan = options.config?.config.plan;
  const stated: Facts =
    plan === undefined ? {} : { plan: fact('plan', plan, options.config?.path ?? 'config file') };
  const surely: Facts = {
    hostSource: fact('hostSource', hostSource, 'options and environment'),
    ...variableFacts(proxy),
  };
  return {
    answers,
    target: {
      origin: baseUrl.origin,
      originSource: hostSource,
      proxy: proxyOf(proxy),
      extraCa: trusted.extraCa ?? null,
    },
    async call(call, extra = {}) {
      if (USAGE_PATHS.includes(call.path)) await usage.take();
      const exchange = await probe(
        {
          method: call.method,
          url: new URL(call.path, baseUrl.origin),
          headers: { 'user-agent': `lusha-doctor/${VERSION}`, ...call.headers },
          ...(call.body === undefined ? {} : { body: call.body }),
          ...(call.key === null ? {} : { key: call.key }),
          keyPlacement: call.key === null ? 'none' : call.placement,
        },
        {
          clock: io.clock,
          signal,
          limits: {
            timeoutMs: options.timeoutMs,
            maxBodyBytes: MAX_BODY_BYTES,
            maxHeaderBytes: MAX_HEADER_BYTES,
          },
          proxy: proxy.choice,
          ...trusted,
        },
      );
      const seen = factsOf(exchange, {
        now: io.clock.now(),
        people: peopleIn(call.path, call.body),
        extra: { ...surely, ...(await surroundings(exchange, proxy.findings, io)), ...extra },
      });
      if (seen.clockSkew !== undefined) clock = { clockSkew: seen.clockSkew };
      // What the account says of itself wins over what somebody wrote down about it.
      const facts = { ...stated, ...clock, ...seen };
      const answer = { exchange, facts };
      answers.push(answer);
      return answer;
    },
    learn(answer, facts) {
      const learnt = { ...answer, facts: { ...answer.facts, ...facts } };
      answers.splice(answers.indexOf(answer), 1, learnt);
      return learnt;
    },
    cost: () => costOf(answers),
  };
}

function proxyOf({ choice }: ProxyDecision): ReportTarget['proxy'] {
  if (choice.kind === 'none') return null;
  const url = choice.kind === 'proxy' ? maskProxyUrl(choice.url) : choice.text;
  return { url, source: choice.source };
}

function variableFacts({ variable }: ProxyDecision): Facts {
  if (variable === undefined) return {};
  return {
    proxyVariable: fact('proxyVariable', variable.name, 'environment of this machine'),
    proxyValue: fact('proxyValue', variable.value, 'environment of this machine'),
  };
}

/** What the variables, and this exchange, show about the machine. */
async function surroundings(
  exchange: Exchange,
  byVariables: readonly EnvironmentFinding[],
  io: GuardedIo,
): Promise<Facts> {
  const findings: readonly EnvironmentFinding[] = [
    ...byVariables,
    ...(fellBackToIpv4(exchange) ? (['ipv6-first'] as const) : []),
    ...((await systemTrusts(exchange, io)) ? (['ca-known-to-system'] as const) : []),
  ];
  if (findings.length === 0) return {};
  return { environment: fact('environment', findings, 'environment of this machine') };
}

/** A fact that the run itself contributes. */
export function fact<N extends FactName>(name: N, value: FactValues[N], seenIn: string): Fact<N> {
  return { name, value, seenIn };
}

/** Requests that left this machine, credits the answers report, and calls of the usage endpoint. */
function costOf(answers: readonly Answer[]): Cost {
  const sent = answers.filter(({ exchange }) => wasSent(exchange));
  return {
    requests: sent.length,
    credits: sent.reduce((sum, { facts }) => sum + (facts.creditsCharged?.value ?? 0), 0),
    usageCalls: sent.filter(({ facts }) => USAGE_PATHS.includes(facts.path?.value ?? '')).length,
  };
}

function wasSent({ phases, response }: Exchange): boolean {
  return response !== undefined || phases.some(({ phase }) => phase === 'send');
}
