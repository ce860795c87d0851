import { fingerprintOf } from '../key/fingerprint.ts';
import { OLDER_USAGE_PATH, USAGE_PATH } from '../knowledge/usage-paths.ts';
import type { Files, GuardedIo } from '../model/io.ts';
import type { Secret } from '../model/secret.ts';
import { untilBelow } from '../quota/call-budget.ts';

type World = Pick<GuardedIo, 'env' | 'clock' | 'platform'> & {
  readonly files: Pick<Files, 'read' | 'write'>;
};

/** The account whose calls are counted together: a host and the key that is used there. */
export interface Counted {
  readonly origin: string;
  readonly key: Secret;
}

/** Paths that draw from the same bucket. */
export const USAGE_PATHS: readonly string[] = [USAGE_PATH, OLDER_USAGE_PATH];

const MINUTE_MS = 60_000;
/** The usage endpoint allows five calls a minute, whoever makes them (spec3). */
const ALLOWED = 5;
/** Calls that one run makes of them at most: one is left for the next. */
const MOST_IN_A_RUN = 4;

const FILE = 'usage-calls';
const MOST_BYTES = 64 * 1024;

/**
 * Five usage calls a minute, over everything that this tool does on a machine: the commands of one
 * run share it, and a small file tells it to other runs. Where there is no folder for the file, or
 * it cannot be read, only the own calls count.
 */
export class UsageBudget {
  readonly #world: World;
  readonly #counted: Counted | null;
  /** Own calls of the last minute, epoch milliseconds. */
  #own: readonly number[] = [];

  /** Without an account, as with a simulator, nothing is counted and nobody waits. */
  constructor(world: World, counted: Counted | null) {
    this.#world = world;
    this.#counted = counted;
  }

  /** How many calls may be made now. */
  async room(): Promise<number> {
    if (this.#counted === null) return MOST_IN_A_RUN;
    const { own, all } = await this.#recent();
    return Math.max(0, Math.min(MOST_IN_A_RUN - own.length, ALLOWED - all.length));
  }

  /** Milliseconds until the next call is allowed; 0 for now. */
  async waitMs(): Promise<number> {
    if (this.#counted === null) return 0;
    const now = this.#world.clock.now();
    const { own, all } = await this.#recent();
    return Math.max(
      untilBelow(own, MOST_IN_A_RUN, MINUTE_MS, now),
      untilBelow(all, ALLOWED, MINUTE_MS, now),
    );
  }

  /** Calls of the last minute that this machine knows of. */
  async made(): Promise<number> {
    return (await this.#recent()).all.length;
  }

  /** Puts down that a call is about to be made. */
  async take(): Promise<void> {
    if (this.#counted === null) return;
    const now = this.#world.clock.now();
    this.#own = [...this.#own.filter((at) => isRecent(at, now)), now];
    const path = pathOf(this.#world);
    if (path === null) return;
    const lines = [...(await this.#lines(path)), `${now} ${tagOf(this.#counted)}`];
    await this.#world.files.write(path, `${lines.join('\n')}\n`);
  }

  async #recent(): Promise<{ readonly own: readonly number[]; readonly all: readonly number[] }> {
    const now = this.#world.clock.now();
    const own = this.#own.filter((at) => isRecent(at, now));
    const path = pathOf(this.#world);
    if (path === null || this.#counted === null) return { own, all: own };
    const tag = tagOf(this.#counted);
    const told = (await this.#lines(path)).filter((line) => line.endsWith(` ${tag}`)).map(timeOf);
    // What could not be written down happened all the same.
    return { own, all: [...told.filter((at) => !own.includes(at)), ...own] };
  }

  /** The lines of the file that still matter, whatever account they are about. */
  async #lines(path: string): Promise<readonly string[]> {
    const read = await this.#world.files.read(path, MOST_BYTES);
    if (!read.ok) return [];
    const now = this.#world.clock.now();
    return new TextDecoder()
      .decode(read.bytes)
      .split('\n')
      .filter((line) => /^\d{13} \S+$/.test(line) && isRecent(timeOf(line), now));
  }
}

/** A clock that was put back must not make anybody wait for an hour. */
function isRecent(at: number, now: number): boolean {
  return at > now - MINUTE_MS && at <= now;
}

function timeOf(line: string): number {
  return Number(line.split(' ', 1)[0]);
}

function tagOf({ origin, key }: Counted): string {
  return `${fingerprintOf(key)}@${new URL(origin).host}`;
}

/** Where the system keeps what can be made again; null where it has no such place. */
function pathOf({ env, platform }: World): string | null {
  const home = env['HOME'] ?? '';
  const usual = platform.os.startsWith('darwin') ? 'Library/Caches' : '.cache';
  const folders = [
    env['XDG_CACHE_HOME'],
    platform.os.startsWith('win32') ? env['LOCALAPPDATA'] : undefined,
    home === '' ? undefined : `${home}/${usual}`,
  ];
  const folder = folders.find((one) => one !== undefined && one !== '');
  return folder === undefined ? null : `${folder}/lusha-doctor/${FILE}`;
}
