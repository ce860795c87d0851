import { factsOf } from '../../evidence/facts.ts';
import { findingsOf, exchangeSummary } from '../../run/report/findings.ts';
import type { GuardedIo } from '../../model/io.ts';
import { ok, type Result } from '../../model/problem.ts';
import type { Cost } from '../../model/report.ts';
import type { ClientName } from '../../probe/client-names.ts';
import { sendAs } from '../../probe/proxy/ordinary-clients.ts';
import { fetchObeysVariables } from '../../probe/proxy/environment-findings.ts';
import { chooseProxy, type ProxyChoice } from '../../probe/proxy/proxy-settings.ts';
import { peopleIn } from '../../redact/members.ts';
import type { Grid } from '../../render/pages/probe-page.ts';
import { openClient, type Client } from '../../run/client.ts';
import type { Run } from '../../run/network-command.ts';
import { USAGE_PATHS } from '../../run/usage-budget.ts';
import { VERSION } from '../../model/version.ts';
import { check, type Outcome } from '../../run/report/report-builder.ts';
import { outcomeOf, type Before } from './one.ts';
import type { ProbeOptions } from './wanted.ts';
import { drawing } from './page.ts';
import { readingOf } from './reading.ts';
import type { ProbeRequest } from './request/request.ts';
import { mayBeSent } from './spending.ts';
import type { Seen, Session } from './session.ts';

const MAX_BODY_BYTES = 1024 * 1024;

/** One way to send the request. */
interface Way {
  readonly name: string;
  send(): Promise<Seen>;
}

/** How the user's way differs from the usual one, in words; null when it does not. */
export function differenceOf(options: ProbeOptions, run: Run): string | null {
  const { target, io, options: network } = run;
  // A scenario that sends the key another way has its own difference.
  if (target.scenario?.request?.key !== undefined) return null;
  const simulated = target.scenario !== null;
  const parts = [
    ...(options.httpClient === null ? [] : [`--http-client ${options.httpClient}`]),
    ...(network.auth === 'bearer' ? ['--auth bearer'] : []),
    ...(!simulated && network.proxy === 'none' && hasProxy(io, target.baseUrl)
      ? ['--proxy none']
      : []),
  ];
  return parts.length === 0 ? null : parts.join(' ');
}

function hasProxy(io: GuardedIo, target: URL): boolean {
  const chosen = chooseProxy({ env: io.env, option: undefined, target, node: io.platform.node });
  return chosen.ok && chosen.value.choice.kind === 'proxy';
}

/** The request as the user's program sends it, beside the way that works. */
export async function compared(
  request: ProbeRequest,
  difference: string,
  before: Before,
  session: Session,
  options: ProbeOptions,
): Promise<Result<Outcome>> {
  const { run } = session;
  const allowed = mayBeSent(request, session.budget);
  if (!allowed.ok) return allowed;
  const usual = await usualClient(run);
  if (!usual.ok) return usual;
  const asked = await askedWay(request, difference, before, session, options.httpClient).send();
  const working = await usualWay(request, before, session, usual.value).send();
  const one = outcomeOf(request, asked, before, session, options);
  const rows = [rowOf(difference, request, asked), rowOf('as it works', request, working)];
  return ok({
    ...one,
    checks: [
      ...one.checks,
      ...rows.map(({ id, cells, seen }) =>
        check(`compare.${id}`, 'client', 'ok', cells.join('   '), {
          evidence: {
            status: seen.answer.facts.status?.value ?? null,
            cause: seen.findings.verdict.cause,
          },
        }),
      ),
    ],
    cost: sum(run.client.cost(), usual.value.cost(), options.httpClient === null ? 0 : 1),
    exchanges: [asked, working].map(({ answer }) => exchangeSummary(answer)),
    ...drawing({ grid: gridOf(rows), shown: ['compare.', 'answer.body'] }, run.options.output),
  });
}

/** Through the proxies of the environment and with the key in api_key. */
function usualClient(run: Run): Promise<Result<Client>> {
  const { target, options, io, signal, usage } = run;
  const proxy = target.scenario === null && target.proxy === 'none' ? undefined : target.proxy;
  return openClient({ ...target, proxy }, options, io, signal, usage);
}

