const LEVELS = '▁▂▃▄▅▆▇█';
const ASCII_LEVELS = '_.:-=+*#';

/** Counts as a row of bars of rising height, one character each; a blank where nothing is known. */
export function sparkline(counts: readonly (number | null)[], ascii: boolean): string {
  const levels = ascii ? ASCII_LEVELS : LEVELS;
  const most = Math.max(0, ...counts.map((count) => count ?? 0));
  return counts
    .map((count) => {
      if (count === null) return ' ';
      const level = most === 0 ? 0 : Math.ceil((count / most) * (levels.length - 1));
      return levels.charAt(level);
    })
    .join('');
}
