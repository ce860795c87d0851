import { oneLine } from '../evidence/one-line.ts';
import { LUSHA_DOMAIN } from '../knowledge/hosts.ts';
import { REPORTED } from '../knowledge/text-kinds/kinds.ts';
import { NUMBERED } from '../knowledge/text-kinds/retries.ts';
import type { MentionKind } from '../knowledge/text-kinds/text-kind.ts';
import { contractOf } from '../evidence/body/contract.ts';
import { FactSet } from '../evidence/fact-set.ts';
import type { Exchange } from '../model/exchange.ts';
import { objectOf, objectsIn, parseJson } from '../model/json.ts';
import { outcomeOf, stops, type Call } from './call.ts';
import { callsOf } from './calls.ts';
import { entriesOf, withoutPrefixes, type TextEntry } from './entries.ts';
import { readByForms } from './forms/forms.ts';
import { tableEntries } from './forms/table-row.ts';
import { headKindOf } from './logs/line-head.ts';
import { timeOf } from './logs/log-time.ts';
import { recordsIn } from './logs/record-list.ts';
import { retold } from './logs/retold.ts';
import { settingsIn } from './matches/client-settings.ts';
import { hostsOfUrls } from './matches/hosts-in-text.ts';
import { knownMessageIn } from './matches/known-message.ts';
import { callsIn } from './matches/named-call.ts';
import { proxyAddressIn } from './matches/proxy-address.ts';
import { requestInText } from './matches/request-text.ts';
import { whereItRan } from './matches/where-it-ran.ts';
import { successIn } from './matches/status-mention.ts';
import { statusMatchIn } from './matches/status-phrase.ts';
import { frameOwner, nearestOwner, ofOtherPrograms, owned, whoseText } from './ownership.ts';
import { pagesForAnswers } from './page-for-answer.ts';
import { MOST_TEXT, pasteOf, type Paste, type PastedEntry, type PastedKind } from './paste.ts';
import { signed, signedAlone } from './signed.ts';
import { lineKindsOf, type LineKinds } from './text-kind.ts';
import { UNNAMED, whoseCall, type WhoseCall } from './whose-call.ts';

/** What was found in a text. */
export interface TextReading {
  /** The calls of which the text says that they were made, in its order. */
  readonly calls: readonly Call[];
  /** What the text only speaks of; null where it speaks of nothing. */
  readonly mentions: Mentions | null;
  /** True when the text is longer than what was read of it. */
  readonly truncated: boolean;
  /** How many records the text is a list of; null where it is none. */
  readonly records: number | null;
  /** The prepared text: without credentials, contact data and colours. */
  readonly text: string;
}

/** Failures that a text mentions and that did not happen in it. */
export interface Mentions {
  readonly kind: MentionKind;
  /** The lines that mention one, the first few. */
  readonly lines: readonly string[];
}

/** Forms that are a text of their own: what stands around them is a part of them. */
const WHOLE: readonly PastedKind[] = ['status', 'har', 'report'];
const MOST_ITEMS = 5000;
const MOST_MENTIONED = 3;
const LONGEST_MENTION = 160;
const LONGEST_WORDS = 1000;
/** As many lines can tell of one failure. */
const MOST_OF_ONE = 60;

/**
 * Reads text that somebody pasted, or a log as a whole. Total, and at most 1 Mi characters are read.
 * `now` is epoch milliseconds. No credential of the text gets into the result.
 */
export function readText(raw: string, now: number): TextReading {
  const paste = pasteOf(retold(raw.slice(0, MOST_TEXT + 1)));
  const truncated = raw.length > MOST_TEXT;
  const kinds = lineKindsOf(paste.lines, paste.text);
  const mentions = mentionsIn(paste.lines, kinds);
  const events = withoutMentions(paste, kinds);
  const records = recordsOf(paste.text, now);
  const base = { mentions, truncated, text: paste.text, records: records?.length ?? null };
  if (events.text.trim() === '') return { ...base, calls: [] };
  const calls = callsOfEvents(events, records, now);
  return { ...base, calls: withSettings(calls, settingsIn(paste.text)) };
}

