import type { Exchange } from '../../model/exchange.ts';
import { bodyOfText } from './body-text.ts';
import { messageFacts } from './message-text.ts';
import type { Recogniser } from './paste.ts';

const LONGEST = 600;
const BARE =
  /^(?:HTTP(?:\/\d(?:\.\d)?)?[ :]{0,3})?(?:(?:status|error)[ -]?(?:code)?[ :]{0,3})?([1-5]\d{2})(?:\s*[-–—:]?\s+(\S.{0,500}))?$/i;
/** Reason phrases of RFC 9110 and RFC 6585 that an API or a proxy answers with. */
const REASON =
  /^(?:OK|Created|Accepted|No Content|Found|Moved Permanently|See Other|Not Modified|(?:Temporary|Permanent) Redirect|Bad Request|Unauthori[sz]ed|Payment Required|Forbidden|Not Found|Method Not Allowed|Not Acceptable|Proxy Authentication Required|Request Timeout|Conflict|Gone|Length Required|Precondition Failed|(?:Payload|Content|Request Entity) Too Large|Unsupported Media Type|Unprocessable (?:Entity|Content)|Too Many Requests|Unavailable For Legal Reasons|Internal (?:Server )?Error|Not Implemented|Bad Gateway|Service (?:Temporarily )?Unavailable|Gateway Time-?out|Network Authentication Required)[.!]?$/i;

/** `403`, `HTTP 403`, `HTTP/1.1 403 Forbidden`, `401: Invalid API key`. */
export const statusText: Recogniser = {
  name: 'status',
  read({ text }) {
    const [, digits, words = ''] = (text.length > LONGEST ? null : BARE.exec(text.trim())) ?? [];
    if (digits === undefined) return null;
    const isReason = REASON.test(words) || /^HTTP\/\d/i.test(text);
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
