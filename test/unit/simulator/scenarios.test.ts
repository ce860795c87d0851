import { describe, expect, it } from 'vitest';
import { CAUSES } from '../../../src/knowledge/catalogue.ts';
import { API_HOST, ENDPOINTS } from '../../../src/knowledge/endpoints.ts';
import { HANDLERS } from '../../../src/simulator/routes.ts';
import { isScenarioName, SCENARIOS } from '../../../src/simulator/scenarios.ts';

const CAUSE_IDS = CAUSES.map(({ id }) => id);
const LIVING = ENDPOINTS.filter(
  ({ host, state }) =>
    (host ?? API_HOST) === API_HOST && ['current', 'beta', 'legacy', 'superseded'].includes(state),
);

describe('the list of scenarios', () => {
  it('has each name once', () => {
    const names = SCENARIOS.map(({ name }) => name);
    expect(new Set(names).size).toBe(names.length);
  });

  it.each(SCENARIOS.map((scenario) => [scenario.name, scenario] as const))(
    '%s names a cause of the catalogue and endpoints that exist',
    (_name, { cause, behaviour, summary }) => {
      expect(CAUSE_IDS).toContain(cause);
      expect(summary.length).toBeLessThan(80);
      const interceptions = behaviour.kind === 'api' ? (behaviour.interceptions ?? []) : [];
      const ids = ENDPOINTS.map(({ id }) => id);
      for (const id of interceptions.flatMap(({ endpoints }) => endpoints ?? [])) {
        expect(ids).toContain(id);
      }
    },
  );

  it.each([
    ['healthy', true],
    ['Healthy', false],
    ['', false],
    ['toString', false],
  ])('knows whether "%s" is one of them', (text, known) => {
    expect(isScenarioName(text)).toBe(known);
  });
});

describe('the simulated API', () => {
  it('answers every endpoint that is alive, and none that is not', () => {
    expect(Object.keys(HANDLERS).sort()).toEqual(LIVING.map(({ id }) => id).sort());
  });
});