/** The settings of the client say what its log leaves out: where it called, and with which header. */
function withSettings(
  calls: readonly Call[],
  settings: Exchange['request'] | undefined,
): readonly Call[] {
  if (settings === undefined) return calls;
  return calls.map((call) => {
    const { request } = call.exchange;
    const isOther = request?.origin !== undefined && request.origin !== settings.origin;
    if (isOther || call.whose.whose === 'other') return call;
    const both = { ...settings, ...request };
    return { ...call, exchange: { ...call.exchange, request: both }, whose: { whose: 'lusha' } };
  });
}

function callsOfEvents(
  paste: Paste,
  records: readonly TextEntry[] | null,
  now: number,
): readonly Call[] {
  const bare = bareOf(paste);
  const entries = records ?? (isOne(bare) ? [wholeEntry(bare)] : entriesOf(paste.lines));
  const isWhole = entries.length === 1;
  const context = whoseText(paste.text);
  const foreign = hostsOfUrls(paste.text).some((host) => !LUSHA_DOMAIN.test(host));
  let at: number | null = null;
  const parts: Call[] = [];
  for (const entry of entries) {
    at = timeOf(entry.text, now) ?? at;
    parts.push(...partsOf(entry, isWhole, at));
  }
  const told = callsOf(ofOtherPrograms(parts, entries), records === null ? paste.lines : []);
  const calls = records === null ? pagesForAnswers(told, paste.lines) : told;
  const wentWell = calls.some(({ whose, outcome }) => whose.whose === 'lusha' && outcome === 'ok');
  const isMixed =
    wentWell &&
    (foreign || calls.some(({ whose }) => whose.whose === 'other' && whose.host !== UNNAMED));
  if (isWhole || calls.some(({ outcome }) => outcome === 'failed')) {
    return calls.map((call) =>
      owned(
        call,
        context,
        isMixed,
        frameOwner(call, paste) ?? (foreign ? nearestOwner(call, paste) : null),
      ),
    );
  }
  // Spread over lines, none of which says enough: the text as one.
  const all = partsOf(wholeEntry(bare), true, at).map((call) => owned(call, context, false, null));
  const isBetter = all.some(({ outcome }) => outcome === 'failed');
  const hasOk = calls.some(({ outcome }) => outcome === 'ok');
  return isBetter && !hasOk ? all : calls.map((call) => owned(call, context, isMixed, null));
}

/** The parts of calls that one entry holds. */
function partsOf(
  { text, first, last, stream }: TextEntry,
  isWhole: boolean,
  at: number | null,
): readonly Call[] {
  const paste = { text, lines: text.split('\n') };
  const found = readByForms(paste, isWhole ? 'document' : 'entry');
  const part = (read: PastedEntry, form: PastedKind): Call => {
    const spoken = form === 'access-log' ? read : signed(read, text);
    const entry = withProxy(withPlace(withKeyDefect(spoken, text), text), text);
    return {
      ...entry,
      outcome: outcomeOf(entry),
      whose: calledIn(entry, text),
      form,
      // A line that is nothing but an answer is an answer of its own.
      isRow:
        form === 'access-log' ||
        (paste.lines.length === 1 && (isRow(entry) || form === 'json-body')),
      wordsOnly: isWords(entry),
      first,
      last,
      stream,
      at: entry.exchange.startedAt ?? at,
      text,
      attempts: 1,
      recoveredFrom: null,
    };
  };
  if (found !== null) {
    const parts = found.entries.map((entry) => part(entry, found.form.name));
    const telling = parts.filter(({ wordsOnly }) => isWhole || !wordsOnly || isKnown(text));
    if (telling.length > 0) return telling;
  }
  const request = requestInText(text);
  const alone = signedAlone(text, request);
  if (alone !== null) return [part(alone, 'html-page')];
  if (request?.origin === undefined && request?.path === undefined) return [];
  const isCalled = callsIn(text).some(({ form }) => form !== 'bare' && form !== 'path');
  return isCalled
    ? [part({ exchange: { door: 'pasted', phases: [], request }, facts: {} }, 'nothing')]
    : [];
}

