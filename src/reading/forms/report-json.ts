import type { FactName, FactValues, Facts } from '../../model/fact.ts';
import { objectOf, objectsIn, parseJson, textOf, type JsonObject } from '../../model/json.ts';
import { FACT_READERS, type Reader } from '../../evidence/fact-readers.ts';
import { FactSet } from '../../evidence/fact-set.ts';
import type { Recogniser } from '../paste.ts';

/** The JSON report of an earlier run: the evidence of each of its diagnoses becomes facts again. */
export const reportJson: Recogniser = {
  name: 'report',
  read({ text }) {
    if (!text.includes('"schemaVersion"') || !text.includes('"diagnoses"')) return null;
    const report = objectOf(parseJson(text));
    if (report === null || textOf(objectOf(report.tool)?.version) === null) return null;
    const failed = objectsIn(report.diagnoses).filter(({ subject }) => subject === 'failure');
    const [first] = failed.length > 0 ? failed : objectsIn(report.diagnoses);
    if (first === undefined) return null;
    const exchange = { door: 'pasted', phases: [] } as const;
    return [{ exchange, facts: factsOfEvidence(objectsIn(first.evidence)) }];
  },
};

function factsOfEvidence(evidence: readonly JsonObject[]): Facts {
  const facts = new FactSet();
  for (const { fact, value, seenIn } of evidence) {
    const name = textOf(fact);
    if (name === null || !isFactName(name)) continue;
    put(facts, name, FACT_READERS, textOf(value) ?? '', textOf(seenIn) ?? 'report');
  }
  return facts.facts;
}

/** A report shows values as text; each is tried as text, as a number, as a list and as a flag. */
function put<N extends FactName>(
  facts: FactSet,
  name: N,
  readers: { readonly [M in N]: Reader<FactValues[M]> },
  value: string,
  seenIn: string,
): void {
  const forms: readonly unknown[] = [value, Number(value), value.split(', '), value === 'true'];
  for (const form of forms) {
    const read = readers[name](form);
    if (read !== null) {
      facts.put(name, read, seenIn);
      return;
    }
  }
}

function isFactName(name: string): name is FactName {
  return Object.hasOwn(FACT_READERS, name);
}
