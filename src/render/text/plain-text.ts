import { sanitizeLine } from '../../redact/sanitize.ts';
import type { Theme } from './theme.ts';

/** Signs that catalogue texts use, and what stands for them where only ASCII arrives. */
const IN_ASCII: Readonly<Record<string, string>> = {
  '–': '-',
  '—': '-',
  '‑': '-',
  '−': '-',
  '“': '"',
  '”': '"',
  '„': '"',
  '‘': "'",
  '’': "'",
  '…': '...',
  '·': '-',
  '•': '*',
  '→': '->',
  '←': '<-',
  '×': 'x',
  '≤': '<=',
  '≥': '>=',
  '⏎': '<LF>',
  '✓': 'ok',
  '✗': 'x',
};

/** One line of text as this theme may show it: sanitised, and reduced to ASCII when asked for. */
export function plainText(theme: Pick<Theme, 'ascii'>, text: string): string {
  const line = sanitizeLine(text);
  return theme.ascii && !/^[\x20-\x7e]*$/.test(line) ? toAscii(line) : line;
}

/** Accents fall away, known signs are spelt, the rest becomes a question mark. */
function toAscii(text: string): string {
  const spelt = text.replace(/[^\x20-\x7e]/gu, (sign) => IN_ASCII[sign] ?? sign);
  return spelt
    .normalize('NFKD')
    .replace(/\p{Mark}/gu, '')
    .replace(/[^\x20-\x7e]/gu, '?');
}
