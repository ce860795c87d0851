import { span } from '../format.ts';

/** How far the reading of a log is. */
export interface Reading {
  readonly bytes: number;
  /** Bytes there are to read; null where nobody knows, as of a pipe. */
  readonly total: number | null;
  /** Since the reading began. */
  readonly ms: number;
}

const CELLS = 20;
const MEGABYTE = 1e6;
const GIGABYTE = 1e9;

/**
 * `[=====>              ] 24 %  38 s left  310 MB/s  1.2 of 5.0 GB`: what matters most comes first,
 * because a narrow terminal cuts the rest off. ASCII, as the spinner beside it.
 */
export function readingText({ bytes, total, ms }: Reading): string {
  const rate = (bytes / Math.max(1, ms)) * 1000;
  const speed = `${Math.round(rate / MEGABYTE)} MB/s`;
  if (total === null || total === 0 || bytes === 0)
    return `read ${sizeText(bytes, bytes)}  ${speed}`;
  const share = Math.min(1, bytes / total);
  const left = span(Math.ceil(Math.max(0, total - bytes) / Math.max(rate, 1)));
  const size = `${sizeText(bytes, total).replace(/ .*/, '')} of ${sizeText(total, total)}`;
  return `${barOf(share)} ${Math.floor(share * 100)} %  ${left} left  ${speed}  ${size}`;
}

function barOf(share: number): string {
  const done = Math.floor(share * CELLS);
  const head = done < CELLS ? '>' : '';
  return `[${`${'='.repeat(done)}${head}`.padEnd(CELLS)}]`;
}

/** In the unit that fits `scale`. */
function sizeText(bytes: number, scale: number): string {
  return scale < GIGABYTE
    ? `${Math.round(bytes / MEGABYTE)} MB`
    : `${(bytes / GIGABYTE).toFixed(1)} GB`;
}
