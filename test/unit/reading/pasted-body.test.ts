import { expect, it } from 'vitest';
import { bodyAmong } from '../../../src/reading/forms/pasted-body.ts';

const JSON_TYPE = [{ name: 'content-type', value: 'application/json; charset=utf-8' }];
const BODY = '{"statusCode":401,"message":"Invalid {API} key"}';

it.each([
  ['the body alone', [], ['', BODY], BODY],
  ['a prompt below', [], [BODY, 'user@host:~$'], BODY],
  ['a prompt on the same line', [], [`${BODY}user@host:~$ ls`], BODY],
  ["zsh's mark for a missing line break", [], [`${BODY}%`], BODY],
  ['the time it took', [], [BODY, '', 'real\t0m0.412s', 'user\t0m0.020s'], BODY],
  ['what curl -w adds', [], [BODY, '401 0.412s'], BODY],
  ['a question', JSON_TYPE, [BODY, '', 'Can anybody help?'], BODY],
  ['a head alone and a prompt', JSON_TYPE, ['', 'PS C:\\Users\\me>'], ''],
  ['a head alone and a question', JSON_TYPE, ['', 'Can anybody help?'], ''],
  ['no body by its length', [{ name: 'Content-Length', value: '0' }], ['', 'what now?'], ''],
  ['a page', [], ['<html><body>no</body></html>', '$ '], '<html><body>no</body></html>'],
  [
    'plain words of a proxy',
    [],
    ['upstream connect error', 'user@host:~$ '],
    'upstream connect error',
  ],
  [
    'chunks',
    [{ name: 'Transfer-Encoding', value: 'chunked' }],
    ['', '19', '{"statusCode":401,"message', '17', '":"Invalid {API} key"}', '0', '', '$'],
    BODY,
  ],
  ['a body that broke off', JSON_TYPE, ['{"statusCode":401,"mess'], '{"statusCode":401,"mess'],
])('finds %s', (_, headers, lines, body) => {
  expect(bodyAmong(lines, headers)).toBe(body);
});
