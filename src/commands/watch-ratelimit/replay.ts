import { sampleOfLine } from '../../quota/log/sample-line.ts';
import { unreadable, type Setting, type Source } from './source.ts';
import { textLines } from './text-lines.ts';

/** Longest pause in a replay, in milliseconds: a gap in the record teaches nothing. */
const LONGEST_PAUSE_MS = 2000;
/** Milliseconds between two moments shown while time passes between samples. */
const STEP_MS = 200;

/** Shows a record again, so many times as fast as it was made; `Infinity` does not wait at all. */
export function openReplay(setting: Setting, path: string, speed: number): Source {
  const { io, session, signal } = setting;
  return {
    what: speed === Infinity ? `record ${path}` : `record ${path} at ${speed} times the speed`,
    key: null,
    nextAt: () => null,
    because: () => null,
    close: () => Promise.resolve(),
    async run() {
      const problem = await unreadable('--replay', path, io);
      if (problem !== null) return problem;
      const torn = await play(setting, textLines(io.files.chunks(path, signal)), speed);
      if (signal.aborted) return null;
      const note = torn === 0 ? '' : ` (${torn} unreadable line${torn === 1 ? '' : 's'} left out)`;
      session.conclude(`the record ended${note}`);
      return null;
    },
  };
}

/** Plays the lines and gives back how many could not be read. */
async function play(
  setting: Setting,
  lines: AsyncIterable<string>,
  speed: number,
): Promise<number> {
  const { session, signal, pause } = setting;
  let torn = 0;
  let last: number | null = null;
  for await (const line of lines) {
    if (signal.aborted) break;
    const sample = sampleOfLine(line);
    if (sample === null) {
      if (line.trim() !== '') torn += 1;
      continue;
    }
    if (last !== null && speed !== Infinity) await pass(setting, last, sample.at, speed);
    await pause.over(signal);
    last = sample.at;
    session.replayTo(sample.at);
    session.take({ sample, layer: null });
  }
  return torn;
}

/** Lets the time between two samples pass in steps, so that the view moves. */
async function pass(
  { io, session, signal, pause }: Setting,
  from: number,
  to: number,
  speed: number,
): Promise<void> {
  const wholeMs = Math.min(LONGEST_PAUSE_MS, Math.max(0, to - from) / speed);
  const steps = Math.ceil(wholeMs / STEP_MS);
  for (let step = 1; step <= steps && !signal.aborted; step += 1) {
    await io.clock.sleep(wholeMs / steps, signal);
    await pause.over(signal);
    session.replayTo(from + ((to - from) * step) / steps);
  }
}
