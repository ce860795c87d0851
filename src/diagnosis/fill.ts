import type { Facts } from '../model/fact.ts';
import { shellWord } from '../model/shell-word.ts';

const PLACEHOLDER = /\{(\w+)(?:\|([^{}]*))?\}/g;

/**
 * Replaces `{fact}` and `{fact|fallback}` by what was observed. A name that is no observed
 * fact and has no fallback stays as it is: braces are also part of paths and of curl formats.
 */
export function fillText(text: string, facts: Facts): string {
  return replace(text, facts, String);
}

/**
 * The same for a command that will be pasted into a shell: observed values come from servers
 * and logs, so each one is quoted unless it is plainly harmless.
 */
export function fillCommand(command: string, facts: Facts): string {
  return replace(command, facts, shellWord);
}

function replace(text: string, facts: Facts, write: (value: string) => string): string {
  if (!text.includes('{')) return text;
  const observed = new Map(Object.entries(facts));
  return text.replace(PLACEHOLDER, (whole, name: string, fallback: string | undefined) => {
    const fact = observed.get(name);
    return fact === undefined ? (fallback ?? whole) : write(valueText(fact.value));
  });
}

/** A fact's value as one line of text. */
export function valueText(value: string | number | boolean | readonly string[]): string {
  return typeof value === 'object' ? value.join(', ') : String(value);
}
