import type { Contradiction } from './contradictions/contradiction.ts';
import { AUTHENTICATION } from './contradictions/authentication.ts';
import { ERRORS } from './contradictions/errors.ts';
import { LIMITS } from './contradictions/limits.ts';
import { PLANS_AND_CREDITS } from './contradictions/plans-and-credits.ts';
import { SHAPES } from './contradictions/shapes.ts';

/** Where Lusha's own statements, and what its API does, disagree. */
export const CONTRADICTIONS: readonly Contradiction[] = [
  ...AUTHENTICATION,
  ...LIMITS,
  ...PLANS_AND_CREDITS,
  ...ERRORS,
  ...SHAPES,
];
