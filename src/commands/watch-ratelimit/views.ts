import type { GuardedIo } from '../../model/io.ts';
import type { Sample, WatchEnd, WatchEvent, WatchStatus, WatchView } from '../../model/watch.ts';
import type { OutputOptions } from '../../run/options/output.ts';
import { themeFor } from '../../run/present/present.ts';
import type { Style } from './wanted.ts';
import { closingLines, frameOf } from '../../render/watch/frame.ts';
import {
  compactLine,
  eventLine,
  jsonEnd,
  jsonLine,
  logLine,
  spokenLine,
} from '../../render/watch/lines.ts';
import { Screen } from '../../render/watch/screen.ts';

/** A way of showing a watch. */
export interface View {
  sample(view: WatchView, sample: Sample, events: readonly WatchEvent[]): void;
  /** Called once a second, and when something changed. */
  tick(view: WatchView, status: WatchStatus): void;
  end(view: WatchView, end: WatchEnd): void;
}

/** Events that a log of samples should not swallow. */
const TELLING: readonly WatchEvent['kind'][] = ['alert', 'calm', 'limit', 'empty', 'oddity'];

/** Builds the view for a style. */
export async function openView(style: Style, io: GuardedIo, output: OutputOptions): Promise<View> {
  if (style === 'live') return liveView(io, output);
  if (style === 'json') return jsonView(io);
  return textView(style, io, output);
}

const USUAL_ROWS = 24;

async function liveView(io: GuardedIo, output: OutputOptions): Promise<View> {
  const { terminal, stdout } = io;
  const theme = await themeFor(io, output);
  const screen = new Screen(stdout);
  terminal?.takeScreen();
  let last: readonly [WatchView, WatchStatus] | null = null;
  const draw = (view: WatchView, status: WatchStatus) => {
    last = [view, status];
    const rows = terminal?.rows ?? 0;
    const size = { columns: stdout.columns, rows: rows > 0 ? rows : USUAL_ROWS };
    screen.draw(frameOf(view, status, theme, size));
  };
  const ignoreResize = terminal?.onResize(() => {
    screen.clear();
    if (last !== null) draw(...last);
  });
  return {
    sample() {},
    tick: draw,
    end(view, end) {
      ignoreResize?.();
      terminal?.giveScreenBack();
      stdout.write(`${closingLines(view, end).join('\n')}\n`);
    },
  };
}

function jsonView({ stdout }: GuardedIo): View {
  return {
    sample: (view, sample, events) => stdout.write(`${jsonLine(view, sample, events)}\n`),
    tick() {},
    end: (_view, end) => stdout.write(`${jsonEnd(end)}\n`),
  };
}

async function textView(
  style: 'lines' | 'compact' | 'spoken',
  io: GuardedIo,
  output: OutputOptions,
): Promise<View> {
  const { stdout, stderr } = io;
  const theme = await themeFor(io, output);
  return {
    sample(view, sample, events) {
      if (style === 'compact') stdout.write(`${compactLine(view, theme)}\n`);
      else if (style === 'spoken') stdout.write(`${spokenLine(view, sample)}\n`);
      else stdout.write(`${logLine(view, sample)}\n`);
      if (style === 'compact') return;
      for (const event of events) {
        if (TELLING.includes(event.kind)) stdout.write(`${eventLine(event)}\n`);
      }
    },
    tick() {},
    end(view, end) {
      if (style === 'compact' || output.quiet) return;
      stderr.write(`${closingLines(view, end).join('\n')}\n`);
    },
  };
}
