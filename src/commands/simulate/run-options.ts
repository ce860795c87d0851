import { ok, type Result } from '../../model/problem.ts';
import { numberOf, switchOf, textOf, type RawOptions } from '../../run/raw-options.ts';

/** Where the simulator listens, how long, and what it leaves behind. */
export interface RunOptions {
  readonly port: number;
  readonly host: string | undefined;
  /** Null: until it is stopped. */
  readonly endAfterMs: number | null;
  readonly stateFile: string | undefined;
  readonly authorityFile: string | undefined;
  readonly failOnMisuse: boolean;
}

/** Reads and checks them; the first mistake is returned. */
export function runOptionsOf(raw: RawOptions): Result<RunOptions> {
  const port = numberOf(raw, 'port', {
    option: '--port',
    min: 0,
    max: 65_535,
    fallback: 0,
    unit: 'a port',
    whole: true,
  });
  if (!port.ok) return port;
  const end = numberOf(raw, 'onceReadyExitAfter', {
    option: '--once-ready-exit-after',
    min: 0,
    max: 86_400,
    fallback: 60,
    unit: 'seconds',
  });
  if (!end.ok) return end;
  return ok({
    port: port.value,
    host: textOf(raw, 'host'),
    endAfterMs: textOf(raw, 'onceReadyExitAfter') === undefined ? null : end.value * 1000,
    stateFile: textOf(raw, 'state'),
    authorityFile: textOf(raw, 'authority'),
    failOnMisuse: switchOf(raw, 'failOnMisuse') === true,
  });
}
