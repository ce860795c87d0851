import type { Exchange, SentRequest } from '../model/exchange.ts';
import type { Facts } from '../model/fact.ts';
import { knownMessageIn } from './matches/known-message.ts';
import { attemptsOf } from './attempts.ts';
import type { Call } from './call.ts';
import {
  bare,
  conflicts,
  hasHost,
  hasTarget,
  SAME_TIME_MS,
  sameTarget,
  startsAnew,
  statusOf,
} from './same-call.ts';

/** How far a request is looked for above its outcome, in lines. */
const FAR_ABOVE = 40;
/** Lines between two parts that tell of one call. */
const NEAR = 8;
/** Other parts between two that tell of one call. */
const MOST_BETWEEN = 3;
const AT_ONCE_MS = 5;

/**
 * The calls of a text out of its parts: a request and its outcome are one call, a failure that is
 * told twice is one, and attempts of one call are one. A part without a host takes it from the nearest
 * part above in the same program, and never from over another host.
 */
export function callsOf(parts: readonly Call[], lines: readonly string[]): readonly Call[] {
  const streams = new Map<string, Call[]>();
  for (const part of parts) {
    const own = streams.get(part.stream);
    if (own === undefined) streams.set(part.stream, [part]);
    else own.push(part);
  }
  const told = [...streams.values()].flatMap((own) => toldOnce(withTargets(own)));
  const inOrder = told.sort((a, b) => a.first - b.first);
  return attemptsOf(inOrder, lines);
}

/** Gives outcomes the request that stands above them, or right below. */
function withTargets(parts: readonly Call[]): readonly Call[] {
  const linked: Call[] = [];
  let asked: Call | null = null;
  let isAnswered = false;
  for (const [at, part] of parts.entries()) {
    if (part.outcome === 'asked') {
      const above = linked.at(-1);
      const next = parts[at + 1];
      const isNextOpen = next !== undefined && next.outcome !== 'asked' && !hasTarget(next);
      if (above !== undefined && !hasTarget(above) && part.first - above.last <= 3 && !isNextOpen) {
        linked[linked.length - 1] = joined(above, part);
        continue;
      }
      if (asked !== null && !isAnswered) linked.push(asked);
      asked = part;
      isAnswered = false;
      continue;
    }
    if (
      asked !== null &&
      part.first - asked.last <= FAR_ABOVE &&
      sameVoice(asked, part) &&
      (isPage(part) || (!hasHost(part) && fitsPath(asked, part)))
    ) {
      const request = isPage(part) ? { ...asked.exchange.request } : requestOf(asked, part);
      const exchange = { ...part.exchange, request };
      const whose = asked.whose.whose === 'unknown' ? part.whose : asked.whose;
      linked.push({ ...part, exchange, whose });
      isAnswered = true;
      continue;
    }
    if (hasHost(part)) {
      if (asked !== null && sameTarget(asked, part)) isAnswered = true;
      else if (asked !== null && !isAnswered) {
        linked.push(asked);
        asked = null;
      } else asked = null;
    }
    linked.push(part);
  }
  if (asked !== null && !isAnswered) linked.push(asked);
  return linked;
}

/** Parts that tell of one and the same outcome are one. */
function toldOnce(parts: readonly Call[]): readonly Call[] {
  const kept: Call[] = [];
  for (const part of parts) {
    const from = Math.max(0, kept.length - MOST_BETWEEN);
    const back = kept.slice(from).findLastIndex((other) => tellsTheSame(other, part));
    const other = back === -1 ? undefined : kept[from + back];
    if (other === undefined) kept.push(part);
    else kept[from + back] = joined(other, part);
  }
  return kept;
}

function tellsTheSame(above: Call, below: Call): boolean {
  if (above.outcome === 'asked' && below.outcome === 'asked') return sameTarget(above, below);
  if (isPageFor(above, below)) {
    return below.first - above.last <= (above.outcome === 'ok' ? FAR_ABOVE : NEAR);
  }
  if (below.first - above.last > NEAR) return false;
  if (above.outcome !== below.outcome) return false;
  if (above.isRow && below.isRow) return sameIds(above, below) || isRetold(above, below);
  if (conflicts(above, below) || !atOneTime(above, below) || areLines(above, below)) return false;
  const [before, after] = [statusOf(above), statusOf(below)];
  if (above.outcome === 'ok') return before === after && !(above.isRow || below.isRow);
  if (before !== undefined && after !== undefined) {
    return before === after && !startsAnew(below) && !otherWords(above, below);
  }
  const [broke, breaks] = [above.exchange.failure, below.exchange.failure];
  if (broke !== undefined && breaks !== undefined) {
    const isOpen = [broke.kind, breaks.kind].includes('unclassified');
    return (isOpen || broke.kind === breaks.kind) && !startsAnew(below);
  }
  // A status and a broken connection are two failures; words beside either are part of it.
  const hasBoth = (before ?? after) !== undefined && (broke ?? breaks) !== undefined;
  const status = before ?? after;
  if (status !== undefined && !fitsStatus(before === undefined ? above : below, status))
    return false;
  return hasBoth ? above.wordsOnly || below.wordsOnly : !startsAnew(below);
}

const LEVEL = /\b(?:TRACE|DEBUG|INFO|NOTICE|WARN(?:ING)?|ERROR|FATAL|CRITICAL)\b/i;

