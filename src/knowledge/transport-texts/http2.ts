import type { FailureKind } from '../../model/exchange.ts';
import type { FailurePhrase } from './phrase.ts';

/** A code of HTTP/2 (RFC 9113, section 7). */
interface Http2Code {
  readonly number: number;
  readonly name: string;
  readonly kind: FailureKind;
  /** What Rust's h2 prints in place of the name. */
  readonly inRust: string;
  /** What Java's HttpClient prints behind `Received RST_STREAM:`. */
  readonly inJava?: string;
  /** The name is no ordinary word: it is one wherever it stands. */
  readonly isUnique?: true;
}

const CODES: readonly Http2Code[] = [
  {
    number: 7,
    name: 'REFUSED_STREAM',
    kind: 'connection-reset',
    inRust: 'refused stream before processing any application logic',
    inJava: 'Stream not processed',
    isUnique: true,
  },
  {
    number: 11,
    name: 'ENHANCE_YOUR_CALM',
    kind: 'connection-reset',
    inRust: 'detected excessive load generating behavior',
    isUnique: true,
  },
  {
    number: 13,
    name: 'HTTP_1_1_REQUIRED',
    kind: 'connection-reset',
    inRust: 'endpoint requires HTTP/1.1',
    isUnique: true,
  },
  {
    number: 12,
    name: 'INADEQUATE_SECURITY',
    kind: 'tls-protocol-mismatch',
    inRust: 'security properties do not meet minimum requirements',
    isUnique: true,
  },
  {
    number: 1,
    name: 'PROTOCOL_ERROR',
    kind: 'connection-reset',
    inRust: 'unspecific protocol error detected',
    inJava: 'Protocol error',
  },
  {
    number: 2,
    name: 'INTERNAL_ERROR',
    kind: 'connection-reset',
    inRust: 'unexpected internal error encountered',
    inJava: 'Internal error',
  },
  {
    number: 3,
    name: 'FLOW_CONTROL_ERROR',
    kind: 'connection-reset',
    inRust: 'flow-control protocol violated',
    isUnique: true,
  },
  {
    number: 4,
    name: 'SETTINGS_TIMEOUT',
    kind: 'connection-reset',
    inRust: 'settings ACK not received in timely manner',
    isUnique: true,
  },
  {
    number: 5,
    name: 'STREAM_CLOSED',
    kind: 'connection-reset',
    inRust: 'received frame when stream half-closed',
  },
  {
    number: 6,
    name: 'FRAME_SIZE_ERROR',
    kind: 'connection-reset',
    inRust: 'frame with invalid size',
    isUnique: true,
  },
  {
    number: 8,
    name: 'CANCEL',
    kind: 'connection-reset',
    inRust: 'stream no longer needed',
    inJava: 'Stream cancelled',
  },
  {
    number: 9,
    name: 'COMPRESSION_ERROR',
    kind: 'connection-reset',
    inRust: 'unable to maintain the header compression context',
  },
  {
    number: 10,
    name: 'CONNECT_ERROR',
    kind: 'connection-reset',
    inRust:
      'connection established in response to a CONNECT request was reset or abnormally closed',
  },
];

/** What clients print in front of the name of a code. */
const BEFORE_NAME =
  "stream was reset: |ErrCode[=:] ?|error code '|error code |not closed cleanly: |by (?:server|peer|curl) \\(error 0x[\\da-f]+ |stream ID \\d+; |connection error: |ErrorCodes\\.|RST_STREAM[^\\n]{0,40}? |closed with error: |error code: |NGHTTP2_";

/** The name of the code, in the forms of all clients. It stands beside a number in some. */
function formsOf({
  number,
  name,
  inRust,
  inJava,
  isUnique,
}: Http2Code): readonly (string | RegExp)[] {
  const hex = number.toString(16);
  const small = name.toLowerCase();
  const k6 = [1610, 1630, 1650].map((base) => base + number).join('|');
  return [
    inRust,
    new RegExp(String.raw`(?:${BEFORE_NAME})${name}\b`),
    ...(isUnique === undefined ? [] : [new RegExp(String.raw`\b(?:NGHTTP2_)?${name}\b`)]),
    ...(inJava === undefined ? [] : [`Received RST_STREAM: ${inJava}`]),
    new RegExp(String.raw`\{:server_closed_(?:connection|request), :${small}\b`),
    new RegExp(String.raw`(?:with error code :|stream \d{1,10} closed with error: )${small}\b`),
    new RegExp(String.raw`<StreamReset stream_id:\d{1,10}, error_code:${number}\b`),
    new RegExp(
      String.raw`HTTP/2: "(?:stream error" received -|GOAWAY" frame received with) code ${number}\b`,
    ),
    new RegExp(String.raw`(?:Session|Stream) closed with error code ${number}\b`),
    new RegExp(
      String.raw`HTTP/2 stream \d{1,10} [^\n]{0,60}\((?:error 0x${hex}\b|err ${number}\))`,
    ),
    new RegExp(String.raw`\berror_code["']?[=:] ?["']?(?:${k6})\b`),
  ];
}

/** Streams and connections of HTTP/2 that the other side ended. What was not processed comes first. */
export const HTTP2_PHRASES: readonly FailurePhrase[] = [
  {
    kind: 'connection-closed',
    code: 'GOAWAY, not processed',
    isCode: true,
    says: [
      'New streams cannot be created after receiving a GOAWAY',
      'ERR_HTTP2_GOAWAY_SESSION',
      /Cannot create stream \d{1,10} greater than Last-Stream-ID \d{1,10} from GOAWAY/i,
      'HTTP/2 connection is draining (GOAWAY received)',
      "request was not processed by the server, which means that it's safe to retry",
      /\breason: :unprocessed\b/,
    ],
  },
  ...CODES.map((code): FailurePhrase => ({
    kind: code.kind,
    code: code.name,
    isCode: true,
    says: formsOf(code),
    ...(code.kind === 'connection-reset' ? { phase: 'wait' } : {}),
  })),
  {
    kind: 'connection-reset',
    phase: 'wait',
    code: 'HTTP/1.1 in place of HTTP/2',
    isCode: true,
    says: ['frame header looked like an HTTP/1.1 header'],
  },
  {
    kind: 'connection-closed',
    code: 'GOAWAY',
    isCode: true,
    says: [
      'GOAWAY received',
      'server sent GOAWAY and closed the connection',
      'received GOAWAY from server',
      '"GOAWAY" frame received',
      /<ConnectionTerminated error_code:\d/,
      /\bHTTPX::\S{0,60}GoawayError\b/,
      'http2: received GoAway',
      /\{:server_closed_connection, :no_error\b/,
      'server closed connection with error code :no_error',
      /\berror_code["']?[=:] ?["']?(?:1610)\b/,
    ],
  },
];
