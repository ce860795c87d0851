import type { WindowName } from '../../model/fact.ts';
import type { Provenance, QuotaWindow } from '../../model/report.ts';

/** Shortest first, the order in which windows are reported. */
export const WINDOW_NAMES: readonly WindowName[] = ['minute', 'hour', 'day'];

/** What one place says about one window; null for what it does not say. */
export interface WindowFigures {
  readonly limit: number | null;
  readonly used: number | null;
  readonly left: number | null;
  /** ISO time. */
  readonly resetsAt: string | null;
}

/** A window from what was stated, or null when nothing usable was. */
export function quotaWindow(
  name: WindowName,
  figures: WindowFigures,
  source: Provenance,
): QuotaWindow | null {
  const { limit, used, left } = consistent(figures);
  const { resetsAt } = figures;
  if (limit === null && used === null && left === null && resetsAt === null) return null;
  return { name, limit, used, left, resetsAt, source };
}

type Amounts = Pick<WindowFigures, 'limit' | 'used' | 'left'>;

/**
 * Figures that contradict each other become null: which of them is wrong cannot be known.
 * More used than the limit with nothing left is no contradiction, a plan may have shrunk.
 */
export function consistent({ limit, used, left }: Amounts): Amounts {
  if (limit === null || left === null) return { limit, used, left };
  if (left > limit) return { limit: null, used, left: null };
  if (used === null || used + left === limit || (left === 0 && used > limit)) {
    return { limit, used, left };
  }
  return { limit, used: null, left: null };
}

/**
 * One list of windows from several, the most trusted first. A later list only fills what the
 * earlier ones leave open, and never half of the pair used/left: the two were counted together.
 * The source stays that of the most trusted list that knows the window.
 */
export function mergeWindows(
  ...lists: readonly (readonly QuotaWindow[])[]
): readonly QuotaWindow[] {
  return WINDOW_NAMES.flatMap((name) => {
    const [first, ...others] = lists.flatMap((list) => list.filter((one) => one.name === name));
    return first === undefined ? [] : [others.reduce(fill, first)];
  });
}

function fill(known: QuotaWindow, other: QuotaWindow): QuotaWindow {
  const counted = known.used !== null || known.left !== null;
  const amounts = consistent({
    limit: known.limit ?? other.limit,
    used: counted ? known.used : other.used,
    left: counted ? known.left : other.left,
  });
  const contradicted = counted && amounts.used === null && amounts.left === null;
  const { limit, used, left } = contradicted ? known : amounts;
  return { ...known, limit, used, left, resetsAt: known.resetsAt ?? other.resetsAt };
}

/** The window that is used up; of several the longest, because it holds back the longest. */
export function emptyWindow(windows: readonly QuotaWindow[]): QuotaWindow | null {
  const empty = windows.filter(({ left }) => left === 0);
  return empty.toSorted((a, b) => rankOf(b.name) - rankOf(a.name))[0] ?? null;
}

function rankOf(name: WindowName): number {
  return WINDOW_NAMES.indexOf(name);
}