/** Whose call it was; the host of a filter's page is where the call was led, and not where it went. */
function calledIn({ exchange, facts }: PastedEntry, text: string): WhoseCall {
  const whose = whoseCall(exchange, text);
  const page = facts.productSays;
  const isPage = whose.whose === 'other' && page?.seenIn.includes(whose.host) === true;
  return isPage && stops(page.value) ? { whose: 'unknown' } : whose;
}

/** Words of an entry, of which there are many, count where a cause knows them. */
function isKnown(text: string): boolean {
  return text.length <= LONGEST_WORDS && knownMessageIn(text) !== null;
}

/** Where the call was made decides which remedies fit. */
function withPlace(entry: PastedEntry, text: string): PastedEntry {
  const { runtime, platform } = whereItRan(text);
  const { facts } = new FactSet()
    .put('runtime', runtime, 'the form of the text')
    .put('platform', platform, 'the form of the text');
  return { ...entry, facts: { ...facts, ...entry.facts } };
}

/** Which proxy it was tells whom to ask about it. */
function withProxy(entry: PastedEntry, text: string): PastedEntry {
  const { failure } = entry.exchange;
  if (failure === undefined || !failure.kind.startsWith('proxy-')) return entry;
  const address = proxyAddressIn(text);
  if (address === null) return entry;
  const { facts } = new FactSet().put('proxyUrl', address, 'the error text');
  return { ...entry, facts: { ...facts, ...entry.facts } };
}

/** Who answered is more than words: some product left its trace. */
function isWords({ exchange, facts }: PastedEntry): boolean {
  return (
    exchange.response === undefined &&
    exchange.failure === undefined &&
    facts.productSays === undefined
  );
}

