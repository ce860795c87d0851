import { Counter, Gauge, Registry } from 'prom-client';
import type { CallResult, WatchView } from '../../../model/watch.ts';

/** What is measured, in the text format of Prometheus. */
export interface Metrics {
  /** Counts one call by how it ended. */
  call(call: CallResult): void;
  /** The metrics at the moment of `view`. */
  text(view: WatchView): Promise<string>;
  readonly contentType: string;
}

export interface BuildInfo {
  readonly version: string;
  readonly node: string;
}

/** More different causes than there are would be a mistake; they must not grow without end. */
const MOST_SERIES = 500;

/** Makes a registry of its own: nothing of the process itself is exposed. */
export function createMetrics({ version, node }: BuildInfo): Metrics {
  const registry = new Registry();
  const registers = [registry];
  const gauge = <L extends string>(name: string, help: string, labelNames: L[]) =>
    new Gauge<L>({ name, help, labelNames, registers });

  const perWindow = {
    limit: gauge('lusha_ratelimit_limit_requests', 'Requests a window allows.', ['window']),
    left: gauge('lusha_ratelimit_left_requests', 'Requests left in a window.', ['window']),
    used: gauge('lusha_ratelimit_used_requests', 'Requests used in a window.', ['window']),
    reset: gauge(
      'lusha_ratelimit_reset_timestamp_seconds',
      'When a window opens again; inferred is 1 when nobody stated it.',
      ['window', 'inferred'],
    ),
    runsOut: gauge(
      'lusha_ratelimit_runs_out_timestamp_seconds',
      'When a window is used up at the present pace; absent while it lasts.',
      ['window'],
    ),
    alert: gauge(
      'lusha_ratelimit_alert',
      '1 while both the short and the long rate use a window up before its reset.',
      ['window'],
    ),
  };
  const rate = gauge('lusha_requests_per_minute', 'Requests a minute over a span.', ['span']);
  const credits = gauge('lusha_credits', 'Credits of the account.', ['state']);
  const reading = gauge(
    'lusha_last_reading_timestamp_seconds',
    'When the windows were last read.',
    [],
  );
  const own = new Counter({
    name: 'lusha_doctor_own_calls_total',
    help: 'Calls of the usage endpoint made by the watcher itself.',
    registers,
  });
  const requests = new Counter({
    name: 'lusha_requests_total',
    help: 'Calls seen, by status and by diagnosed cause; cause is none for a success.',
    labelNames: ['status', 'cause'],
    registers,
  });
  gauge('lusha_doctor_build_info', 'Version of the watcher.', ['version', 'node'])
    .labels(version, node)
    .set(1);

  const series = new Set<string>();
  let ownCalls = 0;
  return {
    contentType: registry.contentType,
    call({ status, cause }) {
      const labels = { status: status === null ? 'none' : String(status), cause: cause ?? 'none' };
      const name = `${labels.status} ${labels.cause}`;
      if (series.size >= MOST_SERIES && !series.has(name)) return;
      series.add(name);
      requests.inc(labels);
    },
    text(view) {
      for (const one of Object.values(perWindow)) one.reset();
      for (const window of view.windows) {
        const { name, limit, left, used, resetsAt, runsOutAt, alert } = window;
        set(perWindow.limit, name, limit?.value);
        set(perWindow.left, name, left?.value);
        set(perWindow.used, name, used?.value);
        if (runsOutAt !== null) set(perWindow.runsOut, name, runsOutAt / 1000);
        set(perWindow.alert, name, alert ? 1 : 0);
        if (resetsAt === null) continue;
        const inferred = resetsAt.source === 'inferred' ? '1' : '0';
        perWindow.reset.labels(name, inferred).set(resetsAt.value / 1000);
      }
      rate.reset();
      set(rate, `${view.rates.shortMinutes}m`, view.rates.short ?? undefined);
      set(rate, `${view.rates.longMinutes}m`, view.rates.long ?? undefined);
      credits.reset();
      for (const state of ['total', 'used', 'left'] as const) {
        set(credits, state, view.credits?.[state] ?? undefined);
      }
      if (view.lastReadingAt !== null) reading.set(view.lastReadingAt / 1000);
      own.inc(Math.max(0, view.own.calls - ownCalls));
      ownCalls = view.own.calls;
      return registry.metrics();
    },
  };
}

function set(gauge: Gauge, label: string, value: number | undefined): void {
  if (value !== undefined) gauge.labels(label).set(value);
}
