import { ENDPOINTS } from '../../knowledge/endpoints.ts';
import { nearest } from '../../knowledge/look-up/nearest.ts';
import { ok, wrongUsage, type Result } from '../../model/problem.ts';
import { CLIENTS, type ClientName } from '../../probe/client-transports.ts';
import { demandOf, type Demand } from '../../request/json-path.ts';
import {
  choiceOf,
  numberOf,
  switchOf,
  textOf,
  textsOf,
  type RawOptions,
} from '../../run/raw-options.ts';
import { groupWords } from './matrix/selection.ts';

/** What the run has to come to, for CI. */
export interface Expectations {
  /** Empty: any. */
  readonly statuses: readonly number[];
  readonly json: readonly Demand[];
  readonly maxTtfbMs: number | null;
}

/** What only this command knows. */
export interface ProbeOptions {
  readonly dryRun: boolean;
  readonly curl: boolean;
  /** A group of the catalogue, or all of it. */
  readonly group: string | null;
  readonly repeat: number;
  readonly intervalMs: number;
  readonly retry: { readonly attempts: number; readonly longestSeconds: number } | null;
  readonly expect: Expectations;
  readonly httpClient: ClientName | null;
  readonly showBody: boolean;
}

/** As many attempts as the backoff needs to reach 16 s. */
const ATTEMPTS = 6;
const DAY_SECONDS = 86_400;

/** Reads and checks the options; the first mistake is returned. */
export function probeOptionsOf(raw: RawOptions, words: readonly string[]): Result<ProbeOptions> {
  const clash = contradictionIn(raw, words);
  if (clash !== null) return clash;
  const group = groupOf(raw);
  if (!group.ok) return group;
  const repeat = numberOf(raw, 'repeat', {
    option: '--repeat',
    min: 2,
    max: 100,
    fallback: 1,
    unit: 'calls',
    whole: true,
  });
  if (!repeat.ok) return repeat;
  const seconds = { unit: 'seconds', fallback: 1 };
  const interval = numberOf(raw, 'interval', {
    ...seconds,
    option: '--interval',
    min: 0,
    max: 600,
  });
  if (!interval.ok) return interval;
  const wait = numberOf(raw, 'maxWait', {
    ...seconds,
    option: '--max-wait',
    min: 1,
    max: DAY_SECONDS,
    fallback: 120,
  });
  if (!wait.ok) return wait;
  const expect = expectationsOf(raw);
  if (!expect.ok) return expect;
  const client = httpClientOf(raw);
  if (!client.ok) return client;
  return ok({
    dryRun: switchOf(raw, 'dryRun') === true,
    curl: switchOf(raw, 'curl') === true,
    group: group.value,
    repeat: repeat.value,
    intervalMs: interval.value * 1000,
    retry:
      switchOf(raw, 'retry') === true ? { attempts: ATTEMPTS, longestSeconds: wait.value } : null,
    expect: expect.value,
    httpClient: client.value,
    showBody: switchOf(raw, 'showBody') === true,
  });
}

/** Seconds a run may take where nobody says so: a long one needs more than one request does. */
export function usualDeadline(raw: RawOptions): RawOptions {
  const isLong = ['all', 'group', 'repeat', 'retry'].some((name) => raw[name] !== undefined);
  if (!isLong) return raw;
  const wait = Number(textOf(raw, 'maxWait') ?? 0);
  return { ...raw, usualDeadline: 600 + (Number.isFinite(wait) ? wait : 0) };
}

function httpClientOf(raw: RawOptions): Result<ClientName | null> {
  if (textOf(raw, 'httpClient') === undefined) return ok(null);
  return choiceOf<ClientName>(raw, 'httpClient', {
    option: '--http-client',
    choices: CLIENTS,
    fallback: 'fetch',
  });
}

function groupOf(raw: RawOptions): Result<string | null> {
  const group = textOf(raw, 'group');
  if (group === undefined) return ok(switchOf(raw, 'all') === true ? 'all' : null);
  const words = groupWords(ENDPOINTS);
  if (words.includes(group.toLowerCase())) return ok(group.toLowerCase());
  const near = nearest(group.toLowerCase(), words, 3);
  return wrongUsage(
    'unknown-group',
    `There is no group "${group}".`,
    `${near.length > 0 ? `Nearest: ${near.join(', ')}. ` : ''}Groups: ${words.join(', ')}.`,
  );
}

