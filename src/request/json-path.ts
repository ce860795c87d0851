import { parseJson } from '../model/json.ts';
import { ok, wrongUsage, type Result } from '../model/problem.ts';

/** What `--expect-json` demands of a body, for example `billing.creditsCharged=0`. */
export interface Demand {
  readonly text: string;
  readonly path: readonly (string | number)[];
  /** Compared as JSON; text that is no JSON stands for itself. */
  readonly value: unknown;
}

const MOST_STEPS = 20;

/** Reads `path=value`; members are joined by dots, elements stand in brackets: `results[0].error.code=NOT_FOUND`. */
export function demandOf(text: string): Result<Demand> {
  const at = text.indexOf('=');
  const steps = at < 1 ? null : stepsOf(text.slice(0, at).trim());
  if (steps === null) {
    return wrongUsage(
      'bad-expectation',
      `--expect-json takes path=value, not "${text}".`,
      `For example:  --expect-json 'billing.creditsCharged=0'`,
    );
  }
  const wanted = text.slice(at + 1).trim();
  const value = parseJson(wanted);
  return ok({ text, path: steps, value: value === undefined ? wanted : value });
}

function stepsOf(path: string): readonly (string | number)[] | null {
  if (!/^[^.[\]]+(?:\.[^.[\]]+|\[\d{1,6}\])*$/.test(path)) return null;
  const steps = [...path.matchAll(/\[(\d+)\]|[^.[\]]+/g)].map(([name, index]) =>
    index === undefined ? name : Number(index),
  );
  return steps.length <= MOST_STEPS ? steps : null;
}

/** Whether a body meets a demand, and what stands there instead when it does not. */
export type Met =
  | { readonly met: true }
  | { readonly met: false; readonly found: 'nothing' | 'no JSON' | { readonly value: unknown } };

export function meets({ path, value }: Demand, body: string): Met {
  const json = parseJson(body);
  if (json === undefined) return { met: false, found: 'no JSON' };
  let place: unknown = json;
  for (const step of path) {
    if (typeof place !== 'object' || place === null || !Object.hasOwn(place, step)) {
      return { met: false, found: 'nothing' };
    }
    place = Object.entries(place).find(([name]) => name === String(step))?.[1];
  }
  // Text on the command line may be meant for a number in the body, and the other way round.
  const same = JSON.stringify(place) === JSON.stringify(value) || String(place) === String(value);
  return same && typeof place !== 'object'
    ? { met: true }
    : JSON.stringify(place) === JSON.stringify(value)
      ? { met: true }
      : { met: false, found: { value: place } };
}
