import type { FailurePhrase } from './phrase.ts';

/**
 * Time-outs of clients that name the phase, and those that run over the whole call. Of the latter
 * nobody can say how far it had come; they share the name of the error of the web platform.
 */
export const TIMEOUT_PHRASES: readonly FailurePhrase[] = [
  { kind: 'dns-timeout', says: ["Timeout awaiting 'lookup'"] },
  {
    kind: 'connection-timeout',
    says: [
      "Timeout awaiting 'connect'",
      'Net::OpenTimeout',
      'HTTP connect timed out',
      'urlopen error timed out',
      'while waiting for connection (Client.Timeout',
      /SocketTimeoutException: failed to connect to/i,
    ],
  },
  { kind: 'tls-timeout', says: ["Timeout awaiting 'secureConnect'"] },
  // Symfony and dio
  { kind: 'headers-timeout', says: ['Idle timeout reached for', 'DioException [receive timeout]'] },
  { kind: 'connection-timeout', says: ['DioException [connection timeout]'] },
  {
    kind: 'deadline',
    phase: 'send',
    code: 'TimeoutError',
    says: ['DioException [send timeout]', /\b(?:httpx|httpcore)\.WriteTimeout\b/],
  },
  { kind: 'deadline', phase: 'wait', code: 'TimeoutError', says: ['Max duration was reached for'] },
  // The JVM and Python name only the operation; the frames say whether it was the handshake.
  {
    kind: 'tls-timeout',
    says: ['Read timed out'],
    beside: /\bSSLSocketImpl\.startHandshake\(|, in (?:do_handshake|wrap_socket|start_tls)\n/,
  },
  {
    kind: 'body-timeout',
    phase: 'body',
    says: ['Read timed out', 'The read operation timed out', 'ReadTimeout'],
    beside:
      /, in (?:_safe_read|_read_chunked|_raw_read|_fp_read|read_chunked|iter_raw|aiter_raw|iter_content|_receive_response_body)\n/,
  },
  {
    kind: 'body-timeout',
    phase: 'body',
    says: [/\btype: 'body-timeout'/, 'Response timeout while trying to fetch'],
  },
  {
    kind: 'headers-timeout',
    says: [
      "Timeout awaiting 'response'",
      'The read operation timed out',
      'Net::ReadTimeout',
      'SocketTimeoutException: Read timed out',
    ],
  },
  // The time-out of an MCP client, which has the code that servers use for a lost session.
  {
    kind: 'deadline',
    phase: 'wait',
    code: 'MCP -32001',
    isCode: true,
    says: [
      /\bMCP error -32001: (?:Request|Maximum total) time/i,
      /"code"\s{0,3}:\s{0,3}-32001,\s{0,3}"message"\s{0,3}:\s{0,3}"Request timed out/i,
    ],
  },
  {
    kind: 'deadline',
    phase: 'wait',
    code: 'TimeoutError',
    says: [
      /Timeout awaiting '(?:request|socket|send|read)'/i,
      'network timeout at:',
      // Zapier, Power Automate and Retool, of the call that a step makes.
      /\bapp did not respond in[- ]time\b/i,
      'The request timed out. It may or may not',
      // axios and .NET count the connecting too.
      /timeout of \d{1,9} ?ms exceeded/i,
      'HttpClient.Timeout',
      'request timed out',
      'HttpTimeoutException',
      "type: 'request-timeout'",
      'Request timeout has expired',
      'HttpRequestTimeoutException',
      'The operation has timed out',
      'The operation timed out',
      'asyncio.TimeoutError',
      /SocketTimeoutException: timeout\b/i,
      /\bsocket\.timeout: timed out\b/,
      /\(execution expired\)|\bTimeout::Error\b|\bNet::HTTP\S{0,20}: execution expired/,
      // The name of the error in Rust; with a number after it, it is that of curl.
      /\boperation timed out$/m,
    ],
  },
];

/** The time of a function was up. It is not said that the call was what took it. */
export const FUNCTION_TIMEOUT: FailurePhrase = {
  kind: 'unclassified',
  phase: 'wait',
  code: 'Task timed out',
  says: [/\bTask timed out after \d{1,5}(?:\.\d{1,3})? seconds/],
};
