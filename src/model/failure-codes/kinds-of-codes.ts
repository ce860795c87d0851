import type { FailureKind } from '../exchange.ts';

/** The codes of one family by what they mean. A code of no kind of ours is `unclassified`. */
export type KindsOfCodes = readonly (readonly [FailureKind, readonly string[]])[];
