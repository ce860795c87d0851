import type { Cause } from '../model/cause.ts';
import type { Endpoint } from '../model/endpoint.ts';
import type { FactName, Facts } from '../model/fact.ts';
import { probeLine, USAGE_READ } from './look-up/curl-line.ts';

/** A fact that would tell the remaining causes apart, and how to get it. */
export interface Decider {
  readonly text: string;
  readonly command: string;
  /** Ids of the causes that it speaks for or against. */
  readonly about: readonly string[];
}

interface Way {
  readonly facts: readonly FactName[];
  readonly text: string;
  readonly command: (call: FailedCall) => string;
}

/** The call whose answer is to be explained, as far as it is known. */
export interface FailedCall {
  readonly status: number;
  readonly endpoint: Endpoint | null;
}

const MOST_WAYS = 3;

/** From the answer itself to what only the account knows; each is one thing to do. */
const WAYS: readonly Way[] = [
  {
    facts: [
      'message',
      'errors',
      'errorName',
      'answeredBy',
      'product',
      'bodyKind',
      'contentType',
      'itemErrors',
      'emptyResult',
      'creditsCharged',
      'redirect',
      'redirectTo',
      'connectStatus',
      'sunset',
      'requestId',
    ],
    text: 'The answer itself: its words, its headers and who wrote it. Send the call again and let this tool read it (this one costs nothing):',
    command: ({ endpoint }) => (endpoint === null ? null : probeLine(endpoint)) ?? USAGE_READ,
  },
  {
    facts: ['endpoint', 'endpointVersion', 'path'],
    text: 'Which path was called:',
    command: ({ status }) => `lusha-doctor explain ${status} --endpoint /v3/contacts/enrich`,
  },
  {
    facts: ['method'],
    text: 'By which method it was called:',
    command: ({ status }) => `lusha-doctor explain ${status} --method POST`,
  },
  {
    facts: ['keyPlacement'],
    text: 'Which header carried the key (its name only, never its value):',
    command: ({ status }) => `lusha-doctor explain ${status} --sent-header Authorization`,
  },
  {
    facts: [
      'keyAccepted',
      'withoutKey',
      'junkKey',
      'asBearer',
      'olderUsage',
      'plan',
      'creditsLeft',
      'keyDefects',
    ],
    text: 'Whether the key works elsewhere, with which plan and how many credits:',
    command: () => 'lusha-doctor check-key',
  },
  {
    facts: ['windowEmpty', 'windowLimit', 'windowReset', 'retryAfter'],
    text: 'Which request window is empty:',
    command: () => 'lusha-doctor watch-ratelimit --once',
  },
];

/**
 * The facts not observed yet that would decide between causes, the one that concerns most of
 * them first. Empty when there is nothing left to decide.
 */
export function deciders(
  causes: readonly Cause[],
  facts: Facts,
  call: FailedCall,
): readonly Decider[] {
  if (causes.length < 2) return [];
  return WAYS.map(({ facts: names, text, command }) => {
    const open = names.filter((name) => facts[name] === undefined);
    const about = causes.filter((cause) => open.some((name) => asksFor(cause, name)));
    return { text, command: command(call), about: about.map(({ id }) => id) };
  })
    .filter(({ about }) => about.length > 0)
    .sort((a, b) => b.about.length - a.about.length)
    .slice(0, MOST_WAYS);
}

function asksFor({ signs, unless = [] }: Cause, name: FactName): boolean {
  return [...signs.map(({ facts }) => facts), ...unless].some((pattern) => name in pattern);
}
