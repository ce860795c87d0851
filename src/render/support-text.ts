import type { Certainty, WhoActs } from '../model/cause.ts';
import type { Diagnosis } from '../model/diagnosis.ts';
import { factPhrase } from '../model/fact-words.ts';
import type { Layer } from '../model/layer.ts';
import type { ExchangeSummary, Report } from '../model/report.ts';
import { exchangeOf } from './sections/exchange-of.ts';
import type { Theme } from './text/theme.ts';
import { wrap } from './text/wrap.ts';

/** The recipients of a message; everybody else acts without one. */
const RECIPIENTS: Partial<Readonly<Record<WhoActs, string>>> = {
  Lusha: 'Lusha Support (chat icon in the dashboard, or support@lusha.com)',
  'your network team': 'the network team',
  'your account admin': 'the admin of our Lusha account',
};

/** Mail programs leave lines of this length alone. */
const LINE = 72;
const LABEL = 14;
/** Facts that the rows above the observations have. */
const SAID_ABOVE: readonly string[] = ['answeredBy', 'requestId', 'line', 'call', 'runtime'];
const MOST_SIGNS = 3;
/** Facts about what was called: that another path would mean something else says nothing. */
const OF_THE_CALL: readonly string[] = ['path', 'endpoint', 'endpointVersion', 'method'];
/** More of them would bury the ones that matter. */
const MOST_EXCLUDED = 6;

/** The diagnosis of a report that only somebody else can act on, or null when there is none. */
export function forSomebodyElse({ diagnoses }: Pick<Report, 'diagnoses'>): Diagnosis | null {
  const verdict = diagnoses.find(({ subject }) => subject === 'failure') ?? diagnoses[0];
  if (verdict === undefined || verdict.severity === 'ok') return null;
  return RECIPIENTS[verdict.whoActs] === undefined ? null : verdict;
}

/**
 * A message ready to be sent: what fails and why, what the reader is asked for, then the details
 * to find it by. Holds no key and no contact data. `theme` must be without colours and links.
 */
export function renderSupportText(diagnosis: Diagnosis, report: Report, theme: Theme): string {
  // A look-up is not the failed call: nobody knows when that was made, and where to.
  const isLive = report.command !== 'explain-error';
  const exchange = isLive ? exchangeOf(report, diagnosis) : null;
  const paragraph = (text: string) => wrap(theme, [withoutContacts(text)], LINE);
  const row = (label: string, text: string) =>
    wrap(theme, [label.padEnd(LABEL), withoutContacts(text)], LINE, LABEL);
  const item = (text: string) => wrap(theme, ['- ', withoutContacts(text)], LINE, 2);
  const { title, whoActs } = diagnosis;
  return [
    ...row('To', RECIPIENTS[whoActs] ?? whoActs),
    ...row('Subject', `Lusha API: ${title}`),
    '',
    'Hello,',
    '',
    ...paragraph(`${introduction(exchange)} ${conclusion(diagnosis)}`),
    '',
    ...paragraph(requestTo(whoActs, diagnosis.layer, exchange)),
    '',
    'Thank you.',
    '',
    ...rowsOf(exchange, report, isLive).flatMap(([label, text]) => row(label, text)),
    ...listed('What we saw:', evidenceOf(diagnosis, report), item),
    ...listed('What works:', inOrder(report), item),
    ...listed('What it is not:', exclusionsOf(diagnosis), item),
    '',
    ...paragraph(writtenWith(diagnosis, report)),
    '',
  ].join('\n');
}

function introduction(exchange: ExchangeSummary | null): string {
  if (exchange === null) return 'a call of ours to the Lusha API failed.';
  const { request, status } = exchange;
  const outcome = status === null ? 'got no answer' : `was answered with status ${status}`;
  return `our call ${withoutQuery(request)} to ${hostOf(exchange)} ${outcome}.`;
}

const SURENESS: Readonly<Record<Certainty, string>> = {
  certain: 'The reason',
  likely: 'The likely reason',
  possible: 'A possible reason',
};

function conclusion({ title, certainty }: Diagnosis): string {
  return `${SURENESS[certainty]}: ${title.charAt(0).toLowerCase()}${title.slice(1).replace(/\.$/, '')}.`;
}

type Row = readonly [label: string, text: string];

function rowsOf(exchange: ExchangeSummary | null, report: Report, isLive: boolean): readonly Row[] {
  const when = isLive ? utc(report.startedAt) : '(please fill in: date and time in UTC)';
  if (exchange === null) return [['When', when]];
  const rows: readonly (readonly [string, string | null])[] = [
    ['When', when],
    ['Endpoint', `${withoutQuery(exchange.request)} at ${hostOf(exchange)}`],
    ['Request id', exchange.requestId ?? 'none was sent'],
    ['Answered by', answererText(report, exchange)],
    ['Connected to', exchange.peer],
    ['Proxy', exchange.proxy],
    ['TLS', exchange.tls],
    ['How far', timingText(exchange)],
  ];
  return rows.flatMap(([label, text]) => (text === null ? [] : [[label, text] as const]));
}

