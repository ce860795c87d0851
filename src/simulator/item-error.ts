import type { JsonObject } from './json.ts';
import type { ItemErrorCode, World } from './world.ts';

/** What an item of a 200 carries instead of data. */
export interface ItemError {
  readonly error: { readonly code: ItemErrorCode; readonly message: string };
}

export function isItemError(found: object): found is ItemError {
  return 'error' in found;
}

/**
 * Words in an identity that decide what becomes of it, so that a test can ask for each outcome
 * by name, for example with `nobody@example.com`.
 */
const OUTCOMES: readonly { readonly word: RegExp; readonly code: ItemErrorCode }[] = [
  { word: /nobody|unknown|not-?found/, code: 'NOT_FOUND' },
  { word: /gdpr|restricted/, code: 'COMPLIANCE_RESTRICTED' },
  { word: /enrich-?failed/, code: 'ENRICH_FAILED' },
  { word: /no-?score/, code: 'NO_SCORE' },
];

/** What is being done with the item; not every stage can end in every error. */
export type Stage = 'search' | 'enrich' | 'score';
const POSSIBLE: Readonly<Record<Stage, readonly ItemErrorCode[]>> = {
  search: ['NOT_FOUND', 'COMPLIANCE_RESTRICTED'],
  enrich: ['NOT_FOUND', 'COMPLIANCE_RESTRICTED', 'ENRICH_FAILED'],
  score: ['NOT_FOUND', 'COMPLIANCE_RESTRICTED', 'NO_SCORE'],
};

/**
 * The error of an item, by its identity (one `name=value` per line) or because the scenario has
 * one for all; null for none.
 */
export function itemErrorOf(
  world: World,
  identity: string,
  what: 'Contact' | 'Company',
  stage: Stage,
): ItemError | null {
  const code = world.everyItem ?? wordedOutcome(identity) ?? idOutcome(identity);
  return code === null || !POSSIBLE[stage].includes(code) ? null : itemError(code, what);
}

/** Opaque ids are left out: a chance syllable in one means nothing. */
function wordedOutcome(identity: string): ItemErrorCode | null {
  const words = identity.replaceAll(/^id=v\d\..*$/gm, '').toLowerCase();
  return OUTCOMES.find(({ word }) => word.test(words))?.code ?? null;
}

/** Ids are encrypted (`v1.`) or, from before, numbers (spec3); any other text finds nothing. */
function idOutcome(identity: string): ItemErrorCode | null {
  return /^id=(?!v\d\.|\d+$)/m.test(identity) ? 'NOT_FOUND' : null;
}

function itemError(code: ItemErrorCode, what: 'Contact' | 'Company'): ItemError {
  return { error: { code, message: textOf(code, what) } };
}

/** The item as the answer carries it, with the caller's own reference in front. */
export function referenced(clientReferenceId: string | undefined, item: JsonObject): JsonObject {
  return { clientReferenceId, ...item };
}

/** Only the text of NOT_FOUND is recorded (live/2026-07-v3-contract); the others are inferred. */
function textOf(code: ItemErrorCode, what: 'Contact' | 'Company'): string {
  const texts: Readonly<Record<ItemErrorCode, string>> = {
    NOT_FOUND: `${what} not found`,
    COMPLIANCE_RESTRICTED: `${what} is restricted for compliance reasons`,
    ENRICH_FAILED: `${what} could not be enriched`,
    NO_SCORE: `No score for this ${what.toLowerCase()}`,
  };
  return texts[code];
}
