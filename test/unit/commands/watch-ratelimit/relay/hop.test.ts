import { describe, expect, it } from 'vitest';
import {
  answerHeaders,
  endToEndHeaders,
  isLoopbackHost,
} from '../../../../../src/commands/watch-ratelimit/relay/hop.ts';

describe('what the relay sends on', () => {
  it('is everything but Host and the headers of the connection, spelling and order kept', () => {
    const sent = endToEndHeaders([
      'Host',
      '127.0.0.1:8787',
      'API_KEY',
      'k',
      'Connection',
      'keep-alive, X-Hop',
      'X-Hop',
      'mine',
      'x-a',
      '1',
      'X-A',
      '2',
      'Expect',
      '100-continue',
      'Content-Length',
      '5',
    ]);

    expect(sent).toEqual(['API_KEY', 'k', 'x-a', '1', 'X-A', '2', 'Content-Length', '5']);
  });

  it('keeps the framing of an answer', () => {
    const raw = ['Transfer-Encoding', 'chunked', 'Keep-Alive', 'timeout=5', 'Set-Cookie', 'a=b'];

    expect(answerHeaders(raw)).toEqual(['Transfer-Encoding', 'chunked', 'Set-Cookie', 'a=b']);
  });
});

describe('a Host header', () => {
  it.each(['localhost', 'LOCALHOST:8787', '127.0.0.1', '127.8.9.1:1', '[::1]:8787'])(
    '%s is this machine',
    (host) => {
      expect(isLoopbackHost(host)).toBe(true);
    },
  );

  it.each([
    undefined,
    '',
    'api.lusha.com',
    'localhost.evil.example',
    '127.0.0.1.evil.example',
    'evil.example:127',
    '[::2]',
    '128.0.0.1',
    'localhost:8787:1',
  ])('%s is not', (host) => {
    expect(isLoopbackHost(host)).toBe(false);
  });
});
