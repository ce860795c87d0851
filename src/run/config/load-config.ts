import type { GuardedIo } from '../../model/io.ts';
import { ok, wrongUsage, type Result } from '../../model/problem.ts';
import { CONFIG_FILE, type LoadedConfig } from './config.ts';

/** More than any settings. */
const MAX_BYTES = 64 * 1024;

/**
 * The config file the user named, or the nearest one from the working directory upwards. Null
 * where there is none or where `wanted` is "none". The parser is loaded only when there is a file.
 */
export async function loadConfig(
  wanted: string | undefined,
  { files }: Pick<GuardedIo, 'files'>,
): Promise<Result<LoadedConfig | null>> {
  if (wanted === 'none') return ok(null);
  const path = wanted ?? (await files.findUp(CONFIG_FILE));
  if (path === null) return ok(null);
  const read = await files.read(path, MAX_BYTES);
  if (!read.ok || read.truncated) {
    const why = read.ok ? 'it is longer than 64 KiB' : read.message;
    return wrongUsage(
      'config-unreadable',
      `The config file ${path} cannot be read: ${why}.`,
      'Correct it, or go without:  --config none',
    );
  }
  const { parseConfig } = await import('./parse-config.ts');
  const config = parseConfig(new TextDecoder().decode(read.bytes), path);
  return config.ok ? ok({ path, config: config.value }) : config;
}
