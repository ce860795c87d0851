import { spawnSync } from 'node:child_process';
import { constants } from 'node:fs';
import { appendFile, mkdtemp, open, rename, rm, truncate, writeFile } from 'node:fs/promises';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest';
import { BIN, lushaDoctor } from '../support/binary.ts';
import { runInTerminal } from '../support/pty.ts';
import { lacks } from '../support/tools.ts';

const OK = '2026-11-23T14:00:00Z INFO enrich ok 200 in 431ms\n';
const QUOTA =
  '2026-11-23T14:00:01Z ERROR enrich: 429 {"statusCode":429,"message":"Daily API quota limit exceeded"}\n';
const DNS = '2026-11-23T14:00:02Z ERROR getaddrinfo ENOTFOUND api.lusha.com\n';
const RESET = '2026-11-23T14:00:03Z ERROR read ECONNRESET api.lusha.com\n';
const KEY =
  '2026-11-23T14:00:04Z ERROR POST https://api.lusha.com/v3/contacts/enrich 401 {"message":"Invalid API key"}\n';

let folder: string;
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'logs-'));
});
afterAll(() => rm(folder, { recursive: true }));

/** A log that is followed, and what is told of it. */
async function following(name: string) {
  const log = join(folder, name);
  await writeFile(log, OK);
  const running = lushaDoctor(['explain', log, '--follow', '--json'], { cwd: folder });
  let told = '';
  running.stdout.on('data', (chunk: Buffer) => (told += chunk.toString()));
  const tells = (what: string) =>
    vi.waitUntil(() => told.includes(what), { timeout: 20_000, interval: 20 });
  await tells('"caught-up"');
  return {
    log,
    tells,
    ended: async () => (await rows()).map(({ id, count }) => `${count} ${id}`).toSorted(),
    places: async () => (await rows()).map(({ id, example }) => `${id} ${example.line}`).toSorted(),
  };
  /** Ends it as a user does; the summary's rows. */
  async function rows() {
    running.kill('SIGINT');
    const { exitCode, stderr } = await running;
    expect([exitCode, stderr]).toEqual([130, '']);
    const summary: { rows: { id: string; count: number; example: { line: number } }[] } =
      JSON.parse(told.slice(told.indexOf('{\n')));
    return summary.rows;
  }
}

describe.concurrent('a log that grows', () => {
  it('tells of each new kind once', async () => {
    const { log, tells, ended } = await following('grows.log');
    await appendFile(log, QUOTA);
    await tells('"id":"quota-day-exhausted"');
    await appendFile(log, QUOTA + DNS);
    await tells('"id":"dns-not-found"');
    expect(await ended()).toEqual(['1 dns-not-found', '2 quota-day-exhausted']);
  });

  it('is read to its end under its old name when it is rotated, then under the new one', async () => {
    const { log, tells, ended } = await following('rotates.log');
    await appendFile(log, QUOTA);
    await tells('"id":"quota-day-exhausted"');
    await rename(log, `${log}.1`);
    await appendFile(`${log}.1`, DNS);
    await sleep(50);
    await writeFile(log, RESET);
    await tells('"id":"connection-reset"');
    await appendFile(log, KEY);
    await tells('"id":"key-unknown"');
    expect(await ended()).toEqual([
      '1 connection-reset',
      '1 dns-not-found',
      '1 key-unknown',
      '1 quota-day-exhausted',
    ]);
  });

  it('is read from its beginning when it was cut short', async () => {
    const { log, tells, ended } = await following('cut.log');
    await appendFile(log, QUOTA + QUOTA);
    await tells('"id":"quota-day-exhausted"');
    await truncate(log, 0);
    await appendFile(log, DNS);
    await tells('"id":"dns-not-found"');
    expect(await ended()).toEqual(['1 dns-not-found', '2 quota-day-exhausted']);
  });

  it('may be gone for a while', async () => {
    const { log, tells, ended } = await following('gone.log');
    await rm(log);
    await sleep(1200);
    await writeFile(log, RESET);
    await tells('"id":"connection-reset"');
    expect(await ended()).toEqual(['1 connection-reset']);
  });

  it('may be something that cannot be opened for a while', async () => {
    const { log, tells, ended } = await following('barred.log');
    await rm(log);
    const server = createServer().listen(log);
    await sleep(1200);
    await new Promise((resolve) => server.close(resolve));
    await writeFile(log, RESET);
    await tells('"id":"connection-reset"');
    expect(await ended()).toEqual(['1 connection-reset']);
  });

  it('is one line when its writer takes a breath in it', async () => {
    const { log, tells, ended } = await following('breath.log');
    await appendFile(log, KEY.slice(0, KEY.indexOf('{')));
    await sleep(1300);
    await appendFile(log, KEY.slice(KEY.indexOf('{')));
    await tells('"id":"key-unknown"');
    expect(await ended()).toEqual(['1 key-unknown']);
  });

  it('is told to its end also when its last line has none', async () => {
    const { log, ended } = await following('open.log');
    await appendFile(log, KEY.trimEnd());
    await sleep(700);
    expect(await ended()).toEqual(['1 key-unknown']);
  });

  it('is counted from line 1 again when it begins anew', async () => {
    const { log, tells, places } = await following('numbers.log');
    await appendFile(log, OK + QUOTA);
    await tells('"id":"quota-day-exhausted"');
    await truncate(log, 0);
    await sleep(700);
    await appendFile(log, OK + DNS);
    await tells('"id":"dns-not-found"');
    expect(await places()).toEqual(['dns-not-found 2', 'quota-day-exhausted 3']);
  });
});

it('reads a log the same without WebAssembly', async () => {
  const log = join(folder, 'jitless.log');
  await writeFile(log, (OK.repeat(50) + QUOTA + KEY).repeat(200));
  const [fast, slow] = [[], ['--jitless']].map((flags) => {
    const args = [...flags, BIN, 'explain', log, '--json'];
    return spawnSync(process.execPath, args, { encoding: 'utf8' }).stdout;
  });
  const withoutTime = (text = '') => text.replace(/"durationMs": \d+/, '');
  expect(withoutTime(fast)).toContain('"failures": 400');
  expect(withoutTime(slow)).toBe(withoutTime(fast));
});

describe.skipIf(lacks('script') || lacks('mkfifo'))('on a terminal', () => {
  it('says how far it is while it reads, and leaves nothing of that behind', async () => {
    const pipe = join(folder, 'pipe.log');
    spawnSync('mkfifo', [pipe]);
    const run = runInTerminal(['explain', pipe], { columns: 80 });
    const writer = await open(pipe, constants.O_WRONLY);
    for (let at = 0; at < 5; at += 1) {
      await writer.write(OK.repeat(20_000));
      await sleep(150);
    }
    await writer.write(QUOTA);
    await writer.close();
    const { bytes, screen, exitCode } = await run;
    expect(bytes).toMatch(/[|/\\-] read \d+ MB {2}\d+ MB\/s/);
    expect(bytes).toContain('\u001B[?25h');
    const text = screen.lines.map((line) => line.text).join('\n');
    expect(text).not.toMatch(/MB\/s$/m);
    expect(text).toMatch(/quota-day-exhausted/);
    expect(exitCode).toBe(0);
  });
});
