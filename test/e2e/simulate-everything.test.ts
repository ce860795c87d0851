import { describe, expect, it } from 'vitest';
import { CAUSES } from '../../src/knowledge/catalogue.ts';
import { SCENARIOS, type NamedScenario } from '../../src/simulator/scenarios.ts';
import { run } from '../support/world.ts';

/** Scenarios that the usage call shows; the others need another request. */
const BY_USAGE = SCENARIOS.filter(({ request }) => request === undefined);

/** A cause that is nothing to act on is in no report. */
function isReported({ cause }: NamedScenario): boolean {
  return CAUSES.some(({ id, severity }) => id === cause && severity !== 'ok');
}

describe.concurrent('check-key --simulate', () => {
  it.each(BY_USAGE.map((scenario) => [scenario.name, scenario] as const))(
    '%s ends with its cause',
    async (name, scenario) => {
      const args = ['check-key', '--simulate', name, '--json', '--timeout', '2'];
      const { exitCode, stdout, stderr } = await run(args);
      expect({ stderr, bug: exitCode === 70 }).toEqual({ stderr: '', bug: false });
      const { diagnoses }: { diagnoses: readonly { cause: string }[] } = JSON.parse(stdout);
      const causes = diagnoses.map(({ cause }) => cause);
      if (isReported(scenario)) expect(causes).toContain(scenario.cause);
      else expect({ causes, exitCode }).toEqual({ causes: [], exitCode: 0 });
    },
  );
});
