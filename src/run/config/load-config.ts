import { shellWord } from '../../model/shell-word.ts';
import { dirname, isAbsolute, join } from 'node:path';
import type { GuardedIo, ReadResult } from '../../model/io.ts';
import { ok, wrongUsage, type Result } from '../../model/problem.ts';
import { sanitizeLine } from '../../redact/sanitize.ts';
import { CONFIG_FILE, type LoadedConfig } from './config.ts';
import { findUp } from './find-config.ts';

/** More than any settings. */
const MAX_BYTES = 64 * 1024;

/**
 * The config file the user named, or the nearest one that belongs to the user. Null where there is
 * none or where `named` is "none". The parser is loaded only when there is a file.
 */
export async function loadConfig(
  named: string | undefined,
  io: Pick<GuardedIo, 'files' | 'env' | 'stderr' | 'keep'>,
): Promise<Result<LoadedConfig | null>> {
  if (named === 'none') return ok(null);
  if (named !== undefined) {
    io.keep(named);
    return configIn(named, await io.files.read(named, MAX_BYTES), true);
  }
  const found = await findUp(CONFIG_FILE, MAX_BYTES, io, (path) => {
    io.stderr.write(
      `lusha-doctor: ${sanitizeLine(path)} belongs to another user and is not read.\n` +
        `  If you mean it:  --config ${sanitizeLine(shellWord(path))}\n`,
    );
  });
  if (found === null) return ok(null);
  io.keep(found.path);
  return configIn(found.path, found.read, false);
}

async function configIn(
  path: string,
  read: ReadResult,
  isNamed: boolean,
): Promise<Result<LoadedConfig>> {
  if (!read.ok || read.truncated) {
    const why = read.ok ? 'it is longer than 64 KiB' : read.message;
    return wrongUsage(
      'config-unreadable',
      `The config file ${path} cannot be read: ${why}.`,
      'Correct it, or go without:  --config none',
    );
  }
  const { parseConfig } = await import('./parse-config.ts');
  const parsed = parseConfig(new TextDecoder().decode(read.bytes), path, isNamed);
  if (!parsed.ok) return parsed;
  const { ca, ...config } = parsed.value;
  if (ca === undefined) return ok({ path, config });
  const caPath = isAbsolute(ca) ? ca : join(dirname(path), ca);
  return ok({ path, config: { ...config, ca: caPath } });
}
