import type { CheckStatus, Report, Verdict } from '../../model/report.ts';
import { count } from '../format.ts';
import { sanitizeLine } from '../../redact/sanitize.ts';

/** States and numbers as words, for formats without glyphs and columns. */

export const STATUS_WORDS = {
  ok: 'ok',
  warn: 'warning',
  fail: 'failed',
  unknown: 'could not check',
  skip: 'skipped',
} satisfies Record<CheckStatus, string>;

export const VERDICT_WORDS = {
  PASS: 'passed',
  FAIL: 'failed',
  UNKNOWN: 'could not check',
} satisfies Record<Verdict, string>;

/** `1 failed, 4 ok`: every state that occurs, worst first. */
export function countsInWords({ summary }: Report): string {
  const { fail, unknown, warn, ok, skip } = summary;
  const parts = [
    fail > 0 ? `${fail} failed` : '',
    unknown > 0 ? `${unknown} could not be checked` : '',
    warn > 0 ? count(warn, 'warning') : '',
    ok > 0 ? `${ok} ok` : '',
    skip > 0 ? `${skip} skipped` : '',
  ].filter((part) => part !== '');
  return parts.length > 0 ? parts.join(', ') : 'nothing checked';
}

/** Sanitised text whose columns, made of several blanks, become a list with commas. */
export function withoutColumns(text: string): string {
  return sanitizeLine(text).trim().replace(/ {2,}/g, ', ');
}

/** Text with one full stop at its end, however it ended before. */
export function sentence(text: string): string {
  const bare = withoutColumns(text);
  return /[.!?]$/.test(bare) ? bare : `${bare}.`;
}

/** Text that begins with a capital letter. */
export function capital(text: string): string {
  return text.charAt(0).toUpperCase() + text.slice(1);
}
