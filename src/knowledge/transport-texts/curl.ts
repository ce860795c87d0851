import type { FailurePhrase } from './phrase.ts';

/** Words of curl and libcurl. What its exit number adds stands in `curl-exit.ts`. */
export const CURL_PHRASES: readonly FailurePhrase[] = [
  {
    kind: 'tls-wrong-name',
    says: [
      'no alternative certificate subject name',
      'does not match target host name',
      'SNI or certificate check failed',
    ],
  },
  { kind: 'tls-unknown-ca', says: ['SSL certificate problem: Invalid certificate chain'] },
  { kind: 'tls-bad-certificate', says: ['SSL certificate problem'] },
  { kind: 'tls-timeout', says: ['SSL connection timeout'] },
  { kind: 'tls-failure', says: ['TLS connect error', 'SSL connect error'] },

  { kind: 'dns-timeout', says: ['Resolving timed out'] },
  { kind: 'dns-not-found', says: ['Could not resolve host', "Couldn't resolve host"] },
  {
    kind: 'blocked-locally',
    says: [/Failed to connect to [^\n]{1,300}: (?:Permission denied|Operation not permitted)/i],
  },
  {
    kind: 'connection-timeout',
    says: [
      'Connection timeout after',
      /Failed to connect to [^\n]{1,300}(?:timed out|timeout was reached)/i,
      // A refusal comes at once, on Windows after two seconds: this was the system's own patience.
      /Failed to connect to [^\n]{1,300} after \d{5,9} ms: could(?:n\\?'t| not) connect to/i,
    ],
  },
  {
    kind: 'headers-timeout',
    says: [/Operation timed out after [^\n]{1,60} with 0 (?:out of 0 )?bytes/i],
  },
  {
    kind: 'body-timeout',
    says: [/Operation timed out after [^\n]{1,60} with \d{1,15} (?:out of -?\d{1,15} )?bytes/i],
  },
  {
    kind: 'connection-closed',
    says: [
      'Empty reply from server',
      'before getting all response header fields',
      'nghttp2 shuts down connection with error 0',
    ],
  },
  {
    kind: 'connection-closed',
    phase: 'tls',
    says: ['Connection closed abruptly', 'schannel: server closed abruptly'],
  },
  { kind: 'connection-refused', says: [/\bQUIC: connection to \S{1,255} port \d{1,5} refused/i] },
  { kind: 'connection-reset', says: ['was not closed cleanly'] },
  {
    kind: 'body-cut',
    says: ['transfer closed with', /end of response with \d{1,15} bytes missing/i],
  },
  {
    kind: 'body-undecodable',
    says: ['Unrecognized content encoding', 'Error while processing content unencoding'],
  },
  {
    kind: 'malformed-response',
    says: ['Received HTTP/0.9', 'Weird server reply', 'Error in the HTTP2 framing layer'],
  },
  {
    kind: 'unclassified',
    code: 'local file',
    says: [
      'error setting certificate verify locations',
      'error adding trust anchors from file',
      'Problem with the SSL CA cert (path? access rights?)',
      'could not load PEM client certificate',
      'unable to set private key file',
      /curl: \(26\) Failed to open/i,
    ],
  },
];

/** curl's words for any reason that kept it from connecting; anything else that is said goes first. */
export const CURL_UNCONNECTED: FailurePhrase = {
  kind: 'connection-refused',
  says: [/Failed to connect to [^\n]{1,300}could(?:n\\?'t| not) connect to/i],
};
