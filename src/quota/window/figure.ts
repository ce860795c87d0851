import type { WatchedWindow } from '../../model/watch.ts';

/** A figure as it stands in an answer, not judged yet. */
export interface StatedFigure {
  readonly window: WatchedWindow;
  /** `wait`: a number of seconds until the reset, whatever its size. */
  readonly figure: 'limit' | 'used' | 'left' | 'reset' | 'wait';
  readonly text: string;
  /** For a person: `header x-rate-limit-daily`. */
  readonly where: string;
}
