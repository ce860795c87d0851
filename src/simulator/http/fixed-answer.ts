import type { Answer } from './answer.ts';
import type { FixedAnswer } from '../scenarios/scenario.ts';

/** Turns an answer that is data into one that can be sent. `now` is epoch ms. */
export function fixedAnswer(fixed: FixedAnswer, now: number, requestId: string): Answer {
  const body = fixed.json === undefined ? (fixed.text ?? '') : JSON.stringify(fixed.json);
  const headers = {
    ...(fixed.json === undefined ? {} : { 'Content-Type': 'application/json; charset=utf-8' }),
    ...fixed.headers,
  };
  return {
    status: fixed.status,
    ...(fixed.statusText === undefined ? {} : { statusText: fixed.statusText }),
    headers,
    body: body
      .replaceAll('{now}', new Date(now).toISOString())
      .replaceAll('{request-id}', requestId),
    credits: 0,
  };
}
