import type { Fix, Pattern } from '../../model/cause.ts';
import type { FieldRule } from '../field-rules.ts';
import { resentHere } from '../verifications.ts';

/**
 * The steps for the fields that Lusha named, each only where it did, and each proven on the path that
 * was called; on `usual` where nobody says which it was.
 */
export function fieldFixes(rules: readonly FieldRule[], usual: string): readonly Fix[] {
  const verify = resentHere(usual);
  return rules.map(({ refused, text, source }) => ({
    text,
    source,
    verify,
    when: named([refused]),
  }));
}

/** Lusha named one of these fields. */
export function named(names: readonly RegExp[]): readonly Pattern[] {
  return names.flatMap((name): readonly Pattern[] => [{ message: name }, { errors: name }]);
}
