import { sanitizeLine } from '../../redact/sanitize.ts';

/** Workflow commands: lines on stdout that GitHub's runner obeys. */

type AnnotationKind = 'error' | 'warning' | 'notice';

export interface Annotation {
  readonly kind: AnnotationKind;
  readonly title: string;
  /** Lines of the message; line breaks inside one are made visible. */
  readonly lines: readonly string[];
}

/** One annotation as a workflow command on a single line. */
export function annotationCommand({ kind, title, lines }: Annotation): string {
  const message = lines.map((line) => sanitizeLine(line)).join('\n');
  return `::${kind} title=${escapedProperty(sanitizeLine(title))}::${escapedData(message)}`;
}

/**
 * Lines between a command that makes the runner deaf and the one that makes it listen again.
 * `token` must be one that no text in the lines can know.
 */
export function fenced(lines: readonly string[], token: string): string[] {
  return [`::stop-commands::${token}`, ...lines, `::${token}::`];
}

/** The runner's own escapes: `%`, CR and LF in the message. */
function escapedData(text: string): string {
  return text.replaceAll('%', '%25').replaceAll('\r', '%0D').replaceAll('\n', '%0A');
}

/** In a property also `:` and `,`, which would end it. */
function escapedProperty(text: string): string {
  return escapedData(text).replaceAll(':', '%3A').replaceAll(',', '%2C');
}
