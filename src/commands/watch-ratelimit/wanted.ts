import { ok, wrongUsage, type Result } from '../../model/problem.ts';
import type { GuardedIo } from '../../model/io.ts';
import { WATCHED_WINDOWS, type WatchedWindow } from '../../model/watch.ts';
import type { Condition, Floor } from '../../quota/gate.ts';
import type { OutputOptions } from '../../run/options/output.ts';
import type { WatchGiven } from './options.ts';

/** How samples are shown. */
export type Style = 'live' | 'lines' | 'compact' | 'spoken' | 'json';

/** Where samples come from. */
type SourceOption =
  | { readonly kind: 'poll'; readonly intervalMs: number }
  | { readonly kind: 'stdin' }
  | { readonly kind: 'file'; readonly path: string }
  | { readonly kind: 'relay'; readonly port: number }
  | { readonly kind: 'replay'; readonly path: string; readonly speed: number };

/** What a watch has to do. */
export interface WatchOptions {
  readonly source: SourceOption;
  readonly style: Style;
  readonly until: Condition | null;
  readonly floor: Floor | null;
  readonly durationMs: number | null;
  readonly count: number | null;
  readonly windows: readonly WatchedWindow[];
  readonly record: string | undefined;
  readonly metrics: { readonly host: string; readonly port: number } | null;
  readonly metricsFile: string | undefined;
}

const USUAL_INTERVAL = 15;

/** What the options come to; the first contradiction is returned. */
export function watchOptionsOf(
  given: WatchGiven,
  output: OutputOptions,
  io: GuardedIo,
): Result<WatchOptions> {
  const style = styleOf(given, output, io);
  const source = sourceOf(given, style);
  if (!source.ok) return source;
  const { window: windows = [], count = given.once === true ? 1 : null } = given;
  return ok({
    source: source.value,
    style,
    until: given.until ?? null,
    floor: given.failBelow ?? null,
    durationMs: given.duration ?? null,
    count,
    windows: WATCHED_WINDOWS.filter((window) => windows.includes(window)),
    record: given.record,
    metrics: given.metrics ?? null,
    metricsFile: given.metricsFile,
  });
}

function styleOf(given: WatchGiven, output: OutputOptions, io: GuardedIo): Style {
  const { format, quiet } = output;
  if (format === 'json' || format === 'ndjson') return 'json';
  if (given.compact === true) return 'compact';
  if (given.linear === true || format === 'linear') return 'spoken';
  const canDraw = io.terminal !== undefined && io.stdout.columns > 0 && io.env['TERM'] !== 'dumb';
  return canDraw && !quiet ? 'live' : 'lines';
}

const SOURCES = ['stdin', 'file', 'relay', 'replay'] as const satisfies (keyof WatchGiven)[];

function sourceOf(given: WatchGiven, style: Style): Result<SourceOption> {
  const named = SOURCES.filter((name) => given[name] !== undefined);
  if (named.length > 1) {
    return wrongUsage(
      'several-sources',
      `${named.map((name) => `--${name}`).join(' and ')} are several sources; one is watched at a time.`,
      'Choose one of them, or none to ask Lusha.',
    );
  }
  const { stdin, file, relay, replay, speed, interval = USUAL_INTERVAL } = given;
  if (stdin === true) return ok({ kind: 'stdin' });
  if (file !== undefined) return ok({ kind: 'file', path: file });
  if (relay !== undefined) return ok({ kind: 'relay', port: relay });
  if (replay !== undefined) {
    return ok({ kind: 'replay', path: replay, speed: speed ?? usualSpeed(style) });
  }
  return ok({ kind: 'poll', intervalMs: interval * 1000 });
}

/** A record is played in minutes for a person, and at once for a pipe. */
function usualSpeed(style: Style): number {
  return style === 'live' ? 60 : Infinity;
}
