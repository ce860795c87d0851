import type { GuardedIo } from '../../model/io.ts';
import { fitsFilter, renderList } from '../../render/pages/list.ts';
import { SCENARIOS } from '../../simulator/scenarios.ts';
import type { OutputOptions } from '../../run/options/output.ts';
import { presentJson, themeFor } from '../../run/present/present.ts';
import type { OwnScenario } from './scenario-file.ts';

/** Shows the scenarios that have every word of the filter, the user's own first. */
export async function listScenarios(
  own: readonly OwnScenario[],
  filter: string,
  io: GuardedIo,
  output: OutputOptions,
): Promise<number> {
  const causeOf = (base: string) => SCENARIOS.find(({ name }) => name === base)?.cause ?? '';
  const mine = own.map(({ name, about, base }) => ({ name, summary: about, cause: causeOf(base) }));
  const ours = SCENARIOS.map(({ name, summary, cause }) => ({ name, summary, cause }));
  const scenarios = [...mine, ...ours].filter(({ name, summary, cause }) =>
    fitsFilter(filter, [name, summary, cause]),
  );
  const exitCode = scenarios.length > 0 ? 0 : 1;
  if (output.format === 'json') {
    await presentJson(scenarios, io);
    return exitCode;
  }
  // A scenario is named after the cause it shows; only where it is not, the cause is news.
  const rows = scenarios.map(({ name, summary, cause }) => ({
    name,
    columns: [cause === name ? summary : `${summary} (${cause})`],
  }));
  const theme = await themeFor(io, output);
  io.stdout.write(
    rows.length > 0 ? renderList(rows, theme) : `No scenario has "${filter}" in it.\n`,
  );
  return exitCode;
}
