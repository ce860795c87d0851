import type { GuardedIo } from '../../model/io.ts';
import { SCENARIOS } from '../../simulator/scenarios.ts';
import type { OutputOptions } from '../../run/options/output.ts';
import { presentJson, themeFor } from '../../run/present/present.ts';
import type { OwnScenario } from './scenario-file.ts';

/** Shows every scenario, the user's own first. */
export async function listScenarios(
  own: readonly OwnScenario[],
  io: GuardedIo,
  output: OutputOptions,
): Promise<number> {
  const causeOf = (base: string) => SCENARIOS.find(({ name }) => name === base)?.cause ?? '';
  const mine = own.map(({ name, about, base }) => ({ name, summary: about, cause: causeOf(base) }));
  const ours = SCENARIOS.map(({ name, summary, cause }) => ({ name, summary, cause }));
  const scenarios = [...mine, ...ours];
  if (output.format === 'json') {
    await presentJson(scenarios, io);
    return 0;
  }
  const { renderTable } = await import('../../render/text/table.ts');
  const rows = scenarios.map(({ name, summary, cause }) => [name, summary, cause]);
  const theme = await themeFor(io, output);
  io.stdout.write(await renderTable(['scenario', 'what happens', 'cause'], rows, theme));
  return 0;
}
