import type { Scenario } from './scenario.ts';

export const ACCOUNT_SCENARIOS = [
  {
    name: 'plan-lacks-endpoint',
    summary: 'a self-service plan asks for prospecting',
    cause: 'plan-lacks-endpoint',
    behaviour: { kind: 'api', account: { plan: 'professional' } },
    request: { method: 'GET', path: '/v3/contacts/prospecting/filters/seniority' },
  },
  {
    name: 'quota-hour-exhausted',
    summary: 'the hour window is used up',
    cause: 'quota-hour-exhausted',
    behaviour: { kind: 'api', account: { plan: 'professional', used: { hour: 150, day: 150 } } },
  },
] as const satisfies readonly Scenario[];
