import { ENDPOINTS } from '../../knowledge/endpoints.ts';
import { nearest } from '../../knowledge/look-up/nearest.ts';
import { ok, wrongUsage, type Failed, type Result } from '../../model/problem.ts';
import type { ClientName } from '../../probe/client-names.ts';
import type { Demand } from '../../request/json-path.ts';
import { flagOf } from '../../run/options/parse.ts';
import { groupWords } from './matrix/selection.ts';
import type { ProbeGiven } from './options.ts';

/** What the run has to come to, for CI. */
export interface Expectations {
  /** Empty: any. */
  readonly statuses: readonly number[];
  readonly json: readonly Demand[];
  readonly maxTtfbMs: number | null;
}

/** What this command has to do besides sending one request. */
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

/** What the options come to; the first contradiction is returned. */
export function probeOptionsOf(given: ProbeGiven, words: readonly string[]): Result<ProbeOptions> {
  const clash = contradictionIn(given, words);
  if (clash !== null) return clash;
  const group = groupOf(given);
  if (!group.ok) return group;
  const { repeat = 1, interval = 1, maxWait = 120, expectStatus = [], expectJson = [] } = given;
  return ok({
    dryRun: given.dryRun === true,
    curl: given.curl === true,
    group: group.value,
    repeat,
    intervalMs: interval * 1000,
    retry: given.retry === true ? { attempts: ATTEMPTS, longestSeconds: maxWait } : null,
    expect: { statuses: expectStatus, json: expectJson, maxTtfbMs: given.maxTtfb ?? null },
    httpClient: given.httpClient ?? null,
    showBody: given.showBody === true,
  });
}

/**
 * Seconds a run may take where nobody says so: a long one needs more than one request does.
 * Undefined for the usual.
 */
export function usualDeadline(given: ProbeGiven): number | undefined {
  const { all, group, repeat, retry, maxWait = 0 } = given;
  const isLong = [all, group, repeat, retry].some((value) => value !== undefined);
  return isLong ? 600 + maxWait : undefined;
}

function groupOf({ group, all }: ProbeGiven): Result<string | null> {
  if (group === undefined) return ok(all === true ? 'all' : null);
  const words = groupWords(ENDPOINTS);
  if (words.includes(group.toLowerCase())) return ok(group.toLowerCase());
  const near = nearest(group.toLowerCase(), words, 3);
  return wrongUsage(
    'unknown-group',
    `There is no group "${group}".`,
    `${near.length > 0 ? `Nearest: ${near.join(', ')}. ` : ''}Groups: ${words.join(', ')}.`,
  );
}

type Name = keyof ProbeGiven;

/** Each of the left ones makes no sense together with any of the right ones. */
const APART: readonly (readonly [Name, readonly Name[]])[] = [
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
const NEEDS: readonly (readonly [Name, Name])[] = [
  ['interval', 'repeat'],
  ['maxWait', 'retry'],
];

function contradictionIn(given: ProbeGiven, words: readonly string[]): Failed | null {
  const isGiven = (name: Name) => given[name] !== undefined;
  for (const [one, others] of APART) {
    const other = others.find(isGiven);
    if (isGiven(one) && other !== undefined) {
      return contradiction(`${flagOf(one)} and ${flagOf(other)} do not go together.`);
    }
  }
  for (const [one, other] of NEEDS) {
    if (isGiven(one) && !isGiven(other)) {
      return contradiction(`${flagOf(one)} means nothing without ${flagOf(other)}.`);
    }
  }
  const many = given.all === true ? 'all' : given.group === undefined ? null : 'group';
  if (many !== null && words.length > 0) {
    return contradiction(
      `${flagOf(many)} probes many endpoints, and "${words.join(' ')}" names one.`,
    );
  }
  return null;
}

function contradiction(message: string): Failed {
  return wrongUsage('contradiction', message, 'Leave one of the two out. Nothing was sent.');
}
