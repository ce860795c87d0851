import type { GuardedIo } from '../../model/io.ts';
import type { Sample, WatchEnd, WatchEvent, WatchStatus, WatchView } from '../../model/watch.ts';
import type { OutputOptions } from '../../run/options/output.ts';
import { themeFor } from '../../run/present/present.ts';
import type { Style } from './wanted.ts';

/** A way of showing a watch. */
export interface View {
  sample(view: WatchView, sample: Sample, events: readonly WatchEvent[]): void;
  /** Called once a second, and when something changed. */
  tick(view: WatchView, status: WatchStatus): void;
  end(view: WatchView, end: WatchEnd): void;
}

/** Events that a log of samples should not swallow. */
const TELLING: readonly WatchEvent['kind'][] = ['alert', 'calm', 'limit', 'empty', 'oddity'];

/** Builds the view for a style; only what it needs is loaded. */
export async function openView(style: Style, io: GuardedIo, output: OutputOptions): Promise<View> {
  if (style === 'live') return liveView(io, output);
  if (style === 'json') return jsonView(io);
  return textView(style, io, output);
}

const USUAL_ROWS = 24;

async function liveView(io: GuardedIo, output: OutputOptions): Promise<View> {
  const { terminal, stdout } = io;
  const { frameOf, closingLines } = await import('../../render/watch/frame.ts');
  const { Screen } = await import('../../render/watch/screen.ts');
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

async function jsonView({ stdout }: GuardedIo): Promise<View> {
  const { jsonLine, jsonEnd } = await import('../../render/watch/lines.ts');
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
  const { logLine, eventLine, compactLine, spokenLine } =
    await import('../../render/watch/lines.ts');
  const { closingLines } = await import('../../render/watch/frame.ts');
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
