import type { Endpoint } from '../model/endpoint.ts';
import { findEndpoint, type EndpointMatch } from '../knowledge/look-up/endpoint-lookup.ts';
import { openAccount, type Account } from './account/account.ts';
import { accountRefusal, countOrRefuse, currentRateHeaders } from './account/admission.ts';
import { withHeaders, type Answer } from './http/answer.ts';
import { noSuchMethod, noSuchPath } from './error-answers.ts';
import { fixedAnswer } from './http/fixed-answer.ts';
import { uuidFrom } from './data/hash.ts';
import { checkKey, malformedKey, unknownKey, type KeyCheck } from './account/key-check.ts';
import { planRefusal } from './account/plans.ts';
import type { ReceivedRequest } from './http/received.ts';
import type { KeyVerdict } from './http/request-log-entry.ts';
import { HANDLERS } from './routes.ts';
import type { Behaviour, Interception } from './scenarios/scenario.ts';
import type { World } from './world.ts';

type ApiBehaviour = Extract<Behaviour, { kind: 'api' }>;

/** What is needed to answer like the API. */
export interface Api {
  readonly behaviour: ApiBehaviour;
  /** Keys in lower case. */
  readonly acceptedKeys: readonly string[];
  /** By the word the key check gives for each key. */
  readonly accounts: Map<string, Account>;
  readonly world: World;
}

/** An answer, and what the record needs to know about how it came about. */
export interface Handled {
  readonly answer: Answer;
  readonly endpoint: Endpoint | null;
  /** Null when the request was answered before anybody looked at its key. */
  readonly verdict: KeyVerdict | null;
}

/**
 * When V2 ends. Answers of V2 are said to carry the header; its value was never recorded
 * (live/2026-06-free-plan), so the announced day stands in for it.
 */
const SUNSET = { Sunset: 'Wed, 18 Nov 2026 00:00:00 GMT' };

/**
 * Answers one request as the API would: path, key, account, windows, plan, body, credits, in
 * this order. `now` is epoch ms, `serial` the number of the request; `instead` takes the place of
 * what the endpoint would say.
 */
export function answerLikeLusha(
  api: Api,
  request: ReceivedRequest,
  now: number,
  serial: number,
  instead: Answer | null = null,
): Handled {
  const requestId = uuidFrom(api.world.seed, 'request', String(serial));
  const found = matchOf(request);
  const endpoint = found.kind === 'found' ? found.endpoint : null;
  const intercept = (when: Interception['when']): Answer | null =>
    interception(api.behaviour, when, endpoint, now, requestId);

  const early = intercept('before-key');
  if (early !== null) return { answer: early, endpoint, verdict: null };
  if (found.kind !== 'found') {
    const known =
      found.kind === 'other-method' && found.otherMethods.some(({ id }) => id in HANDLERS);
    const answer = known ? noSuchMethod(request.method, request.path) : noSuchPath(requestId);
    return { answer, endpoint, verdict: null };
  }
  const handle = HANDLERS[found.endpoint.id];
  if (handle === undefined) {
    return { answer: noSuchMethod(request.method, request.path), endpoint, verdict: null };
  }

  const key = checkOf(api, request, now);
  if (key.verdict !== 'accepted') return { answer: key.answer, endpoint, verdict: key.verdict };
  const account = accountFor(api, key.account, now);
  const answer =
    accountRefusal(account, found.endpoint) ??
    countOrRefuse(account, found.endpoint, now) ??
    instead ??
    intercept('after-key') ??
    planRefusal(account.plan, found.endpoint) ??
    handle({ request, params: found.params, account, world: api.world, now, requestId });
  return {
    answer: withHeaders(answer, {
      ...currentRateHeaders(account, now),
      ...(found.endpoint.version === 'v2' ? SUNSET : {}),
    }),
    endpoint,
    verdict: 'accepted',
  };
}

const matches = new Map<string, EndpointMatch>();
const MOST_MATCHES = 1000;

/** What the request is to the catalogue; the same few paths are asked for again and again. */
function matchOf({ method, path }: ReceivedRequest): EndpointMatch {
  const line = `${method} ${path}`;
  const known = matches.get(line);
  if (known !== undefined) return known;
  const match = findEndpoint(method, path);
  if (matches.size >= MOST_MATCHES) matches.clear();
  matches.set(line, match);
  return match;
}

function checkOf(api: Api, request: ReceivedRequest, now: number): KeyCheck {
  const { api_key: lost, ...others } = request.headers;
  const { key } = api.behaviour;
  if (key === 'lost') return checkKey(others, [], now);
  if (lost !== undefined && key === 'altered') return malformedKey(now);
  const isGood = typeof lost === 'string' && api.acceptedKeys.includes(lost.toLowerCase());
  if (isGood && key === 'malformed') return malformedKey(now);
  if (isGood && (key === 'unknown' || key === 'oauth-token')) return unknownKey(now);
  if (lost === undefined && key === 'oauth-token') {
    const [, token] = /^bearer (\S+)$/i.exec(request.headers.authorization ?? '') ?? [];
    if (token !== undefined) return checkKey({ api_key: token }, api.acceptedKeys, now);
  }
  return checkKey(request.headers, api.acceptedKeys, now);
}

function accountFor(api: Api, id: string, now: number): Account {
  const known = api.accounts.get(id);
  if (known !== undefined) return known;
  const account = openAccount(api.behaviour.account ?? {}, now);
  api.accounts.set(id, account);
  return account;
}

function interception(
  behaviour: ApiBehaviour,
  when: Interception['when'],
  endpoint: Endpoint | null,
  now: number,
  requestId: string,
): Answer | null {
  const found = behaviour.interceptions?.find(
    (one) =>
      one.when === when &&
      (one.endpoints === undefined || (endpoint !== null && one.endpoints.includes(endpoint.id))),
  );
  return found === undefined ? null : fixedAnswer(found.answer, now, requestId);
}
