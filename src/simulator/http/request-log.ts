import type { Handled } from '../api.ts';
import { keyPlacementOf } from '../account/key-check.ts';
import type { ReceivedRequest } from './received.ts';
import type { RequestLogEntry } from './request-log-entry.ts';

/** Entries kept; the oldest go first. */
const LONGEST_LOG = 10_000;
const LONGEST_PATH = 200;

export interface RequestLog {
  readonly requests: readonly RequestLogEntry[];
  readonly record: (entry: RequestLogEntry) => void;
}

/** An empty log that hands every entry on to `also`. */
export function createRequestLog(also: ((entry: RequestLogEntry) => void) | undefined): RequestLog {
  const requests: RequestLogEntry[] = [];
  return {
    requests,
    record: (entry) => {
      requests.push(entry);
      if (requests.length > LONGEST_LOG) requests.shift();
      also?.(entry);
    },
  };
}

/** The entry for a request read at `at` (epoch ms); `handled` is null when it got no answer. */
export function entryOf(
  request: ReceivedRequest,
  at: number,
  handled: Handled | null,
): RequestLogEntry {
  return {
    at,
    method: request.method.slice(0, 20),
    path: recordablePath(request),
    status: handled?.answer.status ?? null,
    keyPlacement: keyPlacementOf(request.headers, request.query),
    keyVerdict: handled?.verdict ?? null,
    ...(request.headers['user-agent']?.startsWith('lusha-doctor/') === true && { isTrial: true }),
    creditsCharged: handled?.answer.credits ?? 0,
    retryAt: handled?.answer.retryAt ?? null,
    endpoint: handled?.endpoint?.id ?? 'unlisted',
  };
}

/**
 * The path as it may be recorded: shortened, printable, and without whatever was sent as a
 * credential, in case it was put into the path as well.
 */
function recordablePath({ path, headers, query }: ReceivedRequest): string {
  const secrets = [
    headers['api_key'],
    headers.authorization?.replace(/^\S+\s+/, ''),
    headers['x-api-key'],
  ]
    .flat()
    .concat([...query.values()])
    .filter((value) => value !== undefined && value.length > 3);
  return secrets
    .reduce<string>((text, secret) => text.replaceAll(secret ?? '', '{key}'), decoded(path))
    .replaceAll(/[0-9a-f]{8}-?([0-9a-f]{4}-?){3}[0-9a-f]{12}/gi, '{uuid}')
    .replaceAll(/[^\x21-\x7e]/g, '?')
    .slice(0, LONGEST_PATH);
}

function decoded(path: string): string {
  try {
    return decodeURIComponent(path);
  } catch {
    return path;
  }
}
