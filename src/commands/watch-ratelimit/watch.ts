import type { GuardedIo } from '../../model/io.ts';
import { ok, type Result } from '../../model/problem.ts';
import type { WatchStatus } from '../../model/watch.ts';
import type { NetworkOptions } from '../../run/network-options.ts';
import { complain } from '../../run/present/present.ts';
import { stopCode } from '../../run/stop-code.ts';
import { openKeeping, type Keeping } from './keeping.ts';
import type { WatchOptions } from './wanted.ts';
import { Session } from './session.ts';
import { Pause, type Setting, type Source } from './source.ts';
import { openView, type View } from './views.ts';
import { openLog } from './log.ts';
import { openPoll } from './poll.ts';
import { openReplay } from './replay.ts';

const TICK_MS = 1000;

/** Watches until a gate, a key, a signal or the source ends it. Gives the exit code. */
export async function watch(
  watching: WatchOptions,
  options: NetworkOptions,
  io: GuardedIo,
): Promise<number> {
  const session = new Session(watching, io.clock);
  const signal = AbortSignal.any([io.signal, session.over]);
  const setting: Setting = { io, options, session, signal, pause: new Pause() };
  const keeping = await openKeeping(watching, session, io);
  if (!keeping.ok) return complain(keeping.problem, io);
  try {
    const source = await openSource(watching, setting, keeping.value);
    if (!source.ok) {
      return io.signal.aborted ? stopCode(io.signal.reason) : complain(source.problem, io);
    }
    try {
      return await show(source.value, setting, watching, keeping.value);
    } finally {
      await source.value.close();
    }
  } finally {
    await keeping.value.close();
  }
}

async function openSource(
  { source }: WatchOptions,
  setting: Setting,
  keeping: Keeping,
): Promise<Result<Source>> {
  if (source.kind === 'poll') {
    return openPoll(setting, source.intervalMs);
  }
  if (source.kind === 'relay') {
    const { openRelaySource } = await import('./relay-source.ts');
    return openRelaySource(setting, source.port, keeping.counted);
  }
  if (source.kind === 'replay') {
    return ok(openReplay(setting, source.path, source.speed));
  }
  return ok(openLog(setting, source.kind === 'file' ? source.path : null));
}

async function show(
  source: Source,
  setting: Setting,
  watching: WatchOptions,
  keeping: Keeping,
): Promise<number> {
  const { io, options, session, signal } = setting;
  const view = await openView(watching.style, io, options.output);
  const status = (): WatchStatus => ({
    what: source.what,
    key: source.key,
    paused: setting.pause.on,
    nextAt: source.nextAt(),
    because: source.because(),
  });
  const draw = () => view.tick(session.view(), status());
  session.listen({
    sample(picture, sample, events) {
      view.sample(picture, sample, events);
      draw();
    },
  });
  draw();
  const beside = Promise.all([
    ticking(setting, keeping, draw),
    watchingKeys(setting, watching, draw),
    endingInTime(setting, watching.durationMs),
  ]);
  let problem = null;
  try {
    problem = await source.run();
  } finally {
    session.finish(0, 'stopped');
    await beside;
    closeView(view, setting);
  }
  if (problem !== null) return complain(problem, io);
  return signal.aborted && io.signal.aborted ? stopCode(io.signal.reason) : session.end().exitCode;
}

function closeView(view: View, { io, session }: Setting): void {
  const end = session.end();
  const stopped = io.signal.aborted;
  view.end(session.view(), {
    ...end,
    exitCode: stopped ? stopCode(io.signal.reason) : end.exitCode,
    why: stopped ? `stopped (${String(io.signal.reason)})` : end.why,
  });
}

async function ticking({ io, signal }: Setting, keeping: Keeping, draw: () => void): Promise<void> {
  while (!signal.aborted) {
    keeping.tick();
    await io.clock.sleep(TICK_MS, signal);
    if (!signal.aborted) draw();
  }
}

async function watchingKeys(
  { io, session, signal, pause }: Setting,
  { style }: WatchOptions,
  draw: () => void,
): Promise<void> {
  if (style !== 'live' || io.terminal === undefined) return;
  for await (const key of io.terminal.keys(signal)) {
    if (key === 'q' || key === 'Q') session.finish(0, 'q was pressed');
    if (key === 'p' || key === 'P') pause.toggle();
    if (!signal.aborted) draw();
  }
}

async function endingInTime({ io, session, signal }: Setting, ms: number | null): Promise<void> {
  if (ms === null) return;
  await io.clock.sleep(ms, signal);
  if (!signal.aborted) session.conclude('the time is up');
}
