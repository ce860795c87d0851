import type { GuardedIo } from '../../model/io.ts';
import { parseJson } from '../../model/json.ts';
import { ok, wrongUsage, type Result } from '../../model/problem.ts';
import type { Simulator } from '../../simulator/http/server.ts';

/** A thousand accounts that bought all they could. */
const MAX_STATE_BYTES = 64 * 1024 * 1024;

/** What an earlier run left in the file; undefined when there is no file yet. */
export async function loadState(path: string | undefined, io: GuardedIo): Promise<Result<unknown>> {
  if (path === undefined) return ok(undefined);
  const read = await io.files.read(path, MAX_STATE_BYTES);
  if (read.ok) return ok(parseJson(new TextDecoder().decode(read.bytes)) ?? null);
  return read.code === 'ENOENT'
    ? ok(undefined)
    : wrongUsage(
        'state-unreadable',
        `--state ${path} cannot be read: ${read.message}.`,
        'Name a file that can be read and written.',
      );
}

/** Writes down what the next run is to go on from. */
export async function saveState(
  path: string | undefined,
  simulator: Simulator,
  io: GuardedIo,
): Promise<Result<void>> {
  if (path === undefined) return ok(undefined);
  const written = await io.files.write(path, `${JSON.stringify(simulator.state())}\n`);
  return written.ok
    ? ok(undefined)
    : wrongUsage(
        'state-unwritable',
        `--state ${path} cannot be written: ${written.message}.`,
        'Name a file that can be read and written.',
      );
}
