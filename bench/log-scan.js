/**
 * How fast a log is read: beside `grep -c ' 429 '` on the same file in the same run, and how much
 * memory a stream of several gigabytes takes. The file is made here and removed again; the stream is
 * made on the fly.
 *
 *   node bench/log-scan.js [megabytes of the file] [gigabytes of the stream] [rounds]
 */

import { spawn, spawnSync } from 'node:child_process';
import { appendFileSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { once } from 'node:events';

const [fileMegabytes = 512, streamGigabytes = 5, rounds = 5] = process.argv.slice(2).map(Number);
const PROGRAM = new URL('../bin/lusha-doctor.js', import.meta.url).pathname;
const MEGABYTE = 1_000_000;
const BLOCK_LINES = 60_000;

/** One failure in a hundred lines; the numbers beside the status are what real logs have. */
function block() {
  const lines = [];
  for (let at = 0; at < BLOCK_LINES; at += 1) {
    const two = (/** @type {number} */ number) => String(number % 60).padStart(2, '0');
    const time = `2026-11-23T14:${two(Math.floor(at / 1000))}:${two(Math.floor(at / 17))}.${String(at % 1000).padStart(3, '0')}Z`;
    const status = at % 100 === 7 ? [429, 401, 503, 403][Math.floor(at / 100) % 4] : 200;
    const id = (Math.imul(at, 2_654_435_761) >>> 0).toString(16).padStart(8, '0');
    lines.push(
      at % 3 === 0
        ? `{"time":"${time}","level":"${status === 200 ? 'info' : 'warn'}","msg":"enrich","method":"POST","url":"https://api.lusha.com/v3/contacts/enrich","status": ${status} ,"ms":${(at * 37) % 900},"id":"${id}","items":25}`
        : `${time} INFO worker-${at % 8} POST https://api.lusha.com/v3/contacts/enrich ${status} ${(at * 37) % 900}ms request_id=${id}-aaaa-4bbb-8ccc-0000${id} batch=${at} items=25`,
    );
  }
  return Buffer.from(`${lines.join('\n')}\n`);
}

/** Wall time of a command, in milliseconds. */
function timed(/** @type {string} */ command, /** @type {readonly string[]} */ args) {
  const startedAt = performance.now();
  const ran = spawnSync(command, args, { maxBuffer: 1 << 26 });
  if (ran.error !== undefined || ran.stdout.length === 0) {
    throw new Error(`${command} failed: ${ran.stderr.toString()}`);
  }
  return performance.now() - startedAt;
}

/** @param {readonly number[]} numbers */
function median(numbers) {
  return numbers.toSorted((a, b) => a - b)[Math.floor(numbers.length / 2)] ?? Number.NaN;
}

const folder = mkdtempSync(join(tmpdir(), 'log-scan-'));
const file = join(folder, 'app.log');
try {
  const bytes = block();
  writeFileSync(file, '');
  let size = 0;
  while (size < fileMegabytes * MEGABYTE) {
    appendFileSync(file, bytes);
    size += bytes.length;
  }
  /** @type {Record<'ours' | 'grep', number[]>} */
  const times = { ours: [], grep: [] };
  for (let round = 0; round < rounds; round += 1) {
    times.grep.push(timed('grep', ['-c', ' 429 ', file]));
    times.ours.push(timed(process.execPath, [PROGRAM, 'explain', file, '--json']));
  }
  const [own, greps] = [median(times.ours), median(times.grep)];
  const ratios = times.ours.map((ms, at) => ms / (times.grep[at] ?? Number.NaN));
  console.log(
    `file       ${(size / MEGABYTE).toFixed(0)} MB, 1 % failures, ${rounds} rounds, medians`,
  );
  console.log(`grep -c    ${greps.toFixed(0)} ms  ${(size / 1000 / greps).toFixed(0)} MB/s`);
  console.log(
    `explain    ${own.toFixed(0)} ms  ${(size / 1000 / own).toFixed(0)} MB/s, start-up included`,
  );
  console.log(`ratio      ${median(ratios).toFixed(2)} times grep (median of the rounds)`);

  const child = spawn(process.execPath, [PROGRAM, 'explain', '-', '--json'], {
    stdio: ['pipe', 'ignore', 'inherit'],
  });
  const startedAt = performance.now();
  let sent = 0;
  let peak = 0;
  while (sent < streamGigabytes * 1000 * MEGABYTE) {
    if (!child.stdin.write(bytes)) await once(child.stdin, 'drain');
    sent += bytes.length;
    if (process.platform === 'linux' && child.exitCode === null) {
      const status = readFileSync(`/proc/${child.pid}/status`, 'utf8');
      peak = Math.max(peak, Number(/VmHWM:\s+(\d+)/.exec(status)?.[1] ?? 0));
    }
  }
  child.stdin.end();
  const [code] = await once(child, 'exit');
  const ms = performance.now() - startedAt;
  console.log(`stream     ${(sent / 1000 / MEGABYTE).toFixed(1)} GB through a pipe, exit ${code}`);
  console.log(
    `           ${(sent / 1000 / ms).toFixed(0)} MB/s, peak ${(peak / 1000).toFixed(0)} MB of memory`,
  );
} finally {
  rmSync(folder, { recursive: true, force: true });
}
