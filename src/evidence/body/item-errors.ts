import { objectOf, objectsIn, textOf, type JsonObject } from '../../model/json.ts';
import { v2Items } from './contract.ts';
import { oneLine } from '../one-line.ts';

const MOST_CODES = 20;
const LONGEST_CODE = 80;

/**
 * Codes of the errors inside an answer whose status says success, each once. Where the API
 * marks a failure without a code, the code is ours: `NOT_SUCCESSFUL` (`success: false`),
 * `TABLE_WRITE_FAILED`, `JOB_FAILED`, `JOB_EXPIRED`. Sources: spec3, spec2, live/2026-02-v2,
 * docs/api-reference.
 */
export function itemErrorsOf(json: unknown): readonly string[] {
  return [...countsOf(json).keys()];
}

/** The same with the number of items for each, `NOT_FOUND 3`; empty for a single item. */
export function itemErrorCountsOf(json: unknown): readonly string[] {
  const counts = [...countsOf(json)];
  const isPlain = counts.length === 1 && counts[0]?.[1] === 1;
  return isPlain ? [] : counts.map(([code, count]) => `${code} ${count}`);
}

function countsOf(json: unknown): ReadonlyMap<string, number> {
  const counts = new Map<string, number>();
  const body = objectOf(json);
  if (body === null) return counts;
  const items = [...objectsIn(body.results), ...v2Items(body)];
  const codes = [...items.flatMap(itemError), ...tableWriteError(body), ...jobError(body)];
  for (const code of codes) {
    const name = oneLine(code, LONGEST_CODE);
    if (counts.has(name) || counts.size < MOST_CODES) counts.set(name, (counts.get(name) ?? 0) + 1);
  }
  return counts;
}

function itemError(item: JsonObject): readonly string[] {
  const code = errorCode(item.error);
  if (code !== null) return [code];
  const failed = item.success === false || item.isSuccess === false;
  return failed ? ['NOT_SUCCESSFUL'] : [];
}

/** V3 states `code` as a word, V2 `name` as a word beside a numeric `code`. */
function errorCode(value: unknown): string | null {
  const error = objectOf(value);
  if (error === null) return textOf(value);
  return textOf(error.code) ?? textOf(error.name) ?? textOf(error.message);
}

/** A write into a table can fail while the answer itself stays 200. */
function tableWriteError(body: JsonObject): readonly string[] {
  const write = objectOf(body.tableWrite);
  if (write === null) return [];
  const code = errorCode(write.error);
  if (code !== null) return [code];
  const failed = write.success === false || /^(?:failed|error)$/i.test(textOf(write.status) ?? '');
  return failed ? ['TABLE_WRITE_FAILED'] : [];
}

function jobError(body: JsonObject): readonly string[] {
  const job = objectOf(body.job) ?? (textOf(body.jobId) === null ? null : body);
  const status = textOf(job?.status)?.toLowerCase();
  if (status === 'failed') return ['JOB_FAILED'];
  return status === 'expired' ? ['JOB_EXPIRED'] : [];
}
