import { ACCOUNT_SCENARIOS } from './scenarios/account.ts';
import { BASIC_SCENARIOS } from './scenarios/basic.ts';
import { KEY_SCENARIOS } from './scenarios/key.ts';
import type { Scenario } from './scenarios/scenario.ts';

const ALL = [...BASIC_SCENARIOS, ...KEY_SCENARIOS, ...ACCOUNT_SCENARIOS] as const;

export type ScenarioName = (typeof ALL)[number]['name'];

/** A scenario of this list. */
export interface NamedScenario extends Scenario {
  readonly name: ScenarioName;
}

/** Every situation the simulator can play, in the order of the catalogue of causes. */
export const SCENARIOS: readonly NamedScenario[] = ALL;

export function isScenarioName(text: string): text is ScenarioName {
  return ALL.some(({ name }) => name === text);
}

export function findScenario(name: ScenarioName): NamedScenario {
  return ALL.find((scenario) => scenario.name === name) ?? ALL[0];
}
