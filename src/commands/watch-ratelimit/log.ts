import { factsOf } from '../../evidence/facts.ts';
import { maskCredentials } from '../../redact/credentials.ts';
import type { Exchange } from '../../model/exchange.ts';
import { LogReader } from '../../quota/log/log-reader.ts';
import type { LoggedAnswer } from '../../quota/log/logged-answer.ts';
import { learnFrom } from './sample.ts';
import { unreadable, type Setting, type Source } from './source.ts';
import { textLines } from './text-lines.ts';

/** A log that grows in steps: after so many ms of quiet the last answer in it is complete. */
const QUIET_MS = 300;
const OLD_MS = 120_000;

/** Reads what others got from Lusha, out of a pipe or a file. Makes no call. */
export function openLog(setting: Setting, path: string | null): Source {
  const { io, session, signal } = setting;
  return {
    what: path === null ? 'log on stdin' : `log ${path}`,
    key: null,
    nextAt: () => null,
    because: () => null,
    close: () => Promise.resolve(),
    async run() {
      const problem = path === null ? null : await unreadable('--file', path, io);
      if (problem !== null) return problem;
      const chunks = path === null ? io.stdin.chunks(signal) : io.files.chunks(path, signal);
      await follow(setting, chunks);
      if (!signal.aborted) session.conclude('the log ended');
      return null;
    },
  };
}

async function follow(setting: Setting, chunks: AsyncIterable<Uint8Array>): Promise<void> {
  const { io, signal, pause } = setting;
  const reader = new LogReader();
  const lines = textLines(chunks)[Symbol.asyncIterator]();
  const ended = stopped(signal);
  let pending = lines.next();
  while (!signal.aborted) {
    const quiet = new AbortController();
    const idle = io.clock.sleep(QUIET_MS, quiet.signal).then(() => null);
    const next = await Promise.race([pending, idle]);
    quiet.abort();
    await pause.over(signal);
    if (next === null) {
      take(setting, reader.flush());
      await Promise.race([pending, ended]);
      continue;
    }
    if (next.done === true) break;
    take(setting, reader.take(next.value));
    pending = lines.next();
  }
  take(setting, reader.flush());
}

function stopped(signal: AbortSignal): Promise<void> {
  return new Promise((resolve) => {
    if (signal.aborted) resolve();
    else signal.addEventListener('abort', () => resolve(), { once: true });
  });
}

function take({ io, session }: Setting, answers: readonly LoggedAnswer[]): void {
  for (const answer of answers) {
    const ours = answer.at ?? io.clock.now();
    const exchange = exchangeOf(answer, ours);
    const facts = factsOf(exchange, { now: ours });
    const { sample, layer } = learnFrom({ exchange, facts }, 'log', session.serverClock, ours);
    const failed = answer.status !== null && answer.status >= 400;
    // The log may be from last night; then its own times are the present.
    if (Math.abs(ours - io.clock.now()) > OLD_MS) session.replayTo(sample.at);
    session.take({
      sample: { ...sample, call: failed ? sample.call : null },
      layer: failed ? layer : null,
    });
  }
}

function exchangeOf({ status, headers, body, method, path }: LoggedAnswer, at: number): Exchange {
  return {
    door: 'pasted',
    startedAt: at,
    request: {
      ...(method === null ? {} : { method }),
      ...(path === null ? {} : { path }),
    },
    phases: [],
    response: {
      status: status ?? 200,
      statusText: '',
      headers,
      body: {
        text: maskCredentials(body.trim()),
        wireBytes: body.length,
        bytes: body.length,
        notes: [],
      },
    },
  };
}
