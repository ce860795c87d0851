import { fillCommand } from '../../../diagnosis/fill.ts';
import { observedIn, readPattern, type Observed } from '../../../diagnosis/match.ts';
import { rank, type Candidate } from '../../../diagnosis/rank.ts';
import { CERTAINTIES, type Cause, type Pattern } from '../../../model/cause.ts';
import type { Endpoint } from '../../../model/endpoint.ts';
import type { FactName, Facts } from '../../../model/fact.ts';

/** A fact that would tell the remaining causes apart, and how to get it. */
export interface Decider {
  readonly text: string;
  readonly command: string;
  /** Ids of the causes that it speaks for or against. */
  readonly about: readonly string[];
}

/** One thing to do, and the facts that it brings. */
interface Way {
  readonly facts: readonly FactName[];
  readonly text: string;
  /** Null where it does not apply. */
  readonly command: (call: FailedCall, facts: Facts) => string | null;
}

/** The call whose answer is to be explained, as far as it is known. */
export interface FailedCall {
  readonly status: number;
  readonly endpoint: Endpoint | null;
}

const MOST_WAYS = 3;

/** What an answer tells. */
const OF_ANSWER: readonly FactName[] = [
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
];

/**
 * Statuses that another call to the same endpoint can meet as well: they are about key, plan,
 * limits, path or service, and not about what was in the request.
 */
const NOT_OF_REQUEST: readonly number[] = [401, 403, 404, 405, 429, 500, 502, 503, 504];

/** From the answer itself to what only the account knows. */
const WAYS: readonly Way[] = [
  {
    facts: OF_ANSWER,
    text: 'The answer itself: its words, its headers and who wrote it. Add -i to your own command and pipe it:',
    command: () => '<your curl command> -i | lusha-doctor explain -',
  },
  {
    facts: ['answeredBy', 'product', 'message'],
    text: 'How a free call to the same endpoint ends:',
    command: ({ status, endpoint }) =>
      endpoint !== null && hasFreeCall(endpoint) && NOT_OF_REQUEST.includes(status)
        ? `lusha-doctor probe-endpoint ${endpoint.id}`
        : null,
  },
  {
    facts: ['endpoint', 'endpointVersion', 'path', 'method', 'otherMethod'],
    text: 'Which method and path were called:',
    command: ({ status }, { path }) =>
      path === undefined
        ? `lusha-doctor explain ${status} --endpoint 'POST /v3/contacts/enrich'`
        : null,
  },
  {
    facts: ['method', 'otherMethod'],
    text: 'By which method it was called:',
    command: ({ status }, facts) =>
      facts.path !== undefined && facts.method === undefined
        ? fillCommand(`lusha-doctor explain ${status} --endpoint {path} --method POST`, facts)
        : null,
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
  const observed = observedIn(facts);
  const { candidates } = rank(causes, facts);
  return WAYS.flatMap(({ facts: names, text, command: commandFor }) => {
    const command = commandFor(call, facts);
    if (command === null) return [];
    const open = names.filter((name) => facts[name] === undefined);
    const about = candidates.filter((found) => moves(found, open, observed));
    return [{ text, command, about: about.map(({ cause }) => cause.id) }];
  })
    .filter(({ about }) => about.length > 0)
    .sort((a, b) => b.about.length - a.about.length)
    .slice(0, MOST_WAYS);
}

/** True when some values of the open facts make a cause surer or rule it out. */
function moves(
  { cause: { signs, unless = [] }, certainty }: Candidate,
  open: readonly FactName[],
  observed: Observed,
): boolean {
  const isSurer = (makes: Candidate['certainty']) =>
    CERTAINTIES.indexOf(makes) > CERTAINTIES.indexOf(certainty);
  return (
    unless.some((pattern) => canBeMet(pattern, open, observed)) ||
    signs.some(({ facts, makes }) => isSurer(makes) && canBeMet(facts, open, observed)) ||
    (signs.length > 0 && signs.every(({ facts }) => canFail(facts, open, observed)))
  );
}

/** Everything a pattern asks for is observed or open, and something is open. */
function canBeMet(pattern: Pattern, open: readonly FactName[], observed: Observed): boolean {
  const { state } = readPattern(pattern, observed);
  return state === 'open' && unseenIn(pattern, observed).every((name) => includes(open, name));
}

/** A pattern fails already, or one of the open facts can make it fail. */
function canFail(pattern: Pattern, open: readonly FactName[], observed: Observed): boolean {
  if (readPattern(pattern, observed).state === 'refuted') return true;
  return unseenIn(pattern, observed).some((name) => includes(open, name));
}

function unseenIn(pattern: Pattern, observed: Observed): readonly string[] {
  return Object.entries(pattern).flatMap(([name, test]) =>
    test !== null && observed.get(name) === undefined ? [name] : [],
  );
}

function includes(names: readonly string[], name: string): boolean {
  return names.includes(name);
}

function hasFreeCall({ freeProbe, never }: Endpoint): boolean {
  return freeProbe !== null && never !== 'any-call';
}
