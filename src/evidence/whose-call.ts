import { HOSTS } from '../knowledge/hosts.ts';
import { classifyPath } from '../knowledge/endpoint-lookup.ts';
import { ENDPOINTS } from '../knowledge/endpoints.ts';
import type { Exchange } from '../model/exchange.ts';

/** Whose call failed: Lusha's, another host's, or one that nothing is said about. */
export type WhoseCall =
  | { readonly whose: 'lusha' }
  | { readonly whose: 'unknown' }
  | { readonly whose: 'other'; readonly host: string };

const LUSHA_HOST = /(?:^|\.)lusha\.com?$/i;
const OWN_NETWORK =
  /^(?:localhost|.*\.(?:local|internal|localdomain|svc|lan|corp)|127\..*|10\..*|192\.168\..*|172\.(?:1[6-9]|2\d|3[01])\..*|\[?::1\]?|[\w-]+)$/i;
const HOST_IN_TEXT = [
  /https?:\/\/(?:[^\s/@"']{1,200}@)?([\w-]+(?:\.[\w-]+)+)(?::(\d{1,5}))?/gi,
  /\b(?:getaddrinfo|ENOTFOUND|EAI_AGAIN|queryA|lookup|resolve host:?|resolve)\s["']?(?:ENOTFOUND |EAI_AGAIN )?([\w-]+(?:\.[\w-]+)+)/gi,
  /\b(?:host|hostname|server|upstream|authority)["']?\s{0,2}[:=]\s{0,2}["']?([\w-]+(?:\.[\w-]+)+)/gi,
  /\bUnknownHostException: ([\w-]+(?:\.[\w-]+)+)/g,
  /\b(?:Failed to connect to|connect to|Connected to|Could not resolve host:?|for host|to host) "?([\w-]+(?:\.[\w-]+)+)/gi,
];
/** Services that are no web API. */
const OTHER_PORTS: readonly string[] = [
  '5432',
  '3306',
  '6379',
  '27017',
  '5672',
  '9092',
  '9200',
  '11211',
  '1433',
  '1521',
  '25',
  '587',
  '22',
];
const ADDRESS_WITH_PORT =
  /\b(?:connect )?(?:ECONNREFUSED|ETIMEDOUT|ECONNRESET|EHOSTUNREACH) (?:[\d.]{7,15}|::1|\[?[\da-f:]{3,45}\]?):(\d{1,5})\b/i;

const FIRST_SEGMENTS: ReadonlySet<string> = new Set(
  ENDPOINTS.flatMap(({ path }) => path.split('/')[1] ?? []).filter((segment) => segment !== 'api'),
);

/** Says to whom a call went, by its URL, and else by the hosts that the text names. */
export function whoseCall({ request, proxy }: Exchange, text: string): WhoseCall {
  const origin = request?.origin;
  const path = request?.path?.split(/[?#]/, 1)[0];
  if (origin !== undefined && URL.canParse(origin)) {
    const { hostname } = new URL(origin);
    if (LUSHA_HOST.test(hostname)) return { whose: 'lusha' };
    if (path !== undefined && isLushaPath(path)) return { whose: 'lusha' };
    if (!OWN_NETWORK.test(hostname)) return { whose: 'other', host: hostname.toLowerCase() };
    return path === undefined || path === '/'
      ? { whose: 'unknown' }
      : { whose: 'other', host: hostname };
  }
  if (/lusha/i.test(text)) return { whose: 'lusha' };
  const port = ADDRESS_WITH_PORT.exec(text)?.[1];
  if (port !== undefined && OTHER_PORTS.includes(port)) {
    return { whose: 'other', host: `port ${port}` };
  }
  const [host] = proxy === undefined ? hostsIn(text) : [];
  if (host !== undefined) return { whose: 'other', host };
  if (path !== undefined && !isLushaPath(path)) return { whose: 'other', host: 'another server' };
  return { whose: 'unknown' };
}

/** True for a path of the API, also one that is spelt wrong after its first part. */
function isLushaPath(path: string): boolean {
  if (classifyPath(undefined, path).endpoint !== 'unlisted') return true;
  const [, first = ''] = path.split('/');
  return FIRST_SEGMENTS.has(first.toLowerCase());
}

function hostsIn(text: string): readonly string[] {
  const searched = text.slice(0, 16_384);
  const found = HOST_IN_TEXT.flatMap((expression) =>
    [...searched.matchAll(expression)].map(([, host = '']) => host.toLowerCase()),
  );
  return found.filter((host) => !isDocumentation(host) && !OWN_NETWORK.test(host));
}

/** Error texts link to help pages; a link is not the host that was called. */
function isDocumentation(host: string): boolean {
  return (
    HOSTS.some((known) => known.host === host) ||
    /^(?:docs|help|developer|developers|support|www|github|stackoverflow|nodejs|axios-http|curl)\b/.test(
      host,
    ) ||
    /(?:^|\.)(?:mozilla\.org|github\.com|python\.org|httpstatuses\.com|axios-http\.com|readthedocs\.io|httpx\.dev)$/.test(
      host,
    )
  );
}
