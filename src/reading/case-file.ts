import type { FactName, Facts, FactValues } from '../model/fact.ts';
import { listOf, objectOf, parseJson, textOf, type JsonObject } from '../model/json.ts';
import { FACT_READERS, type Reader } from '../evidence/fact-readers.ts';
import { FactSet } from '../evidence/fact-set.ts';

/** Marks a file as a case; the number changes when old readers could no longer follow. */
export const CASE_KIND = 'lusha-doctor-case/1';

/** A run that can be diagnosed again elsewhere: facts only, no body, no key, no contact data. */
export interface CaseFile {
  readonly kind: typeof CASE_KIND;
  readonly tool: { readonly version: string; readonly node: string; readonly platform: string };
  readonly command: string;
  /** ISO time. */
  readonly startedAt: string;
  readonly exchanges: readonly Facts[];
  /** A text that was read, without credentials and contact data. */
  readonly text?: string;
}

/** The text that a case file keeps; null when it keeps none. */
export function caseTextOf(text: string): string | null {
  if (!text.includes(CASE_KIND)) return null;
  const record = objectOf(parseJson(text));
  return record?.['kind'] === CASE_KIND ? textOf(record['text']) : null;
}

/** The facts of each exchange of a case file; null when the text is none. */
export function readCaseFile(text: string): readonly Facts[] | null {
  if (!text.includes(CASE_KIND)) return null;
  const record = objectOf(parseJson(text));
  if (record?.['kind'] !== CASE_KIND) return null;
  return (listOf(record['exchanges']) ?? []).flatMap((entry) => {
    const stated = objectOf(entry);
    return stated === null ? [] : [factsIn(stated)];
  });
}

/** Facts that do not read well are left out: a file can come from anywhere. */
function factsIn(stated: JsonObject): Facts {
  const facts = new FactSet();
  for (const [name, entry] of Object.entries(stated)) {
    const fact = objectOf(entry);
    if (fact === null || !isFactName(name)) continue;
    put(facts, name, FACT_READERS, fact['value'], textOf(fact['seenIn']) ?? 'case file');
  }
  return facts.facts;
}

function put<N extends FactName>(
  facts: FactSet,
  name: N,
  readers: { readonly [M in N]: Reader<FactValues[M]> },
  value: unknown,
  seenIn: string,
): void {
  facts.put(name, readers[name](value), seenIn);
}

function isFactName(name: string): name is FactName {
  return Object.hasOwn(FACT_READERS, name);
}
