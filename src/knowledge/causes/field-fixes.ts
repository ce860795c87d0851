import type { Fix, Pattern } from '../../model/cause.ts';
import type { FieldRule } from '../field-rules.ts';

/** The steps for the fields that Lusha named, each only where it did. */
export function fieldFixes(rules: readonly FieldRule[]): readonly Fix[] {
  return rules.map(({ refused, text, source }) => ({ text, source, when: named([refused]) }));
}

/** Lusha named one of these fields. */
export function named(names: readonly RegExp[]): readonly Pattern[] {
  return names.flatMap((name): readonly Pattern[] => [{ message: name }, { errors: name }]);
}
