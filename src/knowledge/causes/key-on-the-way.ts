import type { Cause } from '../../model/cause.ts';
import { AFTER_FIX } from '../retries.ts';
import { KEY_ACCEPTED, USAGE_CALL_WORKS, usageCall } from './key-commands.ts';

const NOT_FOUND = /missing authorization header|no api key found/i;
const MALFORMED = /invalid api key format/i;

/** What comparing requests with and without a key shows about the way to Lusha. */
export const keyOnTheWayCauses = [
  {
    id: 'key-altered-on-the-way',
    layer: 'proxy',
    subject: 'failure',
    severity: 'fail',
    title: 'Something on the way changes the key',
    when: [{ message: MALFORMED, junkKey: 'same' }],
    unless: [{ asBearer: 'accepted' }],
    signs: [{ facts: { message: MALFORMED, junkKey: 'same' }, makes: 'certain' }],
    tell: 'a made-up key in perfect form is called malformed as well',
    meaning:
      'Lusha says that the key does not have the form of a key, and says the same of a made-up one that has it. So what arrives is not what was sent: a relay or gateway between you and Lusha rewrites the header api_key.',
    reasons: [
      {
        text: 'A gateway puts a scheme, quotes or a value of its own into the header.',
        source: 'inferred',
      },
      {
        text: 'Two layers both add the header, and their values arrive joined with a comma.',
        source: 'inferred',
      },
    ],
    whoActs: 'your network team',
    fixes: [
      ...usageCall('lusha', {
        text: 'Make the call once straight to Lusha, past every relay. If that works, the relay is at fault.',
        verify: USAGE_CALL_WORKS,
        source: 'inferred',
      }),
      {
        text: 'In the relay, pass api_key on as it came: remove rules that set or append this header.',
        verify: KEY_ACCEPTED,
        source: 'inferred',
      },
    ],
    retry: AFTER_FIX,
    credits: {
      text: 'Costs no credit: the balance did not move in live calls that ended in 400 or 401.',
      source: 'live/2026-07-v3-contract',
    },
    sources: ['live/2026-10-key-outcomes', 'inferred'],
  },
  {
    id: 'answer-ignores-key',
    layer: 'edge',
    subject: 'setup',
    severity: 'warn',
    title: 'The answer does not depend on the key that is sent',
    when: [{ withoutKey: 'same', junkKey: 'same' }, { withoutKey: 'accepted' }],
    unless: [{ message: NOT_FOUND }, { message: MALFORMED, junkKey: 'same' }],
    signs: [
      { facts: { withoutKey: 'accepted' }, makes: 'certain' },
      { facts: { withoutKey: 'same', junkKey: 'same' }, makes: 'certain' },
    ],
    tell: 'the call without any key gets the same answer, or is even accepted',
    meaning:
      'Your key, a made-up key and no key at all are treated alike, or no key does better than yours. So the answer of {host|the host} says nothing about your key: a relay may use a key of its own, or refuse the call whoever makes it.',
    reasons: [
      {
        text: 'A gateway of your company adds a key of its own, and that one is not good.',
        source: 'inferred',
      },
      {
        text: 'The call is refused for another reason, for example the address it comes from.',
        source: 'inferred',
      },
    ],
    whoActs: 'your network team',
    fixes: [
      ...usageCall('lusha', {
        text: 'Make the call straight to Lusha, past every relay and gateway.',
        verify: USAGE_CALL_WORKS,
        source: 'inferred',
      }),
      {
        text: 'If that works, ask whoever runs the gateway which key it sends.',
        source: 'inferred',
      },
    ],
    retry: AFTER_FIX,
    sources: ['inferred'],
  },
] as const satisfies readonly Cause[];