/** A line about a call, and right below it the error that the program made of it. */
function isRetold(above: Call, below: Call): boolean {
  const [before, after] = [LEVEL.exec(above.text)?.[0], LEVEL.exec(below.text)?.[0]];
  if (before === undefined || after === undefined || before === after) return false;
  const isNext = below.first - above.last <= 2 && atOneTime(above, below);
  return isNext && sameTarget(above, below) && statusOf(above) === statusOf(below);
}

/** Two lines of one level that name no call are two failures: doubles differ in level or in length. */
function areLines(above: Call, below: Call): boolean {
  if (hasTarget(above) || hasTarget(below) || above.at === null) return false;
  if (above.text.includes('\n') || below.text.includes('\n')) return false;
  // No program makes two calls in a row in so short a time.
  if (below.at !== null && below.at - above.at <= AT_ONCE_MS && above.text !== below.text) {
    return false;
  }
  const isSaidTwice = above.facts.message !== undefined && below.facts.message !== undefined;
  if (isSaidTwice && !otherWords(above, below)) return false;
  const level = LEVEL.exec(above.text)?.[0];
  return level !== undefined && level === LEVEL.exec(below.text)?.[0];
}

/** Somebody else's page is what came with the status above it. */
function isPageFor(above: Call, below: Call): boolean {
  if (above.stream !== below.stream) return false;
  return isPage(below) && above.exchange.response?.body.text === '';
}

/** A page that somebody on the way put in the place of an answer, and no status beside it. */
function isPage({ facts, exchange }: Call): boolean {
  return facts.productSays !== undefined && exchange.response === undefined;
}

/** Words that come with other statuses only are about another call. */
function fitsStatus({ facts, wordsOnly }: Call, status: number): boolean {
  const words = facts.message?.value;
  if (!wordsOnly || words === undefined || knownMessageIn(words) === null) return true;
  return knownMessageIn(words, status) !== null;
}

function otherWords(above: Call, below: Call): boolean {
  const [said, says] = [above.facts.message?.value, below.facts.message?.value];
  if (said === undefined || says === undefined) return false;
  return !said.includes(says) && !says.includes(said);
}

function sameIds(above: Call, below: Call): boolean {
  const [before, after] = [above.facts.requestId?.value, below.facts.requestId?.value];
  return before !== undefined && before === after;
}

function atOneTime(above: Call, below: Call): boolean {
  if (above.at === null || below.at === null) return true;
  return Math.abs(below.at - above.at) <= SAME_TIME_MS;
}

/** Two parts of one call: what one of them leaves out the other says; the one that says more leads. */
function joined(above: Call, below: Call): Call {
  const [lead, other] = weightOf(below) > weightOf(above) ? [below, above] : [above, below];
  // A page is told with the address that a redirect led to; the call is the one that was made.
  const isPage = isPageFor(above, below);
  const request = isPage
    ? { ...above.exchange.request }
    : { ...other.exchange.request, ...lead.exchange.request };
  const response = lead.exchange.response ?? other.exchange.response;
  const failure = lead.exchange.failure ?? other.exchange.failure;
  const exchange: Exchange = {
    ...other.exchange,
    ...lead.exchange,
    ...(Object.keys(request).length === 0 ? {} : { request }),
    ...(response === undefined ? {} : { response }),
    ...(failure === undefined ? {} : { failure }),
  };
  return {
    ...lead,
    exchange,
    facts: { ...beside(other, lead), ...lead.facts },
    outcome: [above, below].some(({ outcome }) => outcome === 'failed')
      ? 'failed'
      : lead.outcome === 'asked'
        ? other.outcome
        : lead.outcome,
    isRow: above.isRow && below.isRow,
    wordsOnly: above.wordsOnly && below.wordsOnly,
    whose: isPage ? above.whose : lead.whose.whose === 'unknown' ? other.whose : lead.whose,
    first: Math.min(above.first, below.first),
    last: Math.max(above.last, below.last),
    at: above.at ?? below.at,
    text: `${above.text}\n${below.text}`,
  };
}

/** The words of a client say less than the answer that it quotes elsewhere. */
function beside({ facts }: Call, { exchange }: Call): Facts {
  if (exchange.response === undefined || exchange.response.body.text === '') return facts;
  const { message: _, errorName: __, errors: ___, ...rest } = facts;
  return rest;
}

/** How much a part says about its outcome. */
function weightOf({ outcome, exchange, facts, wordsOnly }: Call): number {
  if (outcome === 'asked') return 0;
  const { response, failure } = exchange;
  const body = response !== undefined && response.body.text !== '' ? 4 : 0;
  const head = response !== undefined && response.headers.length > 0 ? 2 : 0;
  const open = failure?.kind === 'unclassified' ? 1 : 2;
  const status = (response?.status ?? facts.status?.value) === undefined ? 0 : 2;
  const words = facts.message === undefined ? 0 : 2;
  return (wordsOnly ? 0 : 1) + body + head + status + words + (failure === undefined ? 0 : open);
}

/** `[error] [linear] …`: the name behind the level says who speaks. */
const VOICE = /\[(?:info|warn|warning|error|debug)\] \[([\w-]{1,40})\]/i;

function sameVoice(asked: Call, part: Call): boolean {
  const [one, other] = [VOICE.exec(asked.text)?.[1], VOICE.exec(part.text)?.[1]];
  return one === undefined || other === undefined || one === other;
}

function fitsPath(asked: Call, part: Call): boolean {
  const [wanted, found] = [asked.exchange.request?.path, part.exchange.request?.path];
  return wanted === undefined || found === undefined || bare(wanted) === bare(found);
}

function requestOf(asked: Call, part: Call): Partial<SentRequest> {
  return { ...asked.exchange.request, ...part.exchange.request };
}