/** Who answered, with the first few signs of it. */
function answererText({ answeredBy }: Report, exchange: ExchangeSummary): string {
  const party = answeredBy?.party ?? exchange.answeredBy;
  const who = factPhrase('answeredBy', party).replace(/ answered$/, '');
  return answeredBy === null
    ? who
    : `${who} (${answeredBy.evidence.slice(0, MOST_SIGNS).join('; ')})`;
}

function timingText({ timings }: ExchangeSummary): string | null {
  if (timings.length === 0) return null;
  return timings.map(({ phase, ms, ok }) => `${phase} ${ms} ms${ok ? '' : ' (failed)'}`).join(', ');
}

/** The observations in words; the rows above have the others. */
function evidenceOf({ cause, evidence }: Diagnosis, { checks }: Report): readonly string[] {
  const named = new Set([...evidence.map(({ fact }) => fact), ...SAID_ABOVE]);
  const more = checks
    .filter(({ diagnosis }) => diagnosis === cause)
    .flatMap(({ evidence: seen }) => Object.entries(seen))
    .filter(([name, value]) => !named.has(name) && value !== null)
    .map(([name, value]) =>
      factPhrase(name, Array.isArray(value) ? value.join(', ') : String(value)),
    );
  const facts = evidence
    .filter(({ fact }) => !SAID_ABOVE.includes(fact))
    .map(({ fact, value, seenIn }) =>
      seenIn.length > LINE ? factPhrase(fact, value) : `${factPhrase(fact, value)} (${seenIn})`,
    );
  return [...facts, ...more];
}

/** Checks that passed; how the key looks is nobody else's business. */
function inOrder({ checks }: Report): readonly string[] {
  return checks
    .filter(({ status, id }) => status === 'ok' && !/^(?:key|config|path\.answered)\b/.test(id))
    .map(({ summary }) => summary.replace(/\s+/g, ' '));
}

/** One line for each observation that rules something out; that another path was called says nothing. */
function exclusionsOf({ excluded }: Diagnosis): readonly string[] {
  const titles = new Map<string, string[]>();
  for (const { title, by, fact } of excluded) {
    if (OF_THE_CALL.includes(fact)) continue;
    titles.set(by, [...(titles.get(by) ?? []), title]);
  }
  return [...titles].slice(0, MOST_EXCLUDED).map(([by, [first = '', ...others]]) => {
    const more = others.length === 0 ? '' : ` (and ${others.length} more)`;
    return `${first}${more}: ${by}`;
  });
}

function listed(
  heading: string,
  entries: readonly string[],
  item: (text: string) => readonly string[],
): readonly string[] {
  return entries.length === 0 ? [] : ['', heading, ...entries.flatMap((entry) => item(entry))];
}

/** What the reader is asked for, by who that is and where the problem lies. */
function requestTo(who: WhoActs, layer: Layer, exchange: ExchangeSummary | null): string {
  const host = exchange === null ? 'api.lusha.com:443' : hostOf(exchange);
  if (who === 'Lusha') {
    return 'Could you look this request up on your side and tell us what happened to it, and whether we have to change anything?';
  }
  if (who === 'your account admin') {
    return 'Could you check the plan, the credits and the API access of our account in the Lusha dashboard, or ask our account manager at Lusha to switch on what is missing?';
  }
  if (layer === 'tls') {
    return `Could you tell us whether one of our devices inspects TLS traffic to ${host}? If so, please send us its CA certificate as a PEM file, or exempt this host.`;
  }
  if (layer === 'network') {
    return `Could you check whether a firewall, a filter or our name servers block this machine from ${host}, and let it through?`;
  }
  return `Please let this machine reach ${host} over HTTPS, without a log-in page and without changing the request (all headers included), or tell us which way to use.`;
}

function writtenWith({ cause, certainty }: Diagnosis, { tool, command }: Report): string {
  return `Written with lusha-doctor ${tool.version} (${command}: ${cause}, ${certainty}) on ${tool.platform}, Node ${tool.node}. No key and no contact data are in this text.`;
}

/** Host and port of a base URL, the port always shown: firewalls ask for it. */
function hostOf({ origin }: ExchangeSummary): string {
  const [, scheme, host] = /^(https?):\/\/([^/]+)$/.exec(origin ?? '') ?? [];
  if (scheme === undefined || host === undefined) return 'api.lusha.com:443';
  return /:\d+$/.test(host) ? host : `${host}:${scheme === 'https' ? 443 : 80}`;
}

/** Queries of the older endpoints hold names and addresses of people. */
function withoutQuery(request: string): string {
  return request.replace(/\?.*$/s, '');
}

function utc(iso: string): string {
  return `${iso.slice(0, 10)} ${iso.slice(11, 19)} UTC`;
}

/** Messages of servers quote what was asked for: addresses and telephone numbers are left out. */
function withoutContacts(text: string): string {
  return text
    .replace(/[\w.+-]{1,64}@(?!lusha\.com\b)[\w-]{1,63}(?:\.[\w-]{1,63})+/g, '(e-mail address)')
    .replace(/linkedin\.com\/in\/[\w%.-]+/gi, 'linkedin.com/in/(profile)')
    .replace(/\+\d[\d ()./-]{6,18}\d/g, '(telephone number)');
}
