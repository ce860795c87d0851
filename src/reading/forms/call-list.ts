import { listOf, objectOf, objectsIn, type JsonObject } from '../../model/json.ts';

const MOST_CALLS = 5000;
const MOST_RUNS = 100;
const DEEPEST = 4;
const MOST_MEMBERS = 100;
/** What a test runner's record of one call says about it; its tests and its plan say nothing. */
const OF_THE_CALL: readonly string[] = ['request', 'response', 'requestError', 'error'];

/**
 * The calls of a runner's report, each as a record of its own: Newman's `run.executions`, Bruno's
 * `results`, and others that list a request with its response. Empty when there is no such list.
 */
export function callsIn(value: unknown): readonly JsonObject[] {
  const lists: (readonly JsonObject[])[] = [];
  gather(value, 0, lists);
  return lists.flat().slice(0, MOST_CALLS);
}

function gather(value: unknown, depth: number, lists: (readonly JsonObject[])[]): void {
  if (depth > DEEPEST || lists.length >= MOST_RUNS) return;
  if (listOf(value) !== null) {
    const elements = objectsIn(value).slice(0, MOST_CALLS);
    const calls = elements.map(callOf).filter((call) => call !== null);
    if (calls.length > 0) lists.push(calls);
    else for (const element of elements.slice(0, MOST_RUNS)) gather(element, depth + 1, lists);
    return;
  }
  for (const member of Object.values(objectOf(value) ?? {}).slice(0, MOST_MEMBERS)) {
    if (typeof member === 'object' && member !== null) gather(member, depth + 1, lists);
  }
}

function callOf(element: JsonObject): JsonObject | null {
  const hasOutcome = objectOf(element.response) ?? objectOf(element.requestError);
  if (objectOf(element.request) === null || hasOutcome === null) return null;
  return Object.fromEntries(
    OF_THE_CALL.flatMap((name) =>
      element[name] === undefined ? [] : [[name, element[name]] as const],
    ),
  );
}
