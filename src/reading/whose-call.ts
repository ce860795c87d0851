import { classifyPath } from '../knowledge/look-up/endpoint-lookup.ts';
import { nearest } from '../knowledge/look-up/nearest.ts';
import { ENDPOINTS } from '../knowledge/endpoints.ts';
import { LUSHA_DOMAIN } from '../knowledge/hosts.ts';
import { namedBeside, speakerIn, vendorOf } from '../knowledge/vendors.ts';
import type { Exchange, SentRequest } from '../model/exchange.ts';
import { hostFields, hostsOfError, hostsOfUrls } from './matches/hosts-in-text.ts';
import { requestNear } from './matches/request-text.ts';

/** Whose call failed: Lusha's, another host's, or one that nothing is said about. */
export type WhoseCall =
  | { readonly whose: 'lusha' }
  | { readonly whose: 'unknown' }
  | { readonly whose: 'other'; readonly host: string };

/** The host of a call that is not Lusha's by its path, where no host is named. */
export const UNNAMED = 'another server';
const LUSHA: WhoseCall = { whose: 'lusha' };
/** Names that only mean something at home, and bare addresses, which name nobody. */
const OWN_NETWORK =
  /^(?:localhost|.*\.(?:local|internal|localdomain|svc|lan|corp)|\d{1,3}(?:\.\d{1,3}){3}|\[?[\da-f:]*:[\da-f:]*\]?|[\w-]+)$/i;
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
  /\b(?:ECONNREFUSED|ETIMEDOUT|ECONNRESET|EHOSTUNREACH|dial tcp|connect(?:ion|ing)?(?: refused)?(?: to)?|to) (?:[\d.]{7,15}|::1|\[[\da-f:]{3,45}\]|[a-z][\w.-]{0,80}):(\d{2,5})\b/i;
/** The name as a word or as a class; `lusha-sync`, `app/lusha.py` and `lusha_jobs` are the caller's own. */
const LUSHA_WORDS: readonly RegExp[] = [
  /(?<![\w./\\@-])lusha(?![\w-]|[./\\]\w)/i,
  /(?<![\w./\\@-])Lusha[A-Z]/,
  /(?<![\w@.-])(?:api|mcp)\.lusha\.com?(?![\w.-])/i,
];

const FIRST_SEGMENTS: ReadonlySet<string> = new Set(
  ENDPOINTS.flatMap(({ path }) => path.split('/')[1] ?? []).filter((segment) => segment !== 'api'),
);

/** What follows a version in the paths of the catalogue. */
const SECOND_SEGMENTS: readonly string[] = [
  ...new Set(ENDPOINTS.flatMap(({ path }) => /^\/(?:v\d\/)?([a-z-]+)/.exec(path)?.[1] ?? [])),
];

/**
 * Says to whom a call went: by its URL, by the host that the error names, by the port of a
 * database, by other hosts of the text, and only then by the name in plain words.
 */
export function whoseCall(exchange: Exchange, text: string): WhoseCall {
  const request = exchange.request?.origin === undefined ? above(exchange, text) : undefined;
  const { origin, path } = request ?? exchange.request ?? {};
  const bare = path?.split(/[?#]/, 1)[0];
  if (origin !== undefined && URL.canParse(origin)) return byHost(new URL(origin).hostname, bare);
  // Behind a gateway the hosts of its log are its own: what it listens on and what it passes on to.
  if (bare !== undefined && RELAYED.test(bare) && isLushaPath(bare.replace(RELAYED, ''))) {
    return LUSHA;
  }
  const hasProxy = exchange.proxy !== undefined;
  return (
    (hasProxy ? null : byNames(hostsOfError(text))) ??
    byPort(text) ??
    (hasProxy ? null : byNames(hostsOfUrls(text))) ??
    byVendor(text) ??
    bySpeaker(text, bare) ??
    (LUSHA_WORDS.some((word) => word.test(text)) ? LUSHA : null) ??
    (hasProxy ? null : byNames(hostFields(text))) ??
    byNameBeside(text, bare) ??
    byPath(bare)
  );
}

/** A gateway that passes calls on says to whom in front of the path: `/lusha/v3/…`. */
const RELAYED = /^(?:\/[\w-]{1,30}){0,2}\/lusha(?:-api)?(?=\/)/i;

/** The path is trusted only where the host says nothing: every second API has a `/v3/contacts`. */
function byHost(hostname: string, path: string | undefined): WhoseCall {
  if (LUSHA_DOMAIN.test(hostname)) return LUSHA;
  const isOwn = OWN_NETWORK.test(hostname);
  // A relay of one's own often has the name of what it relays to.
  const isTrusted = isOwn || /\blusha\b/i.test(hostname) || RELAYED.test(path ?? '');
  if (isOwn && (path === undefined || path === '/')) return { whose: 'unknown' };
  if (isTrusted && path !== undefined && isLushaPath(path.replace(RELAYED, ''))) return LUSHA;
  return { whose: 'other', host: hostname.toLowerCase() };
}

/** A Lusha host decides wherever it stands; else the first that is not of one's own network. */
function byNames(hosts: readonly string[]): WhoseCall | null {
  if (hosts.some((host) => LUSHA_DOMAIN.test(host))) return LUSHA;
  const foreign = hosts.find((host) => !OWN_NETWORK.test(host));
  return foreign === undefined ? null : { whose: 'other', host: foreign };
}

function byPort(text: string): WhoseCall | null {
  const port = ADDRESS_WITH_PORT.exec(text)?.[1];
  return port !== undefined && OTHER_PORTS.includes(port)
    ? { whose: 'other', host: `port ${port}` }
    : null;
}

function byVendor(text: string): WhoseCall | null {
  const vendor = vendorOf(text);
  return vendor === null ? null : { whose: 'other', host: vendor };
}

function bySpeaker(text: string, path: string | undefined): WhoseCall | null {
  const service = path === undefined ? speakerIn(text) : null;
  return service === null ? null : { whose: 'other', host: service.toLowerCase() };
}

/** "failed to send exception to sentry: HTTP Error (429)" */
function byNameBeside(text: string, path: string | undefined): WhoseCall | null {
  const service = path === undefined ? namedBeside(text) : null;
  return service === null ? null : { whose: 'other', host: service.toLowerCase() };
}

function byPath(path: string | undefined): WhoseCall {
  return path === undefined || isLushaPath(path)
    ? { whose: 'unknown' }
    : { whose: 'other', host: UNNAMED };
}

/** Of several calls in one text, the one whose command stands above the answer in question. */
function above({ response }: Exchange, text: string): Partial<SentRequest> | undefined {
  if (response === undefined || text === '') return undefined;
  const line = new RegExp(String.raw`^(?:< )?HTTP/\d(?:\.\d)? ${response.status}\b`, 'gm');
  const at = [...text.matchAll(line)].at(-1)?.index;
  const request = at === undefined ? undefined : requestNear(text, at);
  return request?.origin === undefined ? undefined : request;
}

/** True for a path of the API, also one that is spelt wrong after its first part. */
function isLushaPath(path: string): boolean {
  const { endpoint, version } = classifyPath(undefined, path);
  if (endpoint !== 'unlisted' && version !== 'invented') return true;
  const [, first = '', second = ''] = path.toLowerCase().split('/');
  if (first === '' || !FIRST_SEGMENTS.has(first)) return false;
  // Every second API has a version; what follows it has to look like what Lusha has there.
  return !/^v\d$/.test(first) || nearest(second, SECOND_SEGMENTS, 1).length > 0;
}
