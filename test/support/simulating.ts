import { run, type Ran, type World } from './world.ts';

/** The first line that `simulate --json` prints. */
export interface Ready {
  readonly ready: string;
  readonly proxy: string | null;
  readonly scenario: string;
  readonly key: string;
  readonly clientKey: string | null;
  readonly authority: string | null;
}

/** A `simulate` under way in this process. */
export interface Simulation {
  readonly ready: Ready;
  /** Ends it as Ctrl-C does, or as the reason says. */
  stop(reason?: 'SIGINT' | 'SIGTERM'): Promise<Ran>;
  /** Waits until it ends by itself. */
  readonly ended: Promise<Ran>;
}

/** Starts `simulate` with `--json` and waits until it is ready. */
export async function simulating(args: readonly string[], world: World = {}): Promise<Simulation> {
  const stop = new AbortController();
  let ended: Promise<Ran> | undefined;
  const ready = await new Promise<Ready>((resolve, reject) => {
    const onStdout = (text: string): void => {
      if (text.startsWith('{"ready":')) resolve(JSON.parse(text));
    };
    ended = run(['simulate', ...args, '--json'], { ...world, signal: stop.signal, onStdout });
    void ended.then(({ stderr }) => reject(new Error(`ended early: ${stderr}`)), reject);
  });
  if (ended === undefined) throw new Error('it never ran');
  const running = ended;
  return {
    ready,
    ended: running,
    stop: (reason = 'SIGINT') => {
      stop.abort(reason);
      return running;
    },
  };
}

/** The summary at the end of a run with `--json`. */
export function summaryIn({ stdout }: Ran): ReturnType<typeof JSON.parse> {
  return JSON.parse(stdout.trimEnd().split('\n').at(-1) ?? '').summary;
}
