import type { GuardedIo } from '../../model/io.ts';
import { ok, type Result } from '../../model/problem.ts';
import { isScenarioName, type ScenarioName } from '../../simulator/scenarios.ts';
import type { SimulateOptions } from './options.ts';
import { readScenarioFile, type OwnScenario } from './scenario-file.ts';
import { merged, settingsOf, type Settings } from './settings.ts';
import { unknownScenario } from '../../run/unknown-scenario.ts';

/** What is to be played. */
export interface Chosen {
  /** Ours, or the user's own name for it. */
  readonly name: string;
  readonly base: ScenarioName;
  readonly settings: Settings;
}

/** The scenarios of `--scenario-file`; none without it. */
export async function ownScenarios(
  { scenarioFile: path }: SimulateOptions,
  io: GuardedIo,
): Promise<Result<readonly OwnScenario[]>> {
  return path === undefined ? ok([]) : readScenarioFile(path, io);
}

/**
 * The scenario of this name, the user's own first, with the options on top. Without a name it is
 * the first one of the file, or the healthy one.
 */
export function chosenFrom(
  own: readonly OwnScenario[],
  wanted: string | undefined,
  given: SimulateOptions,
): Result<Chosen> {
  const settings = settingsOf(given);
  const name = wanted ?? own[0]?.name ?? 'healthy';
  const mine = own.find((one) => one.name === name);
  if (mine !== undefined) {
    return ok({ name, base: mine.base, settings: merged(mine.settings, settings) });
  }
  if (isScenarioName(name)) return ok({ name, base: name, settings: settings });
  return unknownScenario(
    name,
    own.map((one) => one.name),
  );
}
