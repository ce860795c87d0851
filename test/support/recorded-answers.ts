import { factsOf } from '../../src/evidence/facts.ts';
import type { KeyPlacement } from '../../src/model/exchange.ts';
import type { Fact, FactName, Facts } from '../../src/model/fact.ts';
import { answered } from './answers.ts';

/** An answer as somebody recorded it, and what is known about its request. */
export interface RecordedAnswer {
  readonly status: number;
  /** Sent as JSON unless it is text; left out for a status alone. */
  readonly body?: object | string;
  readonly headers?: Readonly<Record<string, string>>;
  readonly method?: string;
  readonly path?: string;
  readonly key?: KeyPlacement;
  readonly creditsLeft?: number;
  readonly plan?: string;
}

const NOW = Date.parse('2026-11-23T12:00:00Z');
/** What Lusha sends with every answer it counts. */
const COUNTERS = { 'x-rate-limit-daily': '100', 'x-daily-requests-left': '42' };

/** The facts of a recorded answer. Successes carry the counters of Lusha. */
export function factsOfAnswer(answer: RecordedAnswer): Facts {
  const { status, body, key = 'api_key' } = answer;
  const { method = 'GET', path = '/v3/account/usage' } = answer;
  const isJson = typeof body === 'object';
  const headers = {
    ...(status < 300 && isJson ? COUNTERS : {}),
    ...(isJson ? { 'content-type': 'application/json' } : {}),
    ...answer.headers,
  };
  const exchange = answered(
    { status, headers, ...(body === undefined ? {} : { body }) },
    {
      door: body === undefined ? 'pasted' : 'live',
      request: { origin: 'https://api.lusha.com', method, path, keyPlacement: key },
    },
  );
  return factsOf(exchange, { now: NOW, extra: stated(answer) });
}

function stated({ creditsLeft, plan }: RecordedAnswer): Facts {
  const facts: { -readonly [N in FactName]?: Fact<N> } = {};
  const seenIn = 'the usage call';
  if (creditsLeft !== undefined) {
    facts.creditsLeft = { name: 'creditsLeft', value: creditsLeft, seenIn };
  }
  if (plan !== undefined) facts.plan = { name: 'plan', value: plan, seenIn };
  return facts;
}
