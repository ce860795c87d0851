import { Jumps } from '../logs/jumps.ts';
import { Survey } from '../logs/survey.ts';
import { sanitizeLine } from '../render/sanitize.ts';
import type { LogSource } from './explain-log.ts';
import type { LogOptions } from './explain-log-options.ts';
import { showSummary } from './explain-log-show.ts';
import { summaryOf } from './explain-log-summary.ts';
import { logJudge, type LogVerdict } from './explain-log-verdict.ts';
import type { Lookup } from './explain-lookup.ts';
import { stopCode } from './stop-code.ts';

const NEWLINE = 10;

/** Something worth a line while a log grows. */
interface FollowEvent {
  readonly event: 'caught-up' | 'new' | 'jump';
  /** ISO time. */
  readonly at: string;
  readonly id: string | null;
  readonly text: string;
}

/**
 * Reads logs and goes on as they grow: a line for each new kind of failure and for each rate that
 * jumps, the summary at the end. What a file holds at the start is counted without a word.
 */
export async function followLogs(
  sources: readonly LogSource[],
  options: LogOptions,
  lookup: Lookup,
): Promise<number> {
  const { io } = lookup;
  const startedAt = io.clock.elapsed();
  const now = io.clock.now();
  const jumps = new Jumps();
  const tell = teller(lookup);
  let isCaughtUp = sources.every(({ name }) => name === 'stdin');
  const survey: Survey<LogVerdict> = new Survey<LogVerdict>({
    judge: logJudge(lookup.stated, now),
    now,
    since: options.since,
    onCounted: ({ id, title, diagnosis }, at, isNew) => {
      const when = at ?? io.clock.now();
      const jump = jumps.add(id, when);
      if (!isCaughtUp || diagnosis === null) return;
      if (isNew) tell('new', when, id, `${title} (explain ${id.replace(/^status-/, '')})`);
      if (jump !== null) {
        const { perMinute, usualPerMinute } = jump;
        tell('jump', when, id, `${perMinute} this minute, usually ${usualPerMinute}`);
      }
    },
  });
  let behind = sources.length;
  const onRest = (): void => {
    behind -= 1;
    if (behind > 0 || isCaughtUp) return;
    isCaughtUp = true;
    const { total, rows } = survey.tally;
    tell(
      'caught-up',
      io.clock.now(),
      null,
      `${total} failed so far, ${rows.length} kinds; waiting for more`,
    );
  };
  await Promise.all(sources.map((source) => followOne(source, survey, onRest)));
  const read = sources.map(({ name }) => ({ name, problem: null }));
  const duration = io.clock.elapsed() - startedAt;
  const summary = summaryOf(survey, read, duration, options, lookup);
  const exitCode = await showSummary(summary, lookup);
  return io.signal.aborted ? stopCode(io.signal.reason) : exitCode;
}

/** An empty chunk means that this is all for now; a second one, that the line is not going on. */
async function followOne(
  { name, chunks }: LogSource,
  survey: Survey<LogVerdict>,
  onRest: () => void,
): Promise<void> {
  const file = survey.open(name);
  let hasRested = false;
  let isInLine = false;
  for await (const chunk of chunks) {
    file.push(chunk);
    if (chunk.length > 0) isInLine = chunk.at(-1) !== NEWLINE;
    if (!isInLine) file.flush();
    if (chunk.length > 0) continue;
    isInLine = false;
    if (hasRested) continue;
    hasRested = true;
    onRest();
  }
  file.end();
}

function teller({ io, output }: Lookup) {
  return (event: FollowEvent['event'], at: number, id: string | null, text: string): void => {
    const iso = new Date(at).toISOString();
    const told: FollowEvent = { event, at: iso, id, text };
    const line = `${iso.slice(0, 19)}Z  ${event.padEnd(9)}  ${id === null ? '' : `${id}  `}${text}`;
    const isJson = output.format === 'json' || output.format === 'ndjson';
    io.stdout.write(isJson ? `${JSON.stringify(told)}\n` : `${sanitizeLine(line)}\n`);
  };
}
