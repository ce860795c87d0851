import type { Diagnosis } from '../../model/diagnosis.ts';
import { factPhrase } from '../../model/fact-words.ts';
import type { Check, ExchangeSummary, Report } from '../../model/report.ts';
import { capital, withoutColumns } from '../formats/status-words.ts';
import { exchangeOf } from '../sections/exchange-of.ts';
import { pictureLines } from '../sections/key-text.ts';
import { decidingIn } from '../sections/select.ts';
import { pageWidth } from '../text/layout.ts';
import type { Theme } from '../text/theme.ts';
import { wrap, type Content } from '../text/wrap.ts';
import { keyPlace } from './account.ts';
import { MOST_LINES, wholeSentences } from './sentences.ts';

/** More of a server's text would push away what it means. */
const MOST_MESSAGE = 160;

/** What the line of the call says already, or the windows and the key below it. */
const SHOWN_ELSEWHERE: readonly string[] = [
  'status',
  'statusText',
  'message',
  'method',
  'path',
  'endpoint',
  'endpointVersion',
  'failure',
  'failureCode',
  'failurePhase',
  'answeredBy',
  'keyDefects',
  'windowEmpty',
  'windowLimit',
  'windowReset',
  'call',
  'line',
  'attempts',
  'hosts',
  'kind',
  'runtime',
  'platform',
];

/** What the line about somebody else's answer is made from. */
const OF_ANSWERER: readonly string[] = ['connectStatus', 'product'];

/** What was asked, what came back, and what that shows: the second block of a report. */
export function observedLines(report: Report, theme: Theme): string[] {
  const { diagnosis } = decidingIn(report);
  return [
    ...keyLines(report, diagnosis, theme),
    ...contactLines(report, theme),
    ...sourceLines(report, theme),
    ...answererLines(report, theme),
    ...(diagnosis === null ? [] : wholeSentences(diagnosis.meaning, pageWidth(theme), theme)),
    ...evidenceLines(report, theme),
    ...openLines(report, theme),
  ];
}

/** The call that decides and its outcome, in a line. */
export function contactLines(report: Report, theme: Theme): string[] {
  const { check, diagnosis } = decidingIn(report);
  const exchange = exchangeOf(report, diagnosis);
  const said = (name: string) =>
    textIn(check?.evidence[name]) ??
    diagnosis?.evidence.find(({ fact }) => fact === name)?.value ??
    null;
  const request = exchange === null ? statedRequest(said) : addressOf(exchange);
  const outcome = exchange === null ? statedOutcome(said) : outcomeOf(exchange);
  if (outcome === '' || check?.id === 'elsewhere') return [];
  const message = said('message') ?? said('errors') ?? said('errorName');
  const lead: Content =
    request === '' ? [] : [{ text: request, style: 'path' }, ` ${theme.glyph.arrow} `];
  const quoted = message === null ? '' : ` "${cut(message, theme)}"`;
  const way = exchange?.proxy ?? null;
  const through =
    way === null ? '' : outcome.endsWith(' from the proxy') ? ` ${way}` : `, through ${way}`;
  const place = report.command === 'explain-error' ? placeIn(said) : '';
  const content = [...lead, { text: outcome, style: 'strong' } as const, quoted, through, place];
  return wrap(theme, content, pageWidth(theme), 2);
}

/** Places that decided the host without anybody having to wonder. */
const EXPECTED: readonly string[] = ['default', '--simulate'];

/** What decided the host, where it is not the usual one and no step says so. */
function sourceLines(report: Report, theme: Theme): string[] {
  const { target } = report;
  if (target === undefined || EXPECTED.includes(target.originSource)) return [];
  const fixes = decidingIn(report).diagnosis?.fixes ?? [];
  if (fixes.some(({ text }) => text.includes(target.originSource))) return [];
  return wrap(theme, [`${target.origin} comes from ${target.originSource}.`], pageWidth(theme), 2);
}

/** Method and whole address; the query may hold names of people. */
function addressOf({ request, origin }: ExchangeSummary): string {
  const [method = '', path = ''] = request.replace(/\?.*$/s, '').split(' ');
  return `${method} ${origin ?? ''}${path}`;
}

function outcomeOf({ status, failure, timings }: ExchangeSummary): string {
  if (status !== null) return String(status);
  const code = /\(([^()]*)\)$/.exec(failure ?? '')?.[1] ?? failure ?? 'no reason known';
  const refusal = /^CONNECT_(\d{3})$/.exec(code)?.[1];
  if (refusal !== undefined) return `${refusal} to CONNECT, from the proxy`;
  const phase = timings.find(({ ok }) => !ok)?.phase;
  const where =
    phase === undefined ? '' : ` ${factPhrase('failurePhase', phase).replace('it failed ', '')}`;
  return `no answer: ${code}${where}`;
}

