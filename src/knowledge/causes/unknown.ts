import type { Cause } from '../../model/cause.ts';
import { BACKOFF } from '../retries.ts';

/** What the diagnosis falls back to when nothing else explains the facts. */
export const unknownCauses = [
  {
    id: 'unknown',
    layer: 'unknown',
    subject: 'failure',
    severity: 'fail',
    title: 'No known cause fits what was seen',
    when: [],
    signs: [],
    tell: 'nothing in the catalogue matches',
    meaning:
      'lusha-doctor does not guess. What was observed fits no cause it knows: status {status|none}, failure {failureCode|none}, message {message|none}.',
    reasons: [
      { text: 'The case is new, or the text you gave holds too little of it.', source: 'inferred' },
    ],
    whoActs: 'you',
    fixes: [
      {
        text: 'Give it more: the whole answer of your call with status line, headers and body.',
        command: '<your curl command> -i | lusha-doctor explain -',
        source: 'inferred',
      },
      {
        text: 'Record the case and attach it to an issue of lusha-doctor. The record holds no key; look it over before you send it.',
        command: 'lusha-doctor probe-endpoint GET /v3/account/usage --case case.json',
        source: 'inferred',
        verify: {
          command: 'lusha-doctor explain-error case.json',
          expect: 'the same verdict, without network',
        },
      },
      {
        text: 'For account questions and errors that the help article does not cover, write to Lusha Support: chat icon in the dashboard.',
        source: 'article#help',
      },
      {
        text: 'The reference of all endpoints with examples is at docs.lusha.com.',
        source: 'article#help',
      },
    ],
    retry: { ...BACKOFF, note: 'Once or twice; it may pass by itself.' },
    sources: ['inferred', 'article#help'],
  },
] as const satisfies readonly Cause[];
