import type { OutputGiven } from './options/output.ts';
import { ok, wrongUsage, type Result } from '../model/problem.ts';

/** Option values as the argument parser delivers them; read with the functions below. */
export type RawOptions = Readonly<Record<string, unknown>> & OutputGiven;

/** A text option, or undefined when it was not given. */
export function textOf(raw: RawOptions, name: string): string | undefined {
  const value = raw[name];
  return typeof value === 'string' ? value : undefined;
}

/** A repeatable text option. */
export function textsOf(raw: RawOptions, name: string): readonly string[] {
  const value = raw[name];
  return Array.isArray(value) ? value.filter((entry) => typeof entry === 'string') : [];
}

/** A switch; undefined when neither form was given. */
export function switchOf(raw: RawOptions, name: string): boolean | undefined {
  const value = raw[name];
  return typeof value === 'boolean' ? value : undefined;
}

export interface NumberRule {
  readonly option: string;
  readonly min: number;
  readonly max: number;
  readonly fallback: number;
  readonly unit: string;
  readonly whole?: boolean;
}

/** A number option within its range. */
export function numberOf(raw: RawOptions, name: string, rule: NumberRule): Result<number> {
  const text = textOf(raw, name);
  if (text === undefined) return ok(rule.fallback);
  const value = text.trim() === '' ? Number.NaN : Number(text);
  const { option, min, max, unit, whole = false } = rule;
  if (
    Number.isFinite(value) &&
    value >= min &&
    value <= max &&
    (!whole || Number.isInteger(value))
  ) {
    return ok(value);
  }
  return wrongUsage(
    'bad-number',
    `${option} takes ${whole ? 'a whole number' : 'a number'} of ${unit} from ${min} to ${max}, not "${text}".`,
    `For example:  ${option} ${rule.fallback}`,
  );
}

/** An option with a fixed set of words. */
export function choiceOf<T extends string>(
  raw: RawOptions,
  name: string,
  rule: { readonly option: string; readonly choices: readonly T[]; readonly fallback: T },
): Result<T> {
  const text = textOf(raw, name);
  if (text === undefined) return ok(rule.fallback);
  const choice = rule.choices.find((word) => word === text);
  if (choice !== undefined) return ok(choice);
  return wrongUsage(
    'bad-choice',
    `${rule.option} does not know "${text}".`,
    `Use one of: ${rule.choices.join(', ')}.`,
  );
}
