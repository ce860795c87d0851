import { resultOf } from './result.ts';
import { usageFromBody } from '../quota/usage-body.ts';
import type { Answer } from './answer.ts';
import { contentType } from './body-content.ts';
import { errorBodyOf, type ErrorBody } from './error-body.ts';
import type { FactSet } from './fact-set.ts';
import { headerValue } from './header.ts';
import { itemErrorsOf } from './item-errors.ts';
import { oneLine } from './one-line.ts';
import { cannotRoute } from './party/lusha.ts';
import { putQuota } from './quota-facts.ts';
import { requestIdsOf } from './request-id.ts';

const LONGEST_PLAIN_MESSAGE = 300;
const LONGEST_HEADER = 200;

/** Adds what the head and the body of one answer say. `now` is the server's time if known. */
export function putAnswer(facts: FactSet, answer: Answer, now: number | undefined): void {
  const { status, headers, content } = answer;
  facts.put('bodyKind', content.kind, 'response body');
  facts.put('contentType', contentType(headers), 'response header content-type');
  const sunset = headerValue(headers, 'sunset');
  facts.put('sunset', sunset && oneLine(sunset, LONGEST_HEADER), 'response header sunset');
  const [id] = requestIdsOf(content.json, headers, content.kind === 'html' ? content.text : '');
  facts.put('requestId', id?.id, id?.seenIn ?? '');

  const said = isSuccess(answer) ? null : saidBy(answer);
  facts.put('message', said?.message, `response body ${said?.messageIn ?? ''}`);
  facts.put('errorName', said?.errorName, 'response body error');
  facts.put('errors', said?.errors, 'response body errors');
  if (status === null || (status >= 200 && status < 300)) putResult(facts, content.json);
  const usage = usageFromBody(content.json);
  putQuota(facts, { status, headers, usage, message: said?.message ?? null, now });
}

function putResult(facts: FactSet, json: unknown): void {
  const { itemCount, emptyResult, creditsCharged } = resultOf(json);
  facts.put('itemErrors', itemErrorsOf(json), 'response body, errors of single items');
  facts.put('itemCount', itemCount, 'response body');
  facts.put('emptyResult', emptyResult, 'response body');
  facts.put('creditsCharged', creditsCharged?.credits, creditsCharged?.seenIn ?? '');
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
