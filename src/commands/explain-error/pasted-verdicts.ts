import { diagnose, type DiagnoseOptions, type Findings } from '../../diagnosis/diagnose.ts';
import type { Facts } from '../../model/fact.ts';

/** What one part of an answer means, and how many of its items it is about where that is known. */
export interface PartVerdict extends Findings {
  readonly items: number | null;
}

/**
 * One verdict for an answer, or one for each kind of error that its items have: what to do about
 * one of them is wrong for the next. The same cause is named once.
 */
export function verdictsOn(facts: Facts, options: DiagnoseOptions): readonly PartVerdict[] {
  const { itemErrors } = facts;
  if (itemErrors === undefined) return [{ ...diagnose(facts, options), items: null }];
  const counts = countsIn(facts);
  const parts = new Map<string, PartVerdict>();
  for (const code of itemErrors.value) {
    const found = diagnose({ ...facts, itemErrors: { ...itemErrors, value: [code] } }, options);
    const items = counts.get(code) ?? null;
    const { items: before, ...part } = parts.get(found.verdict.cause) ?? { ...found, items: 0 };
    const sum = before === null || items === null ? null : before + items;
    parts.set(found.verdict.cause, { ...part, items: sum });
  }
  return [...parts.values()];
}

function countsIn({ itemErrorCounts }: Facts): ReadonlyMap<string, number> {
  return new Map(
    (itemErrorCounts?.value ?? []).flatMap((text) => {
      const [, code, count] = /^(.{1,100}) (\d{1,6})$/.exec(text) ?? [];
      return code === undefined ? [] : [[code, Number(count)] as const];
    }),
  );
}
