import type { Facts } from '../../model/fact.ts';
import type { Exchange } from '../../model/exchange.ts';
import { bodyOfText } from '../matches/body-text.ts';
import { unansweredIn } from '../matches/failure-text.ts';
import { isClientWords } from '../matches/client-words.ts';
import { knownMessageIn } from '../matches/known-message.ts';
import { messageFacts } from './message-text.ts';
import type { Recogniser } from '../paste.ts';
import { isReasonPhrase } from '../matches/reason-phrase.ts';

const LONGEST = 600;
const PREFIX = String.raw`(?:HTTP(?:\/\d(?:\.\d)?)?[ :]{0,3})?(?:(?:status|error)[ -]?(?:code)?[ :]{0,3})?`;
const BARE = new RegExp(
  String.raw`^${PREFIX}([1-5]\d{2})(?:(\s{0,3}[-–—:]?)\s{1,10}(\S.{0,500}))?$`,
  'i',
);
/** The number counts what follows it. */
const COUNTED =
  /^(?:ms|seconds?|minutes?|hours?|days?|bytes?|items?|rows?|records?|contacts?|companies|credits?|calls?|results?|files?|lines?|leads?|users?|people|times|requests?)\b/i;

/** `403`, `HTTP 403`, `HTTP/1.1 403 Forbidden`, `401: Invalid API key`, `403 again`. */
export const statusText: Recogniser = {
  name: 'status',
  read({ text }) {
    const [, digits, mark = '', words = ''] =
      (text.length > LONGEST ? null : BARE.exec(text.trim())) ?? [];
    // A client that reached nobody may have a status of its own for it.
    if (digits === undefined || COUNTED.test(words) || unansweredIn(text) !== null) return null;
    const status = Number(digits);
    const isReason = isReasonPhrase(words) || /^HTTP\/\d/i.test(text);
    const exchange: Exchange = {
      door: 'pasted',
      phases: [],
      response: {
        status,
        statusText: isReason ? words : '',
        headers: [],
        body: bodyOfText(''),
      },
    };
    return [{ exchange, facts: isReason ? {} : factsOf(words, mark.trim(), status) }];
  },
};

/** What people add of their own is no message: "403 again", "401 since this morning". */
function factsOf(words: string, mark: string, status: number): Facts {
  const known = knownMessageIn(words, status);
  if (known !== null) return messageFacts(known, status);
  const quoted = /^["'“](.{3,500})["'”]$/.exec(words)?.[1];
  const isSetOff = mark === ':' && !words.endsWith('?');
  const limit = messageFacts(words, status);
  if (limit.windowLimit !== undefined) return limit;
  const said = quoted ?? (isSetOff ? words : undefined);
  return said === undefined || isReasonPhrase(said) || isClientWords(said)
    ? {}
    : messageFacts(said, status);
}
