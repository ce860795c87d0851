import type { Cause } from '../../model/cause.ts';
import { AFTER_FIX, BACKOFF } from '../retries.ts';
import { HOST_ANSWERS, USAGE_PROBED } from '../verifications.ts';

const answered = { layer: 'edge', subject: 'failure', severity: 'fail' } as const;

const NOT_LUSHA = ['cdn-waf', 'other', 'proxy'] as const;

const NOTHING_KNOWN = {
  text: 'The Lusha application did not answer itself, so this says nothing about key, plan or request.',
  source: 'inferred',
} as const;

/** A gateway or platform on the way answered for itself, and named the reason. */
export const edgeGatewayCauses = [
  {
    ...answered,
    id: 'edge-rate-limit',
    title: 'A gateway in front of the server limits the calls',
    when: [{ answeredBy: NOT_LUSHA, productSays: 'rate-limit' }],
    signs: [{ facts: { answeredBy: NOT_LUSHA, productSays: 'rate-limit' }, makes: 'certain' }],
    tell: 'the body names Cloudflare (error 1015), API Management, API Gateway or another gateway, and no window of Lusha',
    meaning:
      'A limit of {product|a gateway} was reached, before Lusha saw the request. It counts by address, key or account of that gateway and is no request window of Lusha.',
    reasons: [
      { text: 'Too many calls came from one address in a short time.', source: 'inferred' },
      { text: 'The gateway is your own, and its plan allows no more.', source: 'inferred' },
    ],
    whoActs: 'you',
    fixes: [
      {
        text: 'Wait a minute, then run fewer calls side by side and repeat with growing pauses.',
        source: 'inferred',
        verify: USAGE_PROBED,
      },
      { text: 'If the gateway is your own, raise its limit there.', source: 'inferred' },
    ],
    retry: BACKOFF,
    notes: [
      NOTHING_KNOWN,
      {
        text: 'A 429 of Lusha itself is JSON with statusCode and message.',
        source: 'docs/error-codes',
      },
    ],
    sources: ['inferred'],
  },
  {
    ...answered,
    id: 'gateway-wants-key',
    title: 'A gateway on the way wants a key of its own',
    when: [{ answeredBy: NOT_LUSHA, productSays: 'gateway-key' }],
    signs: [{ facts: { answeredBy: NOT_LUSHA, productSays: 'gateway-key' }, makes: 'certain' }],
    tell: 'the text speaks of a subscription key, a signature, an authorizer or a connected account, in the words of a gateway',
    meaning:
      '{product|A gateway} refused the call for lack of its own credential. Lusha was not asked, so the Lusha key does not matter here.',
    reasons: [
      {
        text: 'The base URL leads to a gateway, relay or platform, which wants its own key in its own header.',
        source: 'inferred',
      },
      { text: 'Its key is missing, expired or not allowed for this route.', source: 'inferred' },
    ],
    whoActs: 'you',
    fixes: [
      {
        text: 'If you mean to call Lusha directly, set the base URL to https://api.lusha.com.',
        source: 'spec3',
        verify: HOST_ANSWERS,
      },
      {
        text: 'If the gateway is meant, send its key as its own documentation says, beside the Lusha key.',
        source: 'inferred',
      },
    ],
    retry: AFTER_FIX,
    notes: [NOTHING_KNOWN],
    sources: ['inferred'],
  },
  {
    ...answered,
    id: 'own-platform-failed',
    title: 'The platform of your own program answered, not Lusha',
    when: [{ answeredBy: NOT_LUSHA, productSays: 'own-app' }],
    signs: [{ facts: { answeredBy: NOT_LUSHA, productSays: 'own-app' }, makes: 'certain' }],
    tell: 'the text is that of Heroku, Vercel, Railway, Lambda or another host of programs: a function timed out, crashed or does not run',
    meaning:
      '{product|The platform} speaks of the program that runs on it. A call from that program to Lusha may be the reason, and it may have been carried out.',
    reasons: [
      {
        text: 'The program waits longer for an answer than its platform allows.',
        source: 'inferred',
      },
      { text: 'The program crashed, or none is deployed at this address.', source: 'inferred' },
    ],
    whoActs: 'you',
    fixes: [
      {
        text: 'Look into the log of that program for the call to Lusha, and give its lines to lusha-doctor explain-error.',
        source: 'inferred',
        verify: USAGE_PROBED,
      },
      {
        text: 'Let the program answer sooner: shorter time-outs, smaller batches, or the work in a job of its own.',
        source: 'inferred',
      },
    ],
    retry: AFTER_FIX,
    credits: {
      text: 'The request may have been carried out and charged; compare the balance before you repeat one that costs credits.',
      source: 'inferred',
    },
    sources: ['inferred'],
  },
] as const satisfies readonly Cause[];
