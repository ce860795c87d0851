const COLOURS = /\u001B\[[\d;]{0,40}[A-Za-z]/g;

/** A text without the marks by which terminals colour it. */
export function withoutColours(text: string): string {
  return text.includes('\u001B') ? text.replace(COLOURS, '') : text;
}
