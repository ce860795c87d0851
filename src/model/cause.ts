import type { FactName, FactValues } from './fact.ts';
import type { Layer } from './layer.ts';

/** How sure a diagnosis is. */
export const CERTAINTIES = ['possible', 'likely', 'certain'] as const;
export type Certainty = (typeof CERTAINTIES)[number];

/**
 * A test of one fact, as data: equal to a value, one of several, matching an expression,
 * or inside a range. For a list-valued fact one fitting element is enough.
 */
type Test<V> =
  | Element<V>
  | readonly Element<V>[]
  | (Element<V> extends string ? RegExp : never)
  | (Element<V> extends number ? Range : never);
type Element<V> = V extends readonly (infer E)[] ? E : V;

/** Both ends included. */
export interface Range {
  readonly min?: number;
  readonly max?: number;
}

/** All named facts must be observed and fit; one tested with null must not be observed. */
export type Pattern = {
  readonly [N in FactName]?: Test<FactValues[N]> | (N extends 'status' ? never : null);
};

/** Facts that raise the certainty of a cause beyond `possible`. */
interface Sign {
  readonly facts: Pattern;
  readonly makes: 'likely' | 'certain';
}

/**
 * A sentence together with the source that says so. `{fact}` and `{fact|fallback}` in the
 * text are filled from the evidence.
 */
export interface Statement {
  readonly text: string;
  readonly source: SourceId;
  /** Said only where one of these is met, so never on a page without a case. */
  readonly when?: readonly Pattern[];
  /** Not said where one of these is met. */
  readonly unless?: readonly Pattern[];
}

/** Key into `knowledge/sources.ts`; a test proves that each one exists. */
export type SourceId = string;

export type WhoActs = 'you' | 'your network team' | 'your account admin' | 'Lusha' | 'nobody';

/** One action. `command` runs as printed, with the key only ever as `$LUSHA_API_KEY`. */
export interface Fix extends Statement {
  readonly command?: string;
  /** How to see that the action worked. */
  readonly verify?: { readonly command: string; readonly expect: string };
}

export interface Retry {
  /** True when the same request may succeed later without any change. */
  readonly worth: boolean;
  /** `backoff`: 1 s doubling to 60 s with jitter. `reset`: wait for the window. */
  readonly how: 'backoff' | 'reset' | 'after-fix' | 'never';
  /** Shown when it says more than `how` does. */
  readonly note?: string;
}

/**
 * What a cause explains. Causes of one `failure` compete for it; `key` and `setup`
 * causes describe conditions and stand side by side.
 */
export type Subject = 'failure' | 'key' | 'setup';

/** One piece of knowledge: a cause of failure, how to recognise it and what to do. */
export interface Cause {
  /** Readable, stable, never renumbered. */
  readonly id: string;
  readonly layer: Layer;
  readonly subject: Subject;
  /** `ok` explains an answer that needs no action. */
  readonly severity: 'ok' | 'warn' | 'fail';
  readonly title: string;
  /** The caller's own program tells of it: who answered says nothing against it. */
  readonly isLocal?: true;
  /** It says no more than the status does: it leads where nothing tells the others apart. */
  readonly leavesOpen?: true;
  /** The fact that the title names after a colon, where it was observed. */
  readonly names?: FactName;
  /** Any of these patterns makes the cause possible. */
  readonly when: readonly Pattern[];
  /** Any of these patterns rules it out. */
  readonly unless?: readonly Pattern[];
  readonly signs: readonly Sign[];
  /**
   * Ids of causes of which this one is a mere consequence. Where one of them holds as well, it is
   * told as the root, and this one folds into it.
   */
  readonly because?: readonly string[];
  /** What to look at to tell it from its neighbours. */
  readonly tell: string;
  /** Two or three sentences. */
  readonly meaning: string;
  /** Why it happens. */
  readonly reasons: readonly Statement[];
  readonly whoActs: WhoActs;
  /** Who acts in its place where one of these is met. */
  readonly actsInstead?: { readonly who: WhoActs; readonly when: readonly Pattern[] };
  readonly fixes: readonly Fix[];
  readonly retry: Retry;
  /** What such an answer costs, with its source; of several the first that fits the case. */
  readonly credits?: Statement | readonly Statement[];
  /** Anything else worth knowing, for example what the article says differently. */
  readonly notes?: readonly Statement[];
  readonly sources: readonly SourceId[];
}

/** How far a statement is to be trusted. */
export type SourceState = 'documented' | 'observed' | 'contradicted' | 'inferred';

/** Where statements come from. */
export interface Source {
  readonly title: string;
  readonly state: SourceState;
  /** Day it was last checked, `YYYY-MM-DD`. */
  readonly checked: string;
  readonly url?: string;
}
