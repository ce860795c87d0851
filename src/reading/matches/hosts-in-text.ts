import { HOSTS } from '../../knowledge/hosts.ts';

const LONGEST_SEARCHED = 16_384;
const NAME = String.raw`([\w-]{1,63}(?:\.[\w-]{1,63}){1,8})`;

/** An error names the host that it is about: a lookup, a connection, the URL of the answer. */
const OWN_HOSTS: readonly RegExp[] = [
  new RegExp(
    String.raw`\b(?:getaddrinfo|ENOTFOUND|EAI_AGAIN|queryA{1,4}|lookup|resolve host:?|resolve)\s["']?(?:ENOTFOUND |EAI_AGAIN )?${NAME}`,
    'gi',
  ),
  new RegExp(String.raw`\bUnknownHostException: ${NAME}`, 'g'),
  new RegExp(
    String.raw`\b(?:Failed to connect to|connect to|Could not resolve host:?|for host|to host|Connected to) ["']?${NAME}`,
    'gi',
  ),
  // reqwest, printed for debugging: `host: Some(Domain("api.lusha.com"))`
  new RegExp(String.raw`\bDomain\(\\?["']${NAME}`, 'g'),
  new RegExp(String.raw`\bHTTPS?ConnectionPool\(host=["']${NAME}`, 'g'),
  new RegExp(String.raw`\b(?:for )?ur[li]["']?:? {0,2}["']?https?://${NAME}`, 'gi'),
  new RegExp(String.raw`\b(?:Get|Post|Put|Patch|Delete|Head) \\?"https?://${NAME}`, 'g'),
];

const IN_URL = new RegExp(String.raw`https?://(?:[^\s/@"']{1,200}@)?${NAME}(?::\d{1,5})?`, 'gi');
/** Loggers put the machine that they run on into such fields as well. */
const IN_FIELD = new RegExp(
  String.raw`\b(?:host|hostname|server|upstream|authority)["']?\s{0,2}[:=]\s{0,2}["']?${NAME}`,
  'gi',
);

/** The hosts that an error says it is about, in lower case. */
export function hostsOfError(text: string): readonly string[] {
  return hostsBy(OWN_HOSTS, text);
}

/** The hosts of all URLs of a text but for help pages, in lower case. */
export function hostsOfUrls(text: string): readonly string[] {
  return hostsBy([IN_URL], text).filter((host) => !isHelpPage(host));
}

/** The hosts under a name that says so (`host=`), in lower case. */
export function hostFields(text: string): readonly string[] {
  return hostsBy([IN_FIELD], text).filter((host) => !isHelpPage(host));
}

/** Pages of Lusha's for people. */
const TO_LOOK_AT: readonly (typeof HOSTS)[number]['role'][] = ['status', 'dashboard'];

/** Where people look at what happened: the pages of monitors, trackers and platforms, not what they receive. */
const LOOKED_AT =
  /^(?!(?:.*[.-])?(?:ingest|intake|hooks?|api|mcp|webhooks?)[\d.-])(?:[\w-]+\.)*(?:rollbar\.com|airbrake\.io|bugsnag\.com|sentry\.io|datadoghq\.(?:com|eu)|newrelic\.com|honeycomb\.io|grafana\.net|atlassian\.net|linear\.app|notion\.so|circleci\.com|make\.com|zapier\.com|workato\.com|pipedream\.com)$/;

/** Error texts link to help pages; a link is not the host that was called. */
export function isHelpPage(host: string): boolean {
  return (
    LOOKED_AT.test(host) ||
    HOSTS.some(({ host: known, role }) => known === host && TO_LOOK_AT.includes(role)) ||
    /^(?:docs|help|developer|developers|support|status|www|github|stackoverflow|nodejs|axios-http|curl)\b/.test(
      host,
    ) ||
    /(?:^|\.)(?:mozilla\.org|github\.com|python\.org|httpstatuses\.com|axios-http\.com|readthedocs\.io|modelcontextprotocol\.io|httpx\.dev|edgesuite\.net|w3\.org)$/.test(
      host,
    )
  );
}

/** What names a proxy, and not the host that is called. */
const OF_PROXY = /(?:proxy["']?\s?(?:==?|:)\s?["']?|\s(?:-x|--proxy)[ =]["']?)$/i;
/** What sends somebody to a page. */
const TO_READ =
  /\b(?:see|visit|view|details:?|refer to|read(?: more)?(?: at)?|documentation:?|docs:?|learn more:?|more info(?:rmation)?:?) ["'(<]?$/i;
/** Where an answer sends the client next. */
const LED_TO =
  /\b(?:location|redirect(?:s|ed|ing)?(?: to)?)\\?["']?\s?(?:=>|->|→|[:=])?\s?\\?["'(<]?$/i;
const LONGEST_FLAG = 24;

/** False for the address of a proxy, of a redirect, and for a host that is cut: `https://api.lus...` */
function isCalled(text: string, at: number, end: number): boolean {
  if (/^(?:\.{2,3}|\u2026)/.test(text.slice(end, end + 3))) return false;
  const before = text.slice(Math.max(0, at - LONGEST_FLAG), at);
  return ![OF_PROXY, TO_READ, LED_TO].some((words) => words.test(before));
}

function hostsBy(expressions: readonly RegExp[], text: string): readonly string[] {
  const searched = text.slice(0, LONGEST_SEARCHED);
  return expressions.flatMap((expression) =>
    [...searched.matchAll(expression)]
      .filter(({ 0: found, index }) => isCalled(searched, index, index + found.length))
      .map(([, host = '']) => host.toLowerCase()),
  );
}
