import type { Fix, Pattern } from '../../model/cause.ts';
import { OWN_CALL, resentTo } from '../verifications.ts';

/** A step that the failed call itself has to prove. */
type Step = Omit<Fix, 'verify'>;

const FREE = { free: true } as const satisfies Pattern;

/**
 * The step after which the same call is sent again from `body.json`, to the path of the case; to
 * `example` where the case names none.
 */
export function resent(example: string, step: Step): readonly Fix[] {
  return proved(step, resentTo(`{path|${example}}`), resentTo(`{path|${example}}`, FREE));
}

/** The step after which the call is sent again as its owner corrected it. */
export function corrected(step: Step): readonly Fix[] {
  return proved(step, OWN_CALL, { ...OWN_CALL, expect: 'success' });
}

/** What a call costs is said only of one that is not known to be free. */
function proved(
  step: Step,
  charged: NonNullable<Fix['verify']>,
  free: NonNullable<Fix['verify']>,
): readonly Fix[] {
  return [
    { ...step, verify: charged, unless: [...(step.unless ?? []), FREE] },
    {
      ...step,
      verify: free,
      when: (step.when ?? [{}]).map((pattern) => ({ ...pattern, ...FREE })),
    },
  ];
}
