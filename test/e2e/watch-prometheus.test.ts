import { spawn, spawnSync, type ChildProcess } from 'node:child_process';
import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { createMetrics } from '../../src/commands/watch-ratelimit/metrics/metrics.ts';
import {
  serveMetrics,
  type MetricsServer,
} from '../../src/commands/watch-ratelimit/metrics/serve.ts';
import { listOf, objectOf, objectsIn, type JsonObject } from '../../src/model/json.ts';
import type { WatchView } from '../../src/model/watch.ts';
import { lacks } from '../support/tools.ts';
import { BUSY_VIEW } from '../support/watch-views.ts';

const PROMETHEUS = 'prometheus';
const PROMTOOL = 'promtool';
const noPrometheus = lacks(PROMETHEUS) || lacks(PROMTOOL);
const DOCS = 'docs/monitoring';

function promtool(args: readonly string[], input?: string) {
  const { status, stdout, stderr } = spawnSync(PROMTOOL, args, {
    encoding: 'utf8',
    ...(input === undefined ? {} : { input }),
  });
  return { status, said: `${stdout}${stderr}` };
}

/** The metrics of a view in which every window has an alert or a run-out somewhere. */
function busyMetrics() {
  const metrics = createMetrics({ version: '1.2.3', node: '20' });
  metrics.call({ status: 200, cause: null, endpoint: '', title: null });
  metrics.call({ status: 429, cause: 'quota-hour-exhausted', endpoint: '', title: null });
  const view: WatchView = { ...BUSY_VIEW, now: Date.now(), lastReadingAt: Date.now() };
  return { contentType: metrics.contentType, text: () => metrics.text(view) };
}

describe.skipIf(noPrometheus)('checked with promtool', () => {
  it('the metrics are well formed and named as they should be', async () => {
    expect(promtool(['check', 'metrics'], await busyMetrics().text())).toEqual({
      status: 0,
      said: '',
    });
  });

  it.each([
    ['the scrape configuration', ['check', 'config', `${DOCS}/prometheus.yml`]],
    ['the alert rules', ['check', 'rules', `${DOCS}/lusha-alerts.yml`]],
    ['the tests of the alert rules', ['test', 'rules', `${DOCS}/lusha-alerts.test.yml`]],
  ])('%s', (_what, args) => {
    const { status, said } = promtool(args);

    expect(said).toContain('SUCCESS');
    expect(status).toBe(0);
  });
});

describe.skipIf(noPrometheus)('a real Prometheus', () => {
  let server: MetricsServer;
  let prometheus: ChildProcess;
  let folder: string;
  let api: string;

  beforeAll(async () => {
    const { contentType, text } = busyMetrics();
    const serving = await serveMetrics({ host: '127.0.0.1', port: 0 }, contentType, text);
    if (!serving.ok) throw new Error(serving.problem.message);
    server = serving.value;
    folder = await mkdtemp(join(tmpdir(), 'prometheus-'));
    const config = await readFile(`${DOCS}/prometheus.yml`, 'utf8');
    await writeFile(
      join(folder, 'prometheus.yml'),
      config.replace('127.0.0.1:9095', new URL(server.url).host).replaceAll('15s', '1s'),
    );
    await writeFile(
      join(folder, 'lusha-alerts.yml'),
      (await readFile(`${DOCS}/lusha-alerts.yml`, 'utf8')).replaceAll(/for: \w+/g, 'for: 0s'),
    );
    const port = await freePort();
    api = `http://127.0.0.1:${port}/api/v1`;
    prometheus = spawn(
      PROMETHEUS,
      [
        `--config.file=${join(folder, 'prometheus.yml')}`,
        `--storage.tsdb.path=${join(folder, 'data')}`,
        `--web.listen-address=127.0.0.1:${port}`,
      ],
      { stdio: 'ignore' },
    );
  });

  afterAll(async () => {
    const gone = new Promise((resolve) => prometheus.once('exit', resolve));
    prometheus.kill('SIGKILL');
    await gone;
    await server.close();
    await rm(folder, { recursive: true });
  });

  /** Asks until there is an answer with at least one result. */
  async function ask(path: string, key: string): Promise<readonly JsonObject[]> {
    for (let n = 0; n < 100; n += 1) {
      const response = await fetch(`${api}/${path}`).catch(() => null);
      const data = objectOf(objectOf(await response?.json())?.data);
      const found = objectsIn(data?.[key]);
      if (found.length > 0) return found;
      await sleep(200);
    }
    return [];
  }

  const query = (expression: string) =>
    ask(`query?query=${encodeURIComponent(expression)}`, 'result');

  it('scrapes what is served', async () => {
    expect(await query('up{job="lusha"} == 1')).toHaveLength(1);
    const [hour] = await query('lusha_ratelimit_left_requests{window="hour"}');

    expect(listOf(hour?.value)?.[1]).toBe('46');
  });

  it('raises the alert of a window that runs out', async () => {
    const alerts = await ask('alerts', 'alerts');

    expect(alerts.map(({ labels }) => objectOf(labels)?.alertname)).toContain('LushaQuotaRunsOut');
  });

  it('knows every expression of the dashboard', async () => {
    const dashboard = objectOf(
      JSON.parse(await readFile(`${DOCS}/grafana-dashboard.json`, 'utf8')),
    );
    const expressions = (listOf(dashboard?.panels) ?? []).flatMap((panel) =>
      (listOf(objectOf(panel)?.targets) ?? []).map((target) => String(objectOf(target)?.expr)),
    );
    const named = new Set(expressions.join(' ').match(/lusha_\w+/g));

    expect(expressions.length).toBeGreaterThan(7);
    const unknown: string[] = [];
    for (const name of named) if ((await query(name)).length === 0) unknown.push(name);
    expect(unknown).toEqual([]);
    for (const expression of expressions) {
      const response = await fetch(`${api}/query?query=${encodeURIComponent(expression)}`);
      expect([expression, response.status]).toEqual([expression, 200]);
    }
  });
});

async function freePort(): Promise<number> {
  const server = createServer();
  await new Promise<void>((resolve) => {
    server.listen(0, '127.0.0.1', resolve);
  });
  const address = server.address();
  await new Promise((resolve) => server.close(resolve));
  return typeof address === 'object' && address !== null ? address.port : 0;
}
