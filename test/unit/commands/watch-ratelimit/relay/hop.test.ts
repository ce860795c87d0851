import { validateHeaderValue } from 'node:http';
import { describe, expect, it } from 'vitest';
import {
  answerHeaders,
  endToEndHeaders,
  reasonPhrase,
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

describe('a reason phrase', () => {
  it.each([
    ['Not Found', 'Not Found'],
    ['Zu viele Anfragen für 茶', 'Zu viele Anfragen f\u00C3\u00BCr \u00E8\u008C\u00B6'],
    ['a\u0001b\u007Fc\td', 'a b c\td'],
    ['broken \uFFFD', 'broken \u00EF\u00BF\u00BD'],
    ['', ''],
  ])('%j is sent on as %j, which Node takes', (given, sent) => {
    expect(reasonPhrase(given)).toBe(sent);
    expect(() => validateHeaderValue('x', reasonPhrase(given))).not.toThrow();
  });
});
