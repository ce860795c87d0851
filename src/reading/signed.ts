import { answeredBy } from '../evidence/answered-by.ts';
import { FactSet } from '../evidence/fact-set.ts';
import type { Exchange } from '../model/exchange.ts';
import type { Facts } from '../model/fact.ts';
import { sightings } from '../evidence/signatures/sightings.ts';
import { BLOCKED } from '../knowledge/signatures/blocked.ts';
import { SIGNATURES } from '../knowledge/signatures.ts';
import { signaturesIn, type SignatureMatch } from './matches/signatures.ts';
import { stops } from './call.ts';
import type { PastedEntry } from './paste.ts';

const PAGE = /<(?:!doctype html|html|head|title)\b|\\u003c(?:!doctype|html)|&lt;(?:!doctype|html)/i;
const NOT_JSON =
  /is not valid JSON|invalid character '<'|Expecting value|JSONDecodeError|Unexpected token\s?<|Unexpected character \('<'|invalid start of a value|json_decode|Syntax error/i;

/**
 * Says who spoke where a product left its trace anywhere in the text of a call: in a page, a log line, a
 * JSON string. A body in a shape that only Lusha has outweighs it.
 */
export function signed(entry: PastedEntry, text: string): PastedEntry {
  const refusal = refusalInHead(entry.exchange);
  if (refusal !== null) return { ...entry, facts: { ...entry.facts, ...refusal } };
  if (isLushas(entry.exchange) || entry.facts.answeredBy?.value === 'lusha') return entry;
  if (entry.exchange.failure !== undefined) return entry;
  const written = writerIn(text, entry.exchange.response?.status ?? null);
  const isTrace = written === null || written.signature.means === 'trace';
  const match = (isTrace && PAGE.test(text) ? blockerIn(text) : null) ?? written;
  if (match === null) return entry;
  // A name alone beside words is no answer.
  if (match.signature.means === 'trace' && entry.exchange.response === undefined) return entry;
  const facts = speakerFacts(match);
  // The same software stands in front of Lusha and of everybody else.
  const { answeredBy: _, productSays: __, ...open } = facts;
  const isOpen = match.signature.party === 'other' && LUSHA_HOST.test(originOf(entry));
  return { ...entry, facts: { ...entry.facts, ...(isOpen ? open : facts) } };
}

/** An answer without a body whose head says who stopped the call, whatever its status. */
function refusalInHead({ response }: Exchange): Facts | null {
  if (response === undefined || response.body.text.trim() !== '') return null;
  const { status, headers } = response;
  const [seen] = sightings(SIGNATURES, { status, headers, page: '' }).filter(
    ({ signature }) => signature.as === 'wrote' && signature.sure === 'A' && stops(signature.means),
  );
  if (seen === undefined) return null;
  const { party, product, means } = seen.signature;
  return new FactSet()
    .put('answeredBy', party, seen.says)
    .put('product', product, seen.says)
    .put('productSays', means, seen.says).facts;
}

/** A filter that is named beside a word for "blocked" made the page that says so. */
function blocksByName({ signature, at, end }: SignatureMatch, text: string): boolean {
  if (signature.party !== 'proxy') return false;
  const before = text.slice(Math.max(0, at - LONGEST_TITLE), at);
  const after = text.slice(end, end + LONGEST_TITLE);
  const line = `${before.split(TITLE_EDGE).at(-1) ?? ''}${text.slice(at, end)}${after.split(TITLE_EDGE, 1)[0] ?? ''}`;
  if (/<title>\s{0,20}$/i.test(text.slice(Math.max(0, at - TITLE_TAG), at))) {
    return BLOCKED.test(text.slice(end, end + LONGEST_TITLE * 4));
  }
  return line.length <= LONGEST_TITLE && BLOCKED.test(line) && !/[.,;!?](?:\s|$)/.test(line);
}

/** A page in whose title a filter stands first was made by it. */
const TITLE_TAG = 30;

const LONGEST_TITLE = 120;
/** What ends a title: a line, a tag, and either of them written inside a string. */
const TITLE_EDGE = /[\n<>]|\\[nr]|\\u003[ce]|&[lg]t;/i;

const LUSHA_HOST = /^https?:\/\/(?:[\w-]+\.)*lusha\.com?(?::\d+)?$/i;

function originOf({ exchange }: PastedEntry): string {
  return exchange.request?.origin ?? '';
}

/** The call that a trace alone tells of; null where no product left a sure one. */
export function signedAlone(text: string, request: Exchange['request']): PastedEntry | null {
  const written = writerIn(text, null);
  const match = written === null || written.signature.means === 'trace' ? blockerIn(text) : written;
  // That a server or a network was there is no failure.
  if (match === null || match.signature.means === 'trace' || match.signature.party === 'other') {
    return null;
  }
  const exchange: Exchange = {
    door: 'pasted',
    phases: [],
    ...(request === undefined ? {} : { request }),
  };
  return { exchange, facts: speakerFacts(match) };
}

function writerIn(text: string, status: number | null): SignatureMatch | null {
  const isPageForJson = PAGE.test(text) || NOT_JSON.test(text);
  const found = signaturesIn(text, { status, isPageForJson }).filter(
    ({ signature }) => signature.as === 'wrote' && signature.party !== 'lusha',
  );
  return found.toSorted((a, b) => weightOf(b) - weightOf(a))[0] ?? null;
}

/** The filter that a page in any language names in its title. */
function blockerIn(text: string): SignatureMatch | null {
  const found = signaturesIn(text, { isPageForJson: true }).find((one) => blocksByName(one, text));
  if (found === undefined) return null;
  return { ...found, signature: { ...found.signature, means: 'policy' } };
}

/** What says more than that somebody was there comes first, then what proves more. */
function weightOf({ signature: { means, sure } }: SignatureMatch): number {
  return (stops(means) ? 6 : means === 'trace' ? 0 : 4) + (sure === 'A' ? 2 : sure === 'B' ? 1 : 0);
}

function speakerFacts({ signature, words }: SignatureMatch): Facts {
  const seenIn = `the text says "${words}"`;
  return new FactSet()
    .put('answeredBy', signature.party, seenIn)
    .put('product', signature.product, seenIn)
    .put('productSays', signature.means, seenIn).facts;
}

function isLushas(exchange: Exchange): boolean {
  if (exchange.response === undefined) return false;
  const answerer = answeredBy(exchange);
  const isLusha = answerer?.party === 'lusha' || answerer?.party === 'gateway';
  return isLusha && answerer.certainty !== 'possible';
}
