import type { Cause } from '../../model/cause.ts';
import { BACKOFF } from '../retries.ts';
import { HOST_ANSWERS, USAGE_PROBED } from '../verifications.ts';
import { LOST_ANSWER } from './lost-answer.ts';

/** The run ended before the exchange did. */
export const runCauses = [
  {
    id: 'deadline-reached',
    layer: 'network',
    subject: 'failure',
    severity: 'fail',
    title: 'The time for the whole run was used up',
    when: [{ failure: 'deadline' }],
    // The name of an error in somebody's text is about the time-out of that program.
    unless: [{ failureCode: 'TimeoutError' }],
    signs: [{ facts: { failure: 'deadline' }, makes: 'certain' }],
    tell: 'the total is over --deadline; the timings name the phase that was under way',
    meaning:
      'The exchange was ended in the phase {failurePhase|that was under way} because the run had no time left; most of it went into {slowPhase|one phase} (milliseconds: {slowMs|see the timings}). It is not known how it would have gone on.',
    reasons: [
      { text: 'One phase is slow; the timings of the report say which.', source: 'inferred' },
      { text: 'Several checks each took nearly their own time-out.', source: 'inferred' },
    ],
    whoActs: 'you',
    fixes: [
      {
        text: 'Allow more time for the run.',
        command: 'lusha-doctor probe-endpoint GET /v3/account/usage --timeout 30 --deadline 120',
        source: 'inferred',
        verify: USAGE_PROBED,
      },
      {
        text: 'See in which phase the time goes: dns, tcp, proxy, tls, wait or body.',
        command: 'lusha-doctor probe-endpoint GET /v3/account/usage --verbose',
        source: 'inferred',
        verify: HOST_ANSWERS,
      },
    ],
    retry: BACKOFF,
    credits: LOST_ANSWER,
    sources: ['inferred'],
  },
  {
    id: 'client-timed-out',
    layer: 'network',
    subject: 'failure',
    severity: 'fail',
    title: 'Your program gave up before the answer was there',
    when: [
      { failure: 'deadline', failureCode: 'TimeoutError' },
      // AWS Lambda ends the whole function, whatever it is waiting for.
      { failure: 'unclassified', failureCode: 'Task timed out' },
    ],
    signs: [
      { facts: { failure: 'deadline', failureCode: 'TimeoutError' }, makes: 'likely' },
      {
        facts: { failure: 'unclassified', failureCode: 'Task timed out', path: /^\// },
        makes: 'likely',
      },
    ],
    tell: 'TimeoutError, "aborted due to timeout", HttpClient.Timeout: a time-out that your own code sets for the whole call',
    meaning:
      'The time your program allows for the call was over. How far the call had come is not known: the connection may have hung, or the answer took longer than that.',
    reasons: [
      {
        text: 'The time-out of the program is shorter than the request takes.',
        source: 'inferred',
      },
      {
        text: 'Something on the way drops packets: a firewall, a proxy, a VPN.',
        source: 'inferred',
      },
    ],
    whoActs: 'you',
    fixes: [
      {
        text: 'See how long each phase of a free call takes from this machine.',
        command: 'lusha-doctor probe-endpoint GET /v3/account/usage --verbose',
        source: 'inferred',
        verify: USAGE_PROBED,
      },
      {
        text: 'Raise the time-out of your program to 60 s and send smaller batches.',
        source: 'inferred',
      },
    ],
    retry: BACKOFF,
    credits: LOST_ANSWER,
    sources: ['measured/node-errors', 'inferred'],
  },
  {
    id: 'interrupted',
    layer: 'network',
    subject: 'failure',
    severity: 'fail',
    title: 'The run was interrupted',
    when: [{ failure: 'interrupted' }],
    signs: [{ facts: { failure: 'interrupted' }, makes: 'certain' }],
    tell: 'Ctrl-C, a terminate signal, or the reader of the output went away',
    meaning: 'The exchange was ended from outside. What was not finished is not known.',
    reasons: [
      { text: 'Somebody pressed Ctrl-C.', source: 'inferred' },
      { text: 'A CI job was cancelled or hit its own time limit.', source: 'inferred' },
      { text: 'The program cancelled the call, or its page was left.', source: 'inferred' },
    ],
    whoActs: 'you',
    fixes: [{ text: 'Run it again.', source: 'inferred', verify: USAGE_PROBED }],
    retry: { worth: true, how: 'backoff', note: 'At once; nothing has to be waited for.' },
    sources: ['inferred'],
  },
] as const satisfies readonly Cause[];
