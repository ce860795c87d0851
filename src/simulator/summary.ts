import { endpointById } from '../knowledge/look-up/endpoint-lookup.ts';
import type { ClientSummary, EndpointTally, Misuse, MisuseId } from './client-summary.ts';
import type { RequestLogEntry } from './http/request-log-entry.ts';

const MISUSES: Readonly<Record<MisuseId, Omit<Misuse, 'id' | 'count'>>> = {
  'bearer-key': {
    text: 'sent the key as Authorization: Bearer instead of api_key',
    cause: 'key-sent-as-bearer',
  },
  'wrong-header': {
    text: 'sent the key in a header other than api_key',
    cause: 'key-in-wrong-header',
  },
  'key-in-url': {
    text: 'sent the key in the URL, where logs and proxies keep it',
    cause: 'key-in-query',
  },
  'retry-too-soon': {
    text: 'came back within a second of a 429, or before the time it named',
    cause: 'burst-limit',
  },
  'usage-polling': {
    text: 'asked the usage endpoint more than five times a minute',
    cause: 'usage-endpoint-limit',
  },
  'legacy-path': {
    text: 'called paths of V2, which was announced to end on 2026-11-18',
    cause: 'endpoint-sunset',
  },
  'unknown-path': { text: 'called paths that do not exist', cause: 'path-unknown' },
};

/** The shortest wait after a 429 (article#429), in milliseconds. */
const SHORTEST_BACKOFF_MS = 1000;
const USAGE_CALLS = 5;
const MINUTE_MS = 60_000;

/** Adds up requests as they come. */
export interface Tally {
  readonly observe: (entry: RequestLogEntry) => void;
  readonly summary: () => ClientSummary;
}

/** What is to be said against the form of a request, whenever it is sent. */
function habitsOfForm({ endpoint, keyPlacement }: RequestLogEntry): MisuseId[] {
  const habits: MisuseId[] = [];
  if (keyPlacement === 'bearer') habits.push('bearer-key');
  else if (keyPlacement === 'query') habits.push('key-in-url');
  else if (keyPlacement !== 'api_key' && keyPlacement !== 'none') habits.push('wrong-header');
  if (endpointById(endpoint)?.version === 'v2') habits.push('legacy-path');
  return habits;
}

export function createTally(): Tally {
  const endpoints = new Map<string, EndpointTally>();
  const statuses = new Map<number | null, number>();
  const misuses = new Map<MisuseId, number>();
  /** By endpoint: epoch ms before which another call comes too soon. */
  const closedUntil = new Map<string, number>();
  let usageCalls: readonly number[] = [];

  const habitsOf = (entry: RequestLogEntry): readonly MisuseId[] => {
    const { at, endpoint, isTrial = false } = entry;
    const habits: MisuseId[] = isTrial ? [] : habitsOfForm(entry);
    if (at < (closedUntil.get(endpoint) ?? 0)) habits.push('retry-too-soon');
    if (endpoint.endsWith('account.usage')) {
      const recent = usageCalls.filter((time) => at - time < MINUTE_MS);
      if (recent.length >= USAGE_CALLS) habits.push('usage-polling');
      usageCalls = [...recent, at].slice(-USAGE_CALLS);
    }
    if (endpoint === 'unlisted' && entry.status === 404) habits.push('unknown-path');
    return habits;
  };

  return {
    observe: (entry) => {
      const { endpoint, status, creditsCharged, at } = entry;
      const tally = endpoints.get(endpoint) ?? { endpoint, calls: 0, credits: 0 };
      endpoints.set(endpoint, {
        endpoint,
        calls: tally.calls + 1,
        credits: tally.credits + creditsCharged,
      });
      statuses.set(status, (statuses.get(status) ?? 0) + 1);
      for (const habit of habitsOf(entry)) misuses.set(habit, (misuses.get(habit) ?? 0) + 1);
      if (status === 429) {
        closedUntil.set(endpoint, Math.max(at + SHORTEST_BACKOFF_MS, entry.retryAt ?? 0));
      } else closedUntil.delete(endpoint);
    },
    summary: () => {
      const all = [...endpoints.values()];
      return {
        requests: all.reduce((sum, { calls }) => sum + calls, 0),
        credits: all.reduce((sum, { credits }) => sum + credits, 0),
        endpoints: all.sort((a, b) => b.calls - a.calls),
        statuses: [...statuses].map(([status, count]) => ({ status, count })),
        misuses: [...misuses].map(([id, count]) => ({ id, count, ...MISUSES[id] })),
      };
    },
  };
}
