import { ok, wrongUsage, type Result } from '../../model/problem.ts';
import type { GuardedIo } from '../../model/io.ts';
import { WATCHED_WINDOWS, type WatchedWindow } from '../../model/watch.ts';
import { conditionOf, floorOf, type Condition, type Floor } from '../../quota/gate.ts';
import { numberOf, switchOf, textOf, textsOf, type RawOptions } from '../../run/raw-options.ts';
import type { OutputOptions } from '../../run/options/output.ts';

/** How samples are shown. */
export type Style = 'live' | 'lines' | 'compact' | 'spoken' | 'json';

/** Where samples come from. */
type SourceOption =
  | { readonly kind: 'poll'; readonly intervalMs: number }
  | { readonly kind: 'stdin' }
  | { readonly kind: 'file'; readonly path: string }
  | { readonly kind: 'relay'; readonly port: number }
  | { readonly kind: 'replay'; readonly path: string; readonly speed: number };

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

const DAY_SECONDS = 86_400;

/** Reads what only this command knows; the first mistake is returned. */
export function watchOptionsOf(
  raw: RawOptions,
  output: OutputOptions,
  io: GuardedIo,
): Result<WatchOptions> {
  const style = styleOf(raw, output, io);
  const source = sourceOf(raw, style);
  if (!source.ok) return source;
  const gates = gatesOf(raw);
  if (!gates.ok) return gates;
  const windows = windowsOf(textsOf(raw, 'window'));
  if (!windows.ok) return windows;
  const metrics = metricsOf(textOf(raw, 'metrics'));
  if (!metrics.ok) return metrics;
  return ok({
    source: source.value,
    style,
    ...gates.value,
    windows: windows.value,
    record: textOf(raw, 'record'),
    metrics: metrics.value,
    metricsFile: textOf(raw, 'metricsFile'),
  });
}

function styleOf(raw: RawOptions, output: OutputOptions, io: GuardedIo): Style {
  const format: string = output.format;
  if (format === 'json' || format === 'ndjson') return 'json';
  if (switchOf(raw, 'compact') === true) return 'compact';
  if (switchOf(raw, 'linear') === true || format === 'linear') return 'spoken';
  const canDraw = io.terminal !== undefined && io.stdout.columns > 0 && io.env['TERM'] !== 'dumb';
  return canDraw && !output.quiet ? 'live' : 'lines';
}

function sourceOf(raw: RawOptions, style: Style): Result<SourceOption> {
  const file = textOf(raw, 'file');
  const replay = textOf(raw, 'replay');
  const named = [
    ...(switchOf(raw, 'stdin') === true ? ['--stdin'] : []),
    ...(file === undefined ? [] : ['--file']),
    ...(textOf(raw, 'relay') === undefined ? [] : ['--relay']),
    ...(replay === undefined ? [] : ['--replay']),
  ];
  if (named.length > 1) {
    return wrongUsage(
      'several-sources',
      `${named.join(' and ')} are several sources; one is watched at a time.`,
      'Choose one of them, or none to ask Lusha.',
    );
  }
  if (switchOf(raw, 'stdin') === true) return ok({ kind: 'stdin' });
  if (file !== undefined) return ok({ kind: 'file', path: file });
  if (replay !== undefined) return replayOf(raw, replay, style);
  if (textOf(raw, 'relay') !== undefined) {
    const port = numberOf(raw, 'relay', {
      option: '--relay',
      min: 0,
      max: 65_535,
      fallback: 0,
      unit: 'a port',
      whole: true,
    });
    return port.ok ? ok({ kind: 'relay', port: port.value }) : port;
  }
  const interval = numberOf(raw, 'interval', {
    option: '--interval',
    min: 1,
    max: DAY_SECONDS,
    fallback: 15,
    unit: 'seconds',
  });
  return interval.ok ? ok({ kind: 'poll', intervalMs: interval.value * 1000 }) : interval;
}

/** A record is played in minutes for a person, and at once for a pipe. */
const USUAL_SPEED = 60;

function replayOf(raw: RawOptions, path: string, style: Style): Result<SourceOption> {
  if (style !== 'live' && textOf(raw, 'speed') === undefined) {
    return ok({ kind: 'replay', path, speed: Infinity });
  }
  const speed = numberOf(raw, 'speed', {
    option: '--speed',
    min: 0.1,
    max: 100_000,
    fallback: USUAL_SPEED,
    unit: 'times',
  });
  return speed.ok ? ok({ kind: 'replay', path, speed: speed.value }) : speed;
}

type Gates = Pick<WatchOptions, 'until' | 'floor' | 'durationMs' | 'count'>;

function gatesOf(raw: RawOptions): Result<Gates> {
  const until = optional(textOf(raw, 'until'), conditionOf);
  if (!until.ok) return until;
  const floor = optional(textOf(raw, 'failBelow'), floorOf);
  if (!floor.ok) return floor;
  const duration = optional(textOf(raw, 'duration'), durationOf);
  if (!duration.ok) return duration;
  const count = numberOf(raw, 'count', {
    option: '--count',
    min: 1,
    max: 1_000_000_000,
    fallback: 1,
    unit: 'samples',
    whole: true,
  });
  if (!count.ok) return count;
  const limited = switchOf(raw, 'once') === true || textOf(raw, 'count') !== undefined;
  return ok({
    until: until.value,
    floor: floor.value,
    durationMs: duration.value,
    count: limited ? count.value : null,
  });
}

function optional<T>(
  text: string | undefined,
  read: (text: string) => Result<T>,
): Result<T | null> {
  return text === undefined ? ok(null) : read(text);
}

const UNITS: Readonly<Record<string, number>> = {
  '': 1000,
  s: 1000,
  m: 60_000,
  h: 3_600_000,
  d: 86_400_000,
};

/** `90`, `90s`, `10m`, `2h`, `1d` in milliseconds. */
function durationOf(text: string): Result<number> {
  const [, amount, unit = ''] = /^(\d{1,7}(?:\.\d{1,3})?)([smhd]?)$/.exec(text.trim()) ?? [];
  const ms = Number(amount) * (UNITS[unit] ?? 0);
  if (amount !== undefined && ms > 0) return ok(ms);
  return wrongUsage(
    'bad-duration',
    `--duration takes a length of time, not "${text}".`,
    'For example:  --duration 10m',
  );
}

function windowsOf(names: readonly string[]): Result<readonly WatchedWindow[]> {
  const unknown = names.find((name) => !WATCHED_WINDOWS.some((window) => window === name));
  if (unknown !== undefined) {
    return wrongUsage(
      'unknown-window',
      `There is no window "${unknown}".`,
      `Use one of: ${WATCHED_WINDOWS.join(', ')}.`,
    );
  }
  return ok(WATCHED_WINDOWS.filter((window) => names.includes(window)));
}

const LOOPBACK = '127.0.0.1';

/** `9095` is this machine only; `0.0.0.0:9095` is said on purpose. */
function metricsOf(text: string | undefined): Result<WatchOptions['metrics']> {
  if (text === undefined) return ok(null);
  const [, host = LOOPBACK, port] =
    /^(?:(\[[\da-f:]+\]|[\w.-]{1,255}):)?(\d{1,5})$/i.exec(text) ?? [];
  if (port !== undefined && Number(port) <= 65_535) {
    return ok({ host: host.replace(/^\[|\]$/g, ''), port: Number(port) });
  }
  return wrongUsage(
    'bad-address',
    `--metrics takes a port or HOST:PORT, not "${text}".`,
    'For example:  --metrics 9095',
  );
}
