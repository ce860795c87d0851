import { ok, wrongUsage, type Result } from '../model/problem.ts';
import type { WatchedWindow, WatchView, WindowOutlook } from '../model/watch.ts';

const OPERATORS = {
  '>': (a: number, b: number) => a > b,
  '>=': (a: number, b: number) => a >= b,
  '<': (a: number, b: number) => a < b,
  '<=': (a: number, b: number) => a <= b,
  '=': (a: number, b: number) => a === b,
};
type Operator = keyof typeof OPERATORS;

/** What `--until` waits for, for example `day.left>100` or `hour.left>=10%`. */
export interface Condition {
  readonly text: string;
  readonly subject: 'minute' | 'hour' | 'day' | 'month' | 'credits';
  readonly figure: 'left' | 'used' | 'limit';
  readonly operator: Operator;
  readonly amount: number;
  readonly isShare: boolean;
}

/** What `--fail-below` demands of every window, for example `10%` or `50`. */
export interface Floor {
  readonly text: string;
  readonly amount: number;
  readonly isShare: boolean;
}

const CONDITION =
  /^(minute|hour|day|month|credits)\.(left|used|limit)(>=|<=|>|<|=)(\d{1,9}(?:\.\d{1,3})?)(%?)$/;
const FLOOR = /^(\d{1,9}(?:\.\d{1,3})?)(%?)$/;

/** Reads the value of `--until`. */
export function conditionOf(text: string): Result<Condition> {
  const [, subject, figure, operator, amount, percent] =
    CONDITION.exec(text.replace(/\s/g, '')) ?? [];
  const window = (['minute', 'hour', 'day', 'month', 'credits'] as const).find(
    (w) => w === subject,
  );
  const what = (['left', 'used', 'limit'] as const).find((f) => f === figure);
  if (window === undefined || what === undefined || !isOperator(operator)) {
    return wrongUsage(
      'bad-condition',
      `--until does not understand "${text}".`,
      "Window, figure, comparison, number:  --until 'day.left>100'  or  --until 'hour.left>=10%'",
    );
  }
  const isShare = percent === '%';
  return ok({ text, subject: window, figure: what, operator, amount: Number(amount), isShare });
}

/** Reads the value of `--fail-below`. */
export function floorOf(text: string): Result<Floor> {
  const [, amount, percent] = FLOOR.exec(text.trim()) ?? [];
  const isShare = percent === '%';
  if (amount === undefined || (isShare && Number(amount) > 100)) {
    return wrongUsage(
      'bad-floor',
      `--fail-below takes a number of requests or a share, not "${text}".`,
      'For example:  --fail-below 10%',
    );
  }
  return ok({ text, amount: Number(amount), isShare });
}

function isOperator(text: string | undefined): text is Operator {
  return text !== undefined && Object.hasOwn(OPERATORS, text);
}

/** Whether the condition holds; null when the figures it needs are not known. */
export function holds(condition: Condition, view: WatchView): boolean | null {
  const figures = figuresOf(condition.subject, view);
  const value = figures?.[condition.figure] ?? null;
  const threshold = thresholdOf(condition, figures?.limit ?? null);
  if (value === null || threshold === null) return null;
  return OPERATORS[condition.operator](value, threshold);
}

interface Figures {
  readonly limit: number | null;
  readonly used: number | null;
  readonly left: number | null;
}

function figuresOf(subject: Condition['subject'], view: WatchView): Figures | null {
  if (subject === 'credits') {
    const { credits } = view;
    return credits === null
      ? null
      : { limit: credits.total, used: credits.used, left: credits.left };
  }
  const window = view.windows.find(({ name }) => name === subject);
  if (window === undefined) return null;
  const { limit, used, left } = window;
  return { limit: limit?.value ?? null, used: used?.value ?? null, left: left?.value ?? null };
}

function thresholdOf({ amount, isShare }: Floor, limit: number | null): number | null {
  if (!isShare) return amount;
  return limit === null ? null : (limit * amount) / 100;
}

/** The windows with less left than the floor allows. */
export function windowsBelow(floor: Floor, windows: readonly WindowOutlook[]): WindowOutlook[] {
  return windows.filter(({ limit, left }) => {
    const threshold = thresholdOf(floor, limit?.value ?? null);
    return threshold !== null && left !== null && left.value < threshold;
  });
}

/** When an empty account can be used again, and which window decides that. */
export interface Release {
  readonly window: WatchedWindow;
  /** Epoch milliseconds; null when nobody knows. */
  readonly at: number | null;
}

/** The release from the wall: the empty window that is reset last. Null when nothing is empty. */
export function releaseOf(windows: readonly WindowOutlook[]): Release | null {
  const empty = windows.filter(({ pace }) => pace === 'empty');
  const unknown = empty.find(({ resetsAt }) => resetsAt === null);
  const latest = empty
    .filter(({ resetsAt }) => resetsAt !== null)
    .toSorted((a, b) => (b.resetsAt?.value ?? 0) - (a.resetsAt?.value ?? 0))[0];
  const decisive = latest ?? unknown;
  return decisive === undefined
    ? null
    : { window: decisive.name, at: decisive.resetsAt?.value ?? null };
}