function usualWay(request: ProbeRequest, before: Before, session: Session, client: Client): Way {
  const { key, run } = session;
  const { method, path, headers, body } = request;
  return {
    name: 'as it works',
    send: async () => {
      const answer = await client.call(
        {
          method,
          path,
          headers,
          ...(body === undefined ? {} : { body: body.text }),
          key: request.key === 'omit' ? null : key.sendable,
          placement: 'api_key',
        },
        { ...key.facts, ...before.facts },
      );
      return { answer, findings: findingsOf(answer, run.io.clock.now()) };
    },
  };
}

function askedWay(
  request: ProbeRequest,
  name: string,
  before: Before,
  session: Session,
  httpClient: ClientName | null,
): Way {
  if (httpClient === null) return { name, send: () => session.send(request, before.facts) };
  return { name, send: () => sendOrdinarily(request, httpClient, before, session) };
}

/** With the key's own text: a defect in it is what the user's program meets. */
async function sendOrdinarily(
  { method, path, headers, body, key: mode }: ProbeRequest,
  client: ClientName,
  before: Before,
  { run, key }: Session,
): Promise<Seen> {
  const { io, target, options, signal, usage } = run;
  if (USAGE_PATHS.includes(path)) await usage.take();
  const expired = new AbortController();
  const cancelled = new AbortController();
  void io.clock.sleep(options.timeoutMs, cancelled.signal).then(() => expired.abort('deadline'));
  const exchange = await sendAs(
    client,
    {
      method,
      url: new URL(path, target.baseUrl.origin),
      headers: { 'user-agent': `lusha-doctor/${VERSION}`, ...headers },
      ...(body === undefined ? {} : { body: body.text }),
      key: mode === 'omit' ? null : (target.keySearch.found?.secret ?? null),
      placement: options.auth,
    },
    {
      clock: io.clock,
      signal: AbortSignal.any([signal, expired.signal]),
      timeoutMs: options.timeoutMs,
      maxBodyBytes: MAX_BODY_BYTES,
      proxy: proxyOfClient(client, target.baseUrl, io),
    },
  );
  cancelled.abort();
  const facts = factsOf(exchange, {
    now: io.clock.now(),
    people: peopleIn(path, body?.text),
    extra: { ...key.facts, ...before.facts },
  });
  const answer = { exchange, facts };
  return { answer, findings: findingsOf(answer, io.clock.now()) };
}

/** Of Node's own clients fetch alone obeys the variables here, and only where it was told to. */
function proxyOfClient(client: ClientName, target: URL, { env, platform }: GuardedIo): ProxyChoice {
  const because = `${client} reads no proxy variables`;
  const obeys = client === 'fetch' && fetchObeysVariables(env, platform.node);
  if (!obeys || target.protocol !== 'https:') return { kind: 'none', because };
  const chosen = chooseProxy({ env, option: undefined, target, node: platform.node });
  return chosen.ok ? chosen.value.choice : { kind: 'none', because };
}

interface Row {
  readonly id: string;
  readonly seen: Seen;
  readonly cells: readonly string[];
}

function rowOf(name: string, request: ProbeRequest, seen: Seen): Row {
  const { facts } = seen.answer;
  const { check: read, expected } = readingOf(request, seen.answer, seen.findings);
  const meaning = expected ? 'as it should be' : seen.findings.verdict.title;
  const status = `${facts.status?.value ?? facts.failureCode?.value ?? 'no answer'}`;
  const cells = [
    name,
    status,
    meaning,
    `${read.durationMs ?? exchangeSummary(seen.answer).totalMs} ms`,
  ];
  return { id: name === 'as it works' ? 'usual' : 'asked', seen, cells };
}

function gridOf(rows: readonly Row[]): Grid {
  return { headers: ['sent', 'answer', 'meaning', 'time'], rows: rows.map(({ cells }) => cells) };
}

function sum(one: Cost, other: Cost, more: number): Cost {
  return {
    requests: one.requests + other.requests + more,
    credits: one.credits + other.credits,
    usageCalls: one.usageCalls + other.usageCalls,
  };
}
