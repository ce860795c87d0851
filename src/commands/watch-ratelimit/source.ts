import type { GuardedIo } from '../../model/io.ts';
import type { Problem } from '../../model/problem.ts';
import type { NetworkOptions } from '../../run/network-options.ts';
import type { Session } from './session.ts';

/** What every source works with. */
export interface Setting {
  readonly io: GuardedIo;
  readonly options: NetworkOptions;
  readonly session: Session;
  /** Aborts when the watch is over, from inside or from outside. */
  readonly signal: AbortSignal;
  readonly pause: Pause;
}

/** Something samples come from. */
export interface Source {
  /** In words, for the head of the view. */
  readonly what: string;
  /** Fingerprint of the key that is used, if one is. */
  readonly key: string | null;
  /** Epoch milliseconds of the next own call. */
  nextAt(): number | null;
  /** Why the next own call comes later than asked for. */
  because(): string | null;
  /** Feeds the session until the signal aborts or nothing more comes; a problem is the user's. */
  run(): Promise<Problem | null>;
  close(): Promise<void>;
}

/** The complaint about a file that was named and cannot be read; null when it can. */
export async function unreadable(
  option: string,
  path: string,
  { files }: GuardedIo,
): Promise<Problem | null> {
  const read = await files.read(path, 1);
  if (read.ok) return null;
  return {
    code: 'file-unreadable',
    message: `${option} ${path} cannot be read: ${read.message}.`,
    fix: 'Name a file that exists.',
    exitCode: 2,
  };
}

/** The state of the `p` key. */
export class Pause {
  #paused = false;
  #waiting: (() => void)[] = [];

  get on(): boolean {
    return this.#paused;
  }

  toggle(): void {
    this.#paused = !this.#paused;
    if (this.#paused) return;
    for (const resolve of this.#waiting.splice(0)) resolve();
  }

  /** Resolves at once, or when the pause is over or the signal aborts. */
  async over(signal: AbortSignal): Promise<void> {
    if (!this.#paused || signal.aborted) return;
    const waited = new AbortController();
    await new Promise<void>((resolve) => {
      this.#waiting.push(resolve);
      signal.addEventListener('abort', () => resolve(), { signal: waited.signal });
    });
    waited.abort();
  }
}