function expectationsOf(raw: RawOptions): Result<Expectations> {
  const statuses = statusesOf(textOf(raw, 'expectStatus'));
  if (!statuses.ok) return statuses;
  const json: Demand[] = [];
  for (const text of textsOf(raw, 'expectJson')) {
    const demand = demandOf(text);
    if (!demand.ok) return demand;
    json.push(demand.value);
  }
  const ttfb = numberOf(raw, 'maxTtfb', {
    option: '--max-ttfb',
    min: 1,
    max: 600_000,
    fallback: 800,
    unit: 'milliseconds',
  });
  if (!ttfb.ok) return ttfb;
  const maxTtfbMs = textOf(raw, 'maxTtfb') === undefined ? null : ttfb.value;
  return ok({ statuses: statuses.value, json, maxTtfbMs });
}

function statusesOf(text: string | undefined): Result<readonly number[]> {
  if (text === undefined) return ok([]);
  const statuses = text.split(',').map((part) => part.trim());
  if (statuses.every((part) => /^[1-5]\d\d$/.test(part))) return ok(statuses.map(Number));
  return wrongUsage(
    'bad-expectation',
    `--expect-status takes statuses from 100 to 599, not "${text}".`,
    'For example:  --expect-status 200   or  --expect-status 200,404',
  );
}

const NAMES: Readonly<Record<string, string>> = {
  all: '--all',
  group: '--group',
  data: '-d',
  header: '-H',
  query: '-q',
  dryRun: '--dry-run',
  curl: '--curl',
  repeat: '--repeat',
  interval: '--interval',
  retry: '--retry',
  maxWait: '--max-wait',
  httpClient: '--http-client',
  expectStatus: '--expect-status',
  expectJson: '--expect-json',
  maxTtfb: '--max-ttfb',
  showBody: '--show-body',
};

/** Each of the left ones makes no sense together with any of the right ones. */
const APART: readonly (readonly [string, readonly string[]])[] = [
  ['all', ['group', 'data', 'header', 'query', 'repeat', 'retry', 'httpClient', 'curl']],
  ['all', ['expectStatus', 'expectJson', 'maxTtfb', 'showBody']],
  ['group', ['data', 'header', 'query', 'repeat', 'retry', 'httpClient', 'curl']],
  ['group', ['expectStatus', 'expectJson', 'maxTtfb', 'showBody']],
  ['dryRun', ['curl', 'repeat', 'retry', 'httpClient', 'expectStatus', 'expectJson', 'maxTtfb']],
  ['curl', ['repeat', 'retry', 'httpClient', 'expectStatus', 'expectJson', 'maxTtfb']],
  ['repeat', ['retry', 'httpClient']],
  ['retry', ['httpClient']],
];

/** Options that mean nothing without another one. */
const NEEDS: readonly (readonly [string, string])[] = [
  ['interval', 'repeat'],
  ['maxWait', 'retry'],
];

function contradictionIn(raw: RawOptions, words: readonly string[]) {
  const given = (name: string) => raw[name] !== undefined && raw[name] !== false;
  for (const [one, others] of APART) {
    const other = others.find(given);
    if (given(one) && other !== undefined) {
      return contradiction(`${NAMES[one]} and ${NAMES[other]} do not go together.`);
    }
  }
  for (const [one, other] of NEEDS) {
    if (given(one) && !given(other)) {
      return contradiction(`${NAMES[one]} means nothing without ${NAMES[other]}.`);
    }
  }
  const many = given('all') ? 'all' : given('group') ? 'group' : null;
  if (many !== null && words.length > 0) {
    return contradiction(
      `${NAMES[many]} probes many endpoints, and "${words.join(' ')}" names one.`,
    );
  }
  return null;
}

function contradiction(message: string) {
  return wrongUsage('contradiction', message, 'Leave one of the two out. Nothing was sent.');
}
