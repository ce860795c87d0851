import type { Fix, Pattern } from '../../model/cause.ts';
import type { FieldRule } from '../field-rules.ts';
import { resent } from './own-call.ts';

/**
 * The steps for the fields that Lusha named, each only where it did, and each proven on the path that
 * was called; on `usual` where nobody says which it was.
 */
export function fieldFixes(rules: readonly FieldRule[], usual: string): readonly Fix[] {
  return rules.flatMap(({ refused, text, source }) =>
    resent(usual, { text, source, when: named([refused]) }),
  );
}

/** Lusha named one of these fields. */
export function named(names: readonly RegExp[]): readonly Pattern[] {
  return names.flatMap((name): readonly Pattern[] => [{ message: name }, { errors: name }]);
}
