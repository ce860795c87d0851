import { ok, wrongUsage, type Result } from '../model/problem.ts';

/** What can happen to a request instead of, or before, its answer. */
export type Effect =
  | { readonly kind: 'status'; readonly status: number }
  | { readonly kind: 'slow'; readonly ms: number }
  | { readonly kind: 'reset' }
  | { readonly kind: 'close' }
  | { readonly kind: 'cut' }
  | { readonly kind: 'silent' };

/** An effect and the share of requests it hits, in hundredths of a percent. */
interface Chance {
  readonly share: number;
  readonly effect: Effect;
}

/** What happens to the requests of one endpoint. */
export interface Rule {
  /** Null: any. */
  readonly method: string | null;
  /** With `*` at its end: every path that begins so. */
  readonly path: string;
  readonly chances: readonly Chance[];
}

/** Shares are kept as whole hundredths of a percent. */
export const WHOLE_SHARE = 10_000;

const EXAMPLE = 'POST /v3/contacts/enrich: 10% 500, 5% slow 3s';
const EFFECTS = 'a status (500), slow and a time (slow 3s), reset, close, cut or silent';
const LONGEST_DELAY_MS = 600_000;

/**
 * Reads rules such as `POST /v3/contacts/enrich: 10% 500, 5% slow 3s`. The first one that fits a
 * request decides about it; what its shares leave over is answered as usual.
 */
export function parseRules(texts: readonly string[]): Result<readonly Rule[]> {
  const rules: Rule[] = [];
  for (const text of texts) {
    const rule = parseRule(text.trim());
    if (!rule.ok) return rule;
    rules.push(rule.value);
  }
  return ok(rules);
}

/** The rule for a request, if there is one. */
export function ruleFor(rules: readonly Rule[], method: string, path: string): Rule | null {
  const fits = (rule: Rule): boolean =>
    (rule.method === null || rule.method === method) &&
    (rule.path.endsWith('*') ? path.startsWith(rule.path.slice(0, -1)) : path === rule.path);
  return rules.find(fits) ?? null;
}

/** What a rule does to a request that drew this number, 0 to 9999; null is nothing. */
export function effectOf(rule: Rule, drawn: number): Effect | null {
  let reached = 0;
  for (const { share, effect } of rule.chances) {
    reached += share;
    if (drawn < reached) return effect;
  }
  return null;
}

function parseRule(text: string): Result<Rule> {
  const colon = text.indexOf(':');
  if (colon < 0)
    return refuse(text, 'It has no colon between the endpoint and what happens to it.');
  const target = /^(?:(\*|[A-Z]+)\s+)?(\*|\/\S*)$/.exec(text.slice(0, colon).trim());
  const path = target?.[2];
  if (path === undefined) {
    return refuse(text, 'Before the colon belongs a path, with or without a method, or a *.');
  }
  const chances: Chance[] = [];
  for (const part of text.slice(colon + 1).split(',')) {
    const chance = parseChance(part.trim());
    if (typeof chance === 'string') return refuse(text, chance);
    chances.push(chance);
  }
  if (chances.reduce((sum, { share }) => sum + share, 0) > WHOLE_SHARE) {
    return refuse(text, 'The shares add up to more than 100%.');
  }
  const method = target?.[1];
  return ok({ method: method === undefined || method === '*' ? null : method, path, chances });
}

/** The chance, or what is wrong with its text. */
function parseChance(text: string): Chance | string {
  const parts = /^(\d{1,3}(?:\.\d{1,2})?)%\s+(.+)$/.exec(text);
  const share = Math.round(Number(parts?.[1]) * 100);
  if (parts?.[2] === undefined || share > WHOLE_SHARE) {
    return `"${text}" does not begin with a share between 0% and 100% followed by what happens.`;
  }
  const effect = parseEffect(parts[2]);
  return effect === null ? `"${parts[2]}" is none of: ${EFFECTS}.` : { share, effect };
}

function parseEffect(text: string): Effect | null {
  if (text === 'reset' || text === 'close' || text === 'cut' || text === 'silent') {
    return { kind: text };
  }
  if (/^[2-5]\d\d$/.test(text)) return { kind: 'status', status: Number(text) };
  const slow = /^slow\s+(\d{1,6}(?:\.\d+)?)(ms|s)$/.exec(text);
  if (slow === null) return null;
  const ms = Number(slow[1]) * (slow[2] === 's' ? 1000 : 1);
  return ms <= LONGEST_DELAY_MS ? { kind: 'slow', ms } : null;
}

function refuse(text: string, why: string): Result<never> {
  return wrongUsage(
    'bad-rule',
    `The rule "${text}" cannot be read. ${why}`,
    `For example:  ${EXAMPLE}`,
  );
}
