import type { Header } from '../model/exchange.ts';
import { WATCHED_WINDOWS, type Sample, type WatchedWindow } from '../model/watch.ts';
import type { StatedFigure } from './window/figure.ts';
import { judgeWindow, type Statement } from './judge.ts';
import { limitFromMessage } from './window/limit-message.ts';
import { retryAfterSeconds } from './window/reset-time.ts';
import { figuresInHeaders, figuresInUsage } from './window/stated.ts';
import { usageFromBody } from './usage-body.ts';

/** The parts of an answer that may say something about limits. */
export interface AnswerParts {
  readonly status: number | null;
  readonly headers: readonly Header[];
  /** The parsed body, or null. */
  readonly json: unknown;
  /** The error text of the body. */
  readonly message: string | null;
  /** Epoch milliseconds by the server's clock. */
  readonly now: number;
}

/** Everything an answer says about limits and credits. */
export type Reading = Pick<Sample, 'windows' | 'credits' | 'plan' | 'retryAt' | 'oddities'>;

/** Reads every place of an answer that can state a limit; each number keeps its provenance. */
export function readingOf(answer: AnswerParts): Reading {
  const { headers, json, now } = answer;
  const statements: readonly Statement[] = [
    { source: 'message', figures: figuresInMessage(answer) },
    { source: 'body', figures: figuresInUsage(json) },
    { source: 'header', figures: figuresInHeaders(headers) },
  ];
  const judged = WATCHED_WINDOWS.map((name) => judgeWindow(name, statements, now));
  const usage = usageFromBody(json);
  const wait = waitIn(headers, now);
  return {
    windows: judged.flatMap(({ reading }) => (reading === null ? [] : [reading])),
    credits: usage?.account.credits ?? null,
    plan: usage?.account.plan ?? null,
    retryAt: wait === null || 'why' in wait ? null : now + wait.seconds * 1000,
    oddities: [
      ...judged.flatMap(({ oddities }) => oddities),
      ...(wait !== null && 'why' in wait ? [wait.why] : []),
    ],
  };
}

/** The text of a 429 names the window that refused: nothing is left of it. */
function figuresInMessage({ status, message }: AnswerParts): readonly StatedFigure[] {
  if (message === null || (status !== null && status !== 429)) return [];
  const stated = limitFromMessage(message);
  if (stated === null || stated.reason !== 'window' || stated.window === null) return [];
  const window: WatchedWindow = stated.window;
  const figure = (what: StatedFigure['figure'], value: number | null): readonly StatedFigure[] =>
    value === null ? [] : [{ window, figure: what, text: String(value), where: 'message' }];
  return [
    ...figure('left', 0),
    ...figure('limit', stated.limit),
    ...figure('wait', stated.resetSeconds),
  ];
}

function waitIn(headers: readonly Header[], now: number) {
  const text = headers.find(({ name }) => name.toLowerCase() === 'retry-after')?.value;
  if (text === undefined) return null;
  const seconds = retryAfterSeconds(text, now);
  if (seconds !== null) return { seconds };
  return { why: `header retry-after: "${text.slice(0, 60)}" is neither seconds nor a date` };
}
