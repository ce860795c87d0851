import type { Output } from '../../model/io.ts';

/** A line that says what is going on, while it goes on. */
export interface Progress {
  update(text: string): void;
  /** Clears the line and shows the cursor again. May be called twice. */
  stop(): void;
}

const SILENT: Progress = { update: () => {}, stop: () => {} };

/**
 * Shows a spinner with `text`, on a terminal that says how wide it is and nowhere else: ora
 * 9.4.1 writes text and escape codes into a pipe, and at 0 columns it loops without end.
 */
export async function startProgress(
  stderr: Output,
  enabled: boolean,
  text: string,
): Promise<Progress> {
  if (!enabled || !stderr.isTTY || stderr.columns <= 0) return SILENT;
  const { startSpinner } = await import('./spinner.ts');
  return startSpinner(stderr, text);
}