type Said = (name: string) => string | null;

/** What a pasted text says of the call. */
function statedRequest(said: Said): string {
  const parts = [said('method'), said('path')].filter((part) => part !== null);
  return said('call') ?? parts.join(' ');
}

function statedOutcome(said: Said): string {
  return said('status') ?? said('failureCode') ?? '';
}

/** Where in a pasted text the call stands, and what made it. */
function placeIn(said: Said): string {
  const line = said('line');
  const platform = said('platform');
  const runtime = said('runtime');
  const parts = [
    line === null ? '' : `line ${line}`,
    runtime === null ? '' : factPhrase('runtime', runtime).replace(' made the call', ''),
    platform === null ? '' : factPhrase('platform', platform).replace('the call came ', ''),
  ].filter((part) => part !== '');
  return parts.length === 0 ? '' : `  (${parts.join(', ')})`;
}

/** The key as it is held, where its text is the problem. */
function keyLines(report: Report, diagnosis: Diagnosis | null, theme: Theme): string[] {
  const { key, checks } = report;
  if (key === null || key.defects.length === 0) return [];
  const text = checks.find(({ id }) => id === 'key.text');
  if (diagnosis?.layer !== 'key' || text === undefined) return [];
  const width = pageWidth(theme);
  const length = text.summary.includes(`${key.length} characters`)
    ? ''
    : `, ${key.length} characters`;
  return [
    ...pictureLines(report, theme, width),
    ...wrap(theme, [`${keyPlace(key)}${length}: ${text.summary}`], width, 2),
  ];
}

/** Whose answer it was, where it was not Lusha's. */
function answererLines({ answeredBy, checks }: Report, theme: Theme): string[] {
  if (answeredBy === null || checks[0]?.id === 'elsewhere') return [];
  const { party, certainty, evidence } = answeredBy;
  if (['lusha', 'gateway', 'nobody'].includes(party) || evidence.length === 0) return [];
  const who = factPhrase('answeredBy', party);
  const surely =
    certainty === 'certain' ? who : `${who}, ${certainty === 'likely' ? 'probably' : 'perhaps'}`;
  const text = `${capital(surely)}: ${evidence.join('; ')}`;
  return wrap(theme, [text], pageWidth(theme), 2).slice(0, MOST_LINES);
}

/** What else was seen that speaks for the cause; without a cause, all that was seen. */
function evidenceLines(report: Report, theme: Theme): string[] {
  const { check, diagnosis } = decidingIn(report);
  const isNamed = answererLines(report, theme).length > 0;
  const seen =
    diagnosis === null
      ? Object.entries(check?.evidence ?? {}).flatMap(([fact, value]) => {
          const text = textIn(value);
          return text === null ? [] : [{ fact, value: text }];
        })
      : diagnosis.evidence;
  const phrases = seen
    .filter(
      ({ fact }) => !SHOWN_ELSEWHERE.includes(fact) && !(isNamed && OF_ANSWERER.includes(fact)),
    )
    .map(({ fact, value }) => factPhrase(fact, withoutColumns(value)));
  if (phrases.length === 0) return [];
  const text = `Seen: ${phrases.join('; ')}.`;
  return wrap(theme, [text], pageWidth(theme), 2).slice(0, MOST_LINES);
}

/** What stays open because the call got no further. */
function openLines(report: Report, theme: Theme): string[] {
  const { checks, verdict } = report;
  const isSaid = decidingIn(report).diagnosis?.meaning.includes('nothing is known') === true;
  if (verdict !== 'UNKNOWN' || isSaid) return [];
  const open = checks.filter(
    ({ status, id }) => status === 'skip' && /^(?:login|endpoint)\b/.test(id),
  );
  const [first] = open;
  return first === undefined ? [] : wrap(theme, [`${capital(first.summary)}.`], pageWidth(theme));
}

function cut(message: string, theme: Theme): string {
  const line = withoutColumns(message);
  return line.length <= MOST_MESSAGE ? line : line.slice(0, MOST_MESSAGE) + theme.glyph.ellipsis;
}

function textIn(value: Check['evidence'][string] | undefined): string | null {
  if (value === undefined || value === null || value === '') return null;
  return typeof value === 'object' ? value.join('; ') : String(value);
}
