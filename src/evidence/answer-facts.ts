import { resultOf } from './body/result.ts';
import { objectOf } from '../model/json.ts';
import type { Shape } from '../model/fact.ts';
import { httpDate, isoTime } from '../quota/window/reset-time.ts';
import { endWords, sunsetTime } from './sunset.ts';
import { usageFromBody } from '../quota/usage-body.ts';
import type { Answer } from './body/answer.ts';
import { contentType, endsWithin } from './body/body-content.ts';
import { cutErrorBodyOf, errorBodyOf, type ErrorBody } from './body/error-body.ts';
import type { FactSet } from './fact-set.ts';
import { headerValue } from './header.ts';
import { itemErrorCountsOf, itemErrorsOf } from './body/item-errors.ts';
import { oneLine } from './one-line.ts';
import { cannotRoute } from './party/lusha.ts';
import { putQuota } from './quota-facts.ts';
import { requestIdsOf } from './request-id.ts';

const LONGEST_PLAIN_MESSAGE = 300;
const LONGEST_MESSAGE = 1000;
const LONGEST_HEADER = 200;

/** When an answer came, as far as it does not say so itself (epoch milliseconds). */
export interface Moment {
  /** An answer read from text can be of any age. */
  readonly isPasted: boolean;
  /** When its exchange began. */
  readonly startedAt?: number | undefined;
  /** Our time. */
  readonly now?: number | undefined;
}

/** Adds what the head and the body of one answer say. */
export function putAnswer(facts: FactSet, answer: Answer, moment: Moment): void {
  const { isPasted } = moment;
  const { status, headers, content } = answer;
  // A paste often leaves the body off: that it is missing there says nothing.
  const isCut = isPasted && endsWithin(content);
  const isLeftOff = isPasted && content.kind === 'empty';
  facts.put('bodyKind', isLeftOff ? undefined : content.kind, 'response body');
  if (isCut) facts.put('bodyIsCut', true, 'response body');
  facts.put('contentType', contentType(headers), 'response header content-type');
  const sunset = headerValue(headers, 'sunset');
  facts.put('sunset', sunset && oneLine(sunset, LONGEST_HEADER), 'response header sunset');
  putSunset(facts, sunset, moment);
  const [id] = requestIdsOf(content.json, headers, content.kind === 'html' ? content.text : '');
  facts.put('requestId', id?.id, id?.seenIn ?? '');

  const said = isCut ? cutErrorBodyOf(content.text) : isSuccess(answer) ? null : saidBy(answer);
  facts.put(
    'message',
    said === null ? null : messageOf(said),
    `response body ${said?.messageIn ?? ''}`,
  );
  facts.put('errorName', said?.errorName, 'response body error');
  facts.put('errors', said?.errors, 'response body errors');
  if (status === null || (status >= 200 && status < 300)) putResult(facts, content.json);
  if (status === null) facts.put('shape', shapeOf(answer), 'response body');
  putWaits(facts, answer, said, moment);
  if (status === null || status >= 300) putWait(facts);
}

/** The announced end seen from when the answer came; a day that is long past is seen from today. */
function putSunset(facts: FactSet, sunset: string | null, { now, startedAt }: Moment): void {
  const at = sunset === null ? null : sunsetTime(sunset);
  const from = now ?? startedAt;
  if (at === null || from === undefined) return;
  facts.put('sunsetWords', endWords(at, from), 'response header sunset');
}

/** Of several waits that an answer states the longest: sooner, one of them would still refuse. */
function putWait(facts: FactSet): void {
  const { retryAfter, windowReset } = facts.facts;
  const stated = [retryAfter, windowReset].filter((fact) => fact !== undefined);
  const [longest] = stated.toSorted((a, b) => b.value - a.value);
  facts.put('waitSeconds', longest?.value, longest?.seenIn ?? '');
  facts.put('waitSource', longest?.seenIn, longest?.seenIn ?? '');
}

/**
 * Adds what is used up and how long to wait. A number of seconds counts from when the answer
 * came, which is now for our own calls only.
 */
function putWaits(
  facts: FactSet,
  answer: Answer,
  said: ErrorBody | null,
  { isPasted, startedAt, now }: Moment,
): void {
  const { status, headers, content } = answer;
  const usage = usageFromBody(content.json);
  const clues = { status, headers, usage, message: said?.message ?? null };
  const inHead = httpDate(headerValue(headers, 'date') ?? '');
  if (!isPasted) {
    putQuota(facts, { ...clues, now: inHead ?? now ?? startedAt });
    return;
  }
  const inBody = isoTime(objectOf(content.json)?.timestamp);
  const answeredAt = inBody ?? inHead ?? startedAt;
  putQuota(facts, { ...clues, now: answeredAt });
  if (asksToWait(facts)) {
    const [place] = PLACES.filter((_, at) => typeof [inBody, inHead, startedAt][at] === 'number');
    facts.put('answeredAt', answeredAt, place ?? '');
    return;
  }
  // What is left are points in time, which mean the same whenever they are read.
  putQuota(facts, { ...clues, now });
  if (asksToWait(facts)) facts.put('answeredAt', now, 'clock of this machine');
}

/** Where an answer says when it came, the surest first. */
const PLACES = ['response body timestamp', 'response header date', 'start of the call'];

function asksToWait({ facts }: FactSet): boolean {
  return facts.windowReset !== undefined || facts.retryAfter !== undefined;
}

function shapeOf({ contract }: Answer): Shape | undefined {
  if (contract === null) return undefined;
  return contract.fit === 'strong' ? contract.kind : `${contract.kind}-like`;
}

function putResult(facts: FactSet, json: unknown): void {
  const { itemCount, emptyResult, creditsCharged } = resultOf(json);
  facts.put('itemErrors', itemErrorsOf(json), 'response body, errors of single items');
  facts.put('itemErrorCounts', itemErrorCountsOf(json), 'response body');
  facts.put('itemCount', itemCount, 'response body');
  facts.put('emptyResult', emptyResult, 'response body');
  facts.put('creditsCharged', creditsCharged?.credits, creditsCharged?.seenIn ?? '');
}

/** Says nothing that the status does not say. */
const GENERAL_WORDS =
  /^(?:(?:request )?validation (?:failed|error)|bad request|invalid (?:request|input|parameters?)|unprocessable (?:entity|content)|error)\.?$/i;

/** What was named is worth more than a general sentence above it. */
function messageOf({ message, errors }: ErrorBody): string | null {
  if (message === null || errors.length === 0 || !GENERAL_WORDS.test(message)) return message;
  return oneLine(`${message}: ${errors.join('; ')}`, LONGEST_MESSAGE);
}

/** The error text of any body that has one; plain text is taken as it is. */
function saidBy({ content }: Answer): ErrorBody | null {
  if (content.kind !== 'text' && content.kind !== 'html') return errorBodyOf(content.json);
  const words = content.kind === 'html' ? cannotRoute(content.text) : content.text;
  if (words === null) return null;
  const message = oneLine(words, LONGEST_PLAIN_MESSAGE);
  return { message, messageIn: '', errorName: null, errors: [], statusCode: null };
}

/** Answers that carry data: a text in them is somebody's job title, not a message. */
function isSuccess({ status, contract }: Answer): boolean {
  return contract?.kind === 'success' || (status !== null && status < 400 && contract === null);
}
