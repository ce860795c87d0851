import { Jumps } from '../../../reading/logs/jumps.ts';
import { Survey } from '../../../reading/logs/survey.ts';
import { count } from '../../../render/format.ts';
import { sanitizeLine } from '../../../redact/sanitize.ts';
import type { LogSource } from './log.ts';
import type { LogOptions } from './options.ts';
import { showSummary } from './show.ts';
import { summaryOf } from './summary.ts';
import { logJudge, type LogVerdict } from './verdict.ts';
import type { Lookup } from '../lookup.ts';
import { stopCode } from '../../../run/stop-code.ts';

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
  const files = sources.filter(({ isPipe }) => isPipe !== true);
  let isCaughtUp = files.length === 0;
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
  let behind = files.length;
  const onRest = (): void => {
    behind -= 1;
    if (behind > 0 || isCaughtUp) return;
    isCaughtUp = true;
    const { total, rows } = survey.tally;
    tell(
      'caught-up',
      io.clock.now(),
      null,
      `${total} failed so far, ${count(rows.length, 'kind')}; waiting for more`,
    );
  };
  await Promise.all(sources.map((source) => followOne(source, survey, onRest)));
  const read = sources.map(({ name }) => ({ name, problem: null }));
  const duration = io.clock.elapsed() - startedAt;
  const summary = summaryOf(survey, read, duration, options, lookup);
  const exitCode = await showSummary(summary, lookup);
  return io.signal.aborted ? stopCode(io.signal.reason) : exitCode;
}

/** Looks at a file without a new byte after which a line without an end is read as it is. */
const RESTS_IN_LINE = 20;

/**
 * Follows one source. What can be gone through again is a file that begins anew: its lines are
 * counted from 1 again.
 */
async function followOne(
  source: LogSource,
  survey: Survey<LogVerdict>,
  onRest: () => void,
): Promise<void> {
  let hasRested = false;
  let isMore = true;
  while (isMore) {
    isMore = await followFile(source, survey, () => {
      if (hasRested) return;
      hasRested = true;
      onRest();
    });
  }
}

/**
 * An empty chunk means that this is all for now. What may go on is held back until the next one: a
 * trace until it has come to its end, a line much longer. False when nothing came.
 */
async function followFile(
  { name, chunks, isPipe = false }: LogSource,
  survey: Survey<LogVerdict>,
  onRest: () => void,
): Promise<boolean> {
  const file = survey.open(name);
  let isEmpty = true;
  let isInLine = false;
  let rests = 0;
  for await (const chunk of chunks) {
    isEmpty = false;
    file.push(chunk);
    if (chunk.length > 0) {
      rests = 0;
      isInLine = chunk.at(-1) !== NEWLINE;
      // A pipe says nothing when it rests.
      if (isPipe && !isInLine) file.flush();
      continue;
    }
    rests += 1;
    if (rests === (isInLine ? RESTS_IN_LINE : 2)) file.flush();
    // What the file held at first is counted by now, its last entry too.
    if (rests > 1) onRest();
  }
  file.end();
  return !isEmpty;
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