/** A masked text still shows what stands before the key: `api_key: Bearer [masked]`. */
const SCHEME_BEFORE_KEY =
  /(?<![\w-])api[_-]?key["']?\s{0,20}(?:[:=,]|=>|\bvalue\b)[\s"':=]{0,16}(?:value["']?\s{0,3}[:=]\s{0,8}["']?)?bearer\s{1,3}\[masked\]/i;

function withKeyDefect(entry: PastedEntry, text: string): PastedEntry {
  if (!SCHEME_BEFORE_KEY.test(text)) return entry;
  const { facts } = new FactSet().put('keyDefects', ['bearer-prefix'], 'request headers');
  return { ...entry, facts: { ...entry.facts, ...facts } };
}

function isRow({ exchange }: PastedEntry): boolean {
  return exchange.request?.path !== undefined && exchange.response !== undefined;
}

/** A text without the name of a program before each of its lines. */
function bareOf(paste: Paste): Paste {
  const lines = withoutPrefixes(paste.lines);
  return lines === paste.lines ? paste : { text: lines.join('\n'), lines };
}

function wholeEntry({ text, lines }: Paste): TextEntry {
  return { text, first: 1, last: lines.length, stream: '' };
}

/** A list of records or answers, as log services and platforms export them: each is an entry. */
function recordsOf(text: string, now: number): readonly TextEntry[] | null {
  const records = recordsIn(text, now) ?? answersIn(text);
  return (
    records?.map((record, at) => ({ text: record, first: at + 1, last: at + 1, stream: '' })) ??
    null
  );
}

/** The items of a run: what each of several calls gave, answers and errors. */
function answersIn(text: string): readonly string[] | null {
  if (!text.startsWith('[')) return null;
  const items = objectsIn(parseJson(text)).slice(0, MOST_ITEMS);
  if (items.length < 2) return null;
  const isTold = items.some(
    (item) => contractOf(item, null) !== null || (objectOf(item.error) ?? item.json) !== null,
  );
  return isTold ? items.map((item) => JSON.stringify(item)) : null;
}

/**
 * True where all of a text can be about one call: it is short, is no log, and names one call and one
 * status at most.
 */
function isOne({ text, lines }: Paste): boolean {
  const [first] = lines;
  if (lines.length === 1 || first === undefined) return true;
  if (/^\s*[{[<]/.test(text) && parseJson(text) !== undefined) return true;
  if (/^\s*<(?:!doctype|html|head|body)\b/i.test(text)) return true;
  const found = readByForms({ text, lines }, 'document');
  if (found !== null && WHOLE.includes(found.form.name)) return true;
  if (tableEntries(lines) !== null) return true;
  const heads = lines.filter((line) => headKindOf(line) !== null || isRecordLine(line)).length;
  if (heads > 1 || lines.length > MOST_OF_ONE) return isHttp(lines) && heads <= 1;
  if (found?.form.name === 'http-response') return true;
  // What went well is a call of its own, or the last attempt of the one that failed.
  if (successIn(text) !== null && (statusMatchIn(text)?.status ?? 0) >= 400) return false;
  if (NUMBERED.some((words) => words.test(text)) && successIn(text) !== null) return false;
  const targets = new Set(
    callsIn(text).flatMap(({ form, request }) =>
      form === 'bare' || form === 'path'
        ? []
        : [`${request.origin ?? ''}${request.path?.split('?', 1)[0] ?? ''}`],
    ),
  );
  const hosts = new Set(hostsOfUrls(text).map((host) => host.replace(/^.*\.(?=lusha\.com?$)/, '')));
  return targets.size <= 1 && hosts.size <= 1 && statusesIn(text).size <= 1;
}

/** A record of a logger, with or without a name before it. */
function isRecordLine(line: string): boolean {
  return /^(?:\[?[\w:. -]{1,40}\]?\s{1,3}){0,3}\{".{20,}\}\s{0,3}$/.test(line);
}

function isHttp(lines: readonly string[]): boolean {
  return lines.some((line) => /^(?:< )?HTTP\/\d(?:\.\d)? \d{3}\b/.test(line));
}

const STATUS_PLACES =
  /(?:\bHTTP\/\d(?:\.\d)?"?[ :]{1,2}|\bstatus(?:[ _-]?code)?["']?\s?(?:of|is|was|[:=])?\s?["'(]?|(?:->|=>|→) ?|\breturned (?:an? )?(?:error:? )?|\berror |\bcode )([1-5]\d{2})\b|\b([1-5]\d{2}) (?:OK|Created|Client Error|Server Error|Bad Request|Unauthorized|Forbidden|Not Found|Too Many Requests|Internal Server Error|Bad Gateway|Service Unavailable|Gateway Time-?out)/gi;

function statusesIn(text: string): ReadonlySet<string> {
  return new Set([...text.matchAll(STATUS_PLACES)].map(([, a, b]) => a ?? b ?? ''));
}

/** The lines on which nothing happens are emptied; places stay what they are. */
function withoutMentions({ text, lines }: Paste, kinds: LineKinds): Paste {
  if (kinds.every((kind) => kind === null)) return { text, lines };
  const kept = lines.map((line, at) => (kinds[at] === null ? line : ''));
  return { text: kept.join('\n'), lines: kept };
}

const MENTIONED =
  /\b[45]\d\d\b|\b(?:unauthori[sz]ed|forbidden|too many requests|rate.?limit|invalid api key|timed? ?out|ECONN\w{1,10}|fetch failed|exception|error)\b/i;

const SHOWN: readonly MentionKind[] = ['source code', 'documentation', 'configuration'];

function mentionsIn(lines: readonly string[], kinds: LineKinds): Mentions | null {
  const first = kinds.find((kind) => kind !== null);
  if (first === undefined || first === null) return null;
  // Who reports a failure shows code and settings too: that nothing failed would be a claim.
  if (SHOWN.includes(first) && REPORTED.some((words) => words.test(lines.join('\n')))) return null;
  const mentioning = lines.filter((line, at) => kinds[at] !== null && MENTIONED.test(line));
  return {
    kind: first,
    lines: mentioning.slice(0, MOST_MENTIONED).map((line) => oneLine(line.trim(), LONGEST_MENTION)),
  };
}
