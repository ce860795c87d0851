import { LUSHA_DOMAIN } from '../knowledge/hosts.ts';
import { CERTAINTIES, type Cause, type Certainty } from '../model/cause.ts';
import type { Fact, Facts } from '../model/fact.ts';
import type { Layer } from '../model/layer.ts';
import { observedIn, readPattern, type Observed } from './match.ts';

/** A cause that may explain the facts, and how well. */
export interface Candidate {
  readonly cause: Cause;
  readonly certainty: Certainty;
  /** The facts it rests on. */
  readonly facts: readonly Fact[];
}

/** A cause that would fit the failure but for one observation. */
export interface Ruled {
  readonly cause: Cause;
  readonly by: Fact;
}

export interface Ranking {
  /** Best first. */
  readonly candidates: readonly Candidate[];
  readonly ruledOut: readonly Ruled[];
}

/** Layers that only an answer from Lusha itself can say anything about. */
const NEEDS_LUSHA: readonly Layer[] = ['key', 'account', 'plan', 'quota', 'request', 'service'];

/** Ranks the causes that fit the facts. Total: never throws, for any facts. */
export function rank(causes: readonly Cause[], facts: Facts): Ranking {
  const observed = observedIn(facts);
  const candidates: Candidate[] = [];
  const ruledOut: Ruled[] = [];
  for (const cause of causes) {
    const judged = judge(cause, facts, observed);
    if (judged === undefined) continue;
    if ('by' in judged) ruledOut.push(judged);
    else candidates.push(judged);
  }
  return { candidates: candidates.sort(better), ruledOut };
}

/** What every answer of a kind has: it tells of no cause in particular. */
const GENERAL: readonly Fact['name'][] = ['status', 'answeredBy', 'bodyKind', 'contentType'];

/**
 * How two candidates compare: certainty first, then the number of particular facts they rest on,
 * then of all: the words of an answer outweigh its status and who sent it. Of equals the one that
 * names no reason leads: to name one would be a guess.
 */
export function better(a: Candidate, b: Candidate): number {
  return (
    CERTAINTIES.indexOf(b.certainty) - CERTAINTIES.indexOf(a.certainty) ||
    particular(b) - particular(a) ||
    b.facts.length - a.facts.length ||
    Number(b.cause.leavesOpen ?? false) - Number(a.cause.leavesOpen ?? false)
  );
}

function particular({ facts }: Candidate): number {
  return facts.filter(({ name }) => !GENERAL.includes(name)).length;
}

function judge(cause: Cause, facts: Facts, observed: Observed): Candidate | Ruled | undefined {
  const base = firstMet(cause.when, observed);
  if (base === undefined) return undefined;
  const by = stranger(cause, facts) ?? firstMet(cause.unless ?? [], observed)?.at(-1);
  if (by !== undefined) return { cause, by };

  let best: Candidate = { cause, certainty: 'possible', facts: base };
  let refutation: Fact | undefined;
  let refuted = 0;
  for (const sign of cause.signs) {
    const reading = readPattern(sign.facts, observed);
    if (reading.state === 'refuted') {
      refuted += 1;
      refutation ??= reading.by;
    } else if (reading.state === 'met') {
      const found = { cause, certainty: sign.makes, facts: union(base, reading.facts) };
      if (better(found, best) < 0) best = found;
    }
  }
  // Every sign of it was looked for and something else was found: naming it would be a guess.
  if (refutation !== undefined && refuted === cause.signs.length) return { cause, by: refutation };
  return isProven(cause, facts) ? best : { ...best, certainty: atMostLikely(best.certainty) };
}

/**
 * At an address that the user named, a relay may refuse every key alike: a refusal proves something about
 * this one where other requests fared differently.
 */
function isProven({ subject, layer }: Cause, facts: Facts): boolean {
  const { host, hostSource, junkKey, withoutKey } = facts;
  if (subject !== 'failure' || layer !== 'key') return true;
  if (junkKey?.value === 'different' || withoutKey?.value === 'different') return true;
  const isNamed = hostSource !== undefined && !OWN_CHOICE.includes(hostSource.value);
  return !isNamed || host === undefined || LUSHA_DOMAIN.test(host.value);
}

/** What decided the address where the user did not. */
const OWN_CHOICE: readonly string[] = ['default', '--simulate'];

function atMostLikely(certainty: Certainty): Certainty {
  return certainty === 'certain' ? 'likely' : certainty;
}

/** The observation that somebody else than Lusha answered, where that silences a cause. */
function stranger(cause: Cause, facts: Facts): Fact | undefined {
  const party = facts.answeredBy;
  if (party === undefined || cause.subject !== 'failure') return undefined;
  if (party.value === 'lusha' || party.value === 'gateway') return undefined;
  // A program that misses the key, or refuses its text, says so before anybody is asked.
  if (cause.isLocal === true || facts.failure?.value === 'header-refused') return undefined;
  return NEEDS_LUSHA.includes(cause.layer) ? party : undefined;
}

function firstMet(patterns: Cause['when'], observed: Observed): readonly Fact[] | undefined {
  let longest: readonly Fact[] | undefined;
  for (const pattern of patterns) {
    const reading = readPattern(pattern, observed);
    if (reading.state === 'met' && reading.facts.length > (longest?.length ?? 0)) {
      longest = reading.facts;
    }
  }
  return longest;
}

function union(a: readonly Fact[], b: readonly Fact[]): readonly Fact[] {
  return [...a, ...b.filter((fact) => !a.some((other) => other.name === fact.name))];
}
