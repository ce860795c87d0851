import type { Exchange } from '../../model/exchange.ts';
import { bodyOfText } from './body-text.ts';
import { messageFacts } from './message-text.ts';
import type { Recogniser } from './paste.ts';

const LONGEST = 600;
const PREFIX = String.raw`(?:HTTP(?:\/\d(?:\.\d)?)?[ :]{0,3})?(?:(?:status|error)[ -]?(?:code)?[ :]{0,3})?`;
const BARE = new RegExp(String.raw`^${PREFIX}([1-5]\d{2})(?:\s*[-–—:]?\s+(\S.{0,500}))?$`, 'i');

/** Reason phrases that an API or a proxy answers with (RFC 9110, RFC 6585, and habit). */
const REASONS: readonly string[] = [
  'ok',
  'created',
  'accepted',
  'no content',
  'moved permanently',
  'found',
  'see other',
  'not modified',
  'temporary redirect',
  'permanent redirect',
  'bad request',
  'unauthorized',
  'unauthorised',
  'payment required',
  'forbidden',
  'not found',
  'method not allowed',
  'not acceptable',
  'proxy authentication required',
  'request timeout',
  'conflict',
  'gone',
  'length required',
  'precondition failed',
  'payload too large',
  'content too large',
  'unsupported media type',
  'unprocessable entity',
  'unprocessable content',
  'too many requests',
  'unavailable for legal reasons',
  'internal error',
  'internal server error',
  'not implemented',
  'bad gateway',
  'service unavailable',
  'service temporarily unavailable',
  'gateway timeout',
  'gateway time-out',
  'network authentication required',
];

/** `403`, `HTTP 403`, `HTTP/1.1 403 Forbidden`, `401: Invalid API key`. */
export const statusText: Recogniser = {
  name: 'status',
  read({ text }) {
    const [, digits, words = ''] = (text.length > LONGEST ? null : BARE.exec(text.trim())) ?? [];
    if (digits === undefined) return null;
    const isReason =
      REASONS.includes(words.replace(/[.!]$/, '').toLowerCase()) || /^HTTP\/\d/i.test(text);
    const exchange: Exchange = {
      door: 'pasted',
      phases: [],
      response: {
        status: Number(digits),
        statusText: isReason ? words : '',
        headers: [],
        body: bodyOfText(''),
      },
    };
    return [{ exchange, facts: isReason ? {} : messageFacts(words, Number(digits)) }];
  },
};
