import { nearest } from '../knowledge/look-up/nearest.ts';
import { wrongUsage, type Failed } from '../model/problem.ts';
import { SCENARIOS } from '../simulator/scenarios.ts';

/** The refusal of a scenario that neither we nor the user's file has, with the nearest ones. */
export function unknownScenario(name: string, own: readonly string[] = []): Failed {
  const names = [...own, ...SCENARIOS.map((scenario) => scenario.name)];
  const close = nearest(name, names, 3);
  return wrongUsage(
    'unknown-scenario',
    `There is no scenario "${name}".`,
    `${close.length > 0 ? `Nearest: ${close.join(', ')}. ` : ''}All of them:  lusha-doctor simulate list`,
  );
}
