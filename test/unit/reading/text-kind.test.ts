import { describe, expect, it } from 'vitest';
import { lineKindsOf } from '../../../src/reading/text-kind.ts';

/** The kinds of the lines of a text, `null` for those on which something happens. */
const kindsIn = (text: string) => lineKindsOf(text.split('\n'), text);
const BODY = '{"statusCode":403,"message":"Your account is not active."}';

describe('what only speaks of failures', () => {
  it.each<[string, string, string]>([
    ['a history', '9c1f0aa fix(lusha): stop on 402\n7e429c1 retry after ECONNRESET', 'changelog'],
    [
      'a stand-in for a server',
      `{\n  "request": { "urlPath": "/v3/contacts/enrich" },\n  "response": { "status": 402, "jsonBody": ${BODY} }\n}`,
      'configuration',
    ],
    [
      'talk of what could happen',
      `Ana: hypothetical question for the design of the client we plan here\nAna: what should it show if one day we'd get something like ${BODY}\nGil: a banner, and the retry is done by the worker in the background`,
      'conversation',
    ],
    [
      'talk of what is over',
      `Ana: so what was it in the end, the whole channel was full of it?\n\`429 ${BODY}\`\nGil: two schedulers at once, we fixed it on Friday and nothing since`,
      'conversation',
    ],
    ['a dry run', '[plan] would send POST /v3/contacts/enrich, 401 ends the run', 'dry run'],
  ])('%s', (_what, text, kind) => {
    expect([...new Set(kindsIn(text))]).toEqual([kind]);
  });
});

describe('what happened', () => {
  it.each<[string, string]>([
    ['an answer in a report', `We keep getting this from the API since this morning:\n${BODY}`],
    [
      'a failure that goes on after talk',
      'Ana: is it fixed now?\nGil: no, it still fails with 403',
    ],
    [
      'the line of a program in a conversation',
      `Gil: we fixed the other one on Friday\n2026-11-25 11:20:44 ERROR lusha: 403 ${BODY}`,
    ],
    [
      "an exception's text",
      'TimeoutError: The operation was aborted due to timeout\n    at f (a.js:1:1)',
    ],
    ['the lines of several programs', `web-1  | ERROR lusha answered 403\nweb-1  | ${BODY}`],
  ])('%s', (_what, text) => {
    expect(kindsIn(text).at(-1)).toBeNull();
  });
});
