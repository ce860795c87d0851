import { fingerprintOf } from '../key/fingerprint.ts';
import type { Files, GuardedIo } from '../model/io.ts';
import type { Secret } from '../model/secret.ts';

type World = Pick<GuardedIo, 'env' | 'clock' | 'platform'> & {
  readonly files: Pick<Files, 'read' | 'write' | 'append'>;
};

const FILE = 'lusha-doctor-usage-calls';
const MINUTE_MS = 60_000;
const MOST_BYTES = 64 * 1024;
/** A file longer than this is written anew with what still matters. */
const SHORTEN_AT = 8 * 1024;

/**
 * Puts down that the usage endpoint is about to be called, so that other processes on this
 * machine can leave room: five calls a minute are allowed in all. One line each, the time and
 * the key's fingerprint. Where there is no folder for it, nothing is written and nobody waits.
 */
export async function noteUsageCall(io: World, origin: string, key: Secret): Promise<void> {
  const path = pathOf(io);
  if (path === null) return;
  await io.files.append(path, `${io.clock.now()} ${tagOf(origin, key)}\n`);
}

/** When processes of this machine called the usage endpoint with this key in the last minute, epoch ms. */
export async function recentUsageCalls(
  io: World,
  origin: string,
  key: Secret,
): Promise<readonly number[]> {
  const path = pathOf(io);
  if (path === null) return [];
  const read = await io.files.read(path, MOST_BYTES);
  if (!read.ok) return [];
  const recent = new TextDecoder()
    .decode(read.bytes)
    .split('\n')
    .filter((line) => Number(line.split(' ', 1)[0]) > io.clock.now() - MINUTE_MS);
  if (read.bytes.length > SHORTEN_AT) await io.files.write(path, recent.join('\n').concat('\n'));
  const tag = tagOf(origin, key);
  return recent
    .filter((line) => line.endsWith(` ${tag}`))
    .map((line) => Number(line.split(' ', 1)[0]));
}

function tagOf(origin: string, key: Secret): string {
  return `${fingerprintOf(key)}@${new URL(origin).host}`;
}

function pathOf({ env, platform }: World): string | null {
  const home = env['HOME'];
  const cache = platform.os.startsWith('darwin') ? 'Library/Caches' : '.cache';
  const folder =
    env['XDG_RUNTIME_DIR'] ??
    env['XDG_CACHE_HOME'] ??
    env['LOCALAPPDATA'] ??
    (home === undefined ? undefined : `${home}/${cache}`);
  return folder === undefined || folder === '' ? null : `${folder}/${FILE}`;
}
