import { breaking, scenario } from './build.ts';

/** The connection or the HTTP on it breaks. */
export const NETWORK_SCENARIOS = [
  scenario('connection-refused', 'nobody listens', { kind: 'nobody' }),
  breaking('connection-reset', 'the connection is reset instead of an answer', 'reset'),
  breaking('connection-closed', 'the connection is closed instead of an answer', 'close'),
  breaking('headers-timeout', 'the request is taken and never answered', 'silence'),
  breaking(
    'informational-flood',
    'interim answers without end and never a final one',
    'informational-flood',
    {
      cause: 'headers-timeout',
    },
  ),
  breaking('response-malformed', 'the answer is not HTTP', 'not-http'),
  breaking('response-malformed-header', 'a header without a colon', 'bad-header', {
    cause: 'response-malformed',
  }),
  breaking('response-malformed-chunk', 'a chunk without a size', 'bad-chunk', {
    cause: 'response-malformed',
  }),
  breaking('headers-too-large', '160 kB of headers', 'oversized-headers'),
  breaking('body-timeout', 'the answer begins and stops', 'stalled-body'),
  breaking('body-dripping', 'the answer comes one byte a second', 'dripping-body', {
    cause: 'body-timeout',
  }),
  breaking('body-cut', 'the connection ends before the answer does', 'cut-body'),
  breaking('body-cut-chunks', 'the last chunk never comes', 'cut-chunks', { cause: 'body-cut' }),
  breaking('body-reset', 'the connection is reset in the middle of the answer', 'reset-body', {
    cause: 'body-cut',
  }),
  breaking('body-undecodable', 'compressed, but not so that it can be read', 'broken-gzip'),
  breaking('body-undecodable-cut', 'the compressed answer breaks off', 'cut-gzip', {
    cause: 'body-undecodable',
  }),
  breaking('body-too-large', 'the answer does not end', 'endless-body'),
] as const;
