import { ACCOUNT_SCENARIOS } from './scenarios/account.ts';
import { EDGE_SCENARIOS } from './scenarios/edge.ts';
import { KEY_TEXT_SCENARIOS } from './scenarios/key-text.ts';
import { KEY_SCENARIOS } from './scenarios/key.ts';
import { NETWORK_SCENARIOS } from './scenarios/network.ts';
import { PROXY_SCENARIOS } from './scenarios/proxy.ts';
import { QUOTA_SCENARIOS } from './scenarios/quota.ts';
import { REQUEST_SCENARIOS } from './scenarios/request.ts';
import type { Scenario } from './scenarios/scenario.ts';
import { SERVICE_SCENARIOS } from './scenarios/service.ts';
import { SUCCESS_SCENARIOS } from './scenarios/success.ts';
import { TLS_SCENARIOS } from './scenarios/tls.ts';
import { UNEXPLAINED_SCENARIOS } from './scenarios/unexplained.ts';

const ALL = [
  ...SUCCESS_SCENARIOS,
  ...KEY_SCENARIOS,
  ...KEY_TEXT_SCENARIOS,
  ...ACCOUNT_SCENARIOS,
  ...QUOTA_SCENARIOS,
  ...REQUEST_SCENARIOS,
  ...SERVICE_SCENARIOS,
  ...UNEXPLAINED_SCENARIOS,
  ...EDGE_SCENARIOS,
  ...NETWORK_SCENARIOS,
  ...TLS_SCENARIOS,
  ...PROXY_SCENARIOS,
] as const;

export type ScenarioName = (typeof ALL)[number]['name'];

/** A scenario of this list. */
export interface NamedScenario extends Scenario {
  readonly name: ScenarioName;
}

/** Every situation the simulator can play, from success outwards to the network. */
export const SCENARIOS: readonly NamedScenario[] = ALL;

export function isScenarioName(text: string): text is ScenarioName {
  return ALL.some(({ name }) => name === text);
}

export function findScenario(name: ScenarioName): NamedScenario {
  return ALL.find((scenario) => scenario.name === name) ?? ALL[0];
}
