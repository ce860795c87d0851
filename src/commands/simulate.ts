import type { GuardedIo } from '../model/io.ts';
import { SCENARIOS, isScenarioName, type ScenarioName } from '../simulator/scenarios.ts';
import type { RequestLogEntry } from '../simulator/request-log.ts';
import { openSimulator, type Simulator } from '../simulator/server.ts';
import { outputOptionsOf, type OutputOptions } from './options.ts';
import { complain, presentJson, themeFor } from './present.ts';
import { numberOf, type RawOptions } from './raw-options.ts';
import { stopCode } from './stop-code.ts';
import { unknownScenario } from './target.ts';

/** Runs the simulator until it is stopped, or lists its scenarios. */
export async function simulate(name: string, raw: RawOptions, io: GuardedIo): Promise<number> {
  const output = outputOptionsOf(raw);
  if (!output.ok) return complain(output.problem, io);
  if (name === 'list') return list(io, output.value);
  if (!isScenarioName(name)) return complain((await unknownScenario(name)).problem, io);
  const port = numberOf(raw, 'port', {
    option: '--port',
    min: 0,
    max: 65_535,
    fallback: 0,
    unit: 'a port',
    whole: true,
  });
  if (!port.ok) return complain(port.problem, io);
  return serve(name, port.value, io, output.value);
}

async function list(io: GuardedIo, output: OutputOptions): Promise<number> {
  if (output.format === 'json') {
    const rows = SCENARIOS.map(({ name, summary, cause }) => ({ name, summary, cause }));
    await presentJson(rows, io);
    return 0;
  }
  const { renderTable } = await import('../render/table.ts');
  const rows = SCENARIOS.map(({ name, summary, cause }) => [name, summary, cause]);
  const theme = await themeFor(io, output);
  io.stdout.write(await renderTable(['scenario', 'what happens', 'cause'], rows, theme));
  return 0;
}

async function serve(
  scenario: ScenarioName,
  port: number,
  io: GuardedIo,
  output: OutputOptions,
): Promise<number> {
  const asJson = output.format === 'json';
  const log = (entry: RequestLogEntry) =>
    io.stdout.write(`${asJson ? JSON.stringify(entry) : lineOf(entry)}\n`);
  const opened = await openSimulator({ scenario, port, clock: io.clock, log });
  if (!opened.ok) return complain(opened.problem, io);
  const simulator = opened.value;
  io.stdout.write(asJson ? `${JSON.stringify(readyOf(simulator))}\n` : welcome(simulator));
  await stopped(io.signal);
  await simulator.close();
  return stopCode(io.signal.reason);
}

function readyOf({ url, proxyUrl, scenario, demoKey }: Simulator) {
  return { ready: url, proxy: proxyUrl, scenario: scenario.name, key: demoKey };
}

function welcome({ url, proxyUrl, scenario, demoKey }: Simulator): string {
  const proxy = proxyUrl === null ? [] : [`proxy     ${proxyUrl}   (use it as HTTPS_PROXY)`];
  return [
    `scenario  ${scenario.name}: ${scenario.summary}`,
    `base URL  ${url}`,
    ...proxy,
    `key       ${demoKey}   (works here only)`,
    '',
    `  LUSHA_API_KEY=${demoKey} lusha-doctor check-key --base-url ${url}`,
    `  curl -si ${url}/v3/account/usage -H "api_key: ${demoKey}"`,
    '',
    'Ctrl-C stops it. Requests:',
    '',
  ].join('\n');
}

function lineOf({
  at,
  method,
  path,
  status,
  keyPlacement,
  creditsCharged,
}: RequestLogEntry): string {
  const time = new Date(at).toISOString().slice(11, 19);
  const answer = status ?? 'no answer';
  return `${time}  ${method} ${path}  ${answer}  key: ${keyPlacement}  credits: ${creditsCharged}`;
}

function stopped(signal: AbortSignal): Promise<void> {
  return new Promise((resolve) => {
    if (signal.aborted) resolve();
    else signal.addEventListener('abort', () => resolve(), { once: true });
  });
}
