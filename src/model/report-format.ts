/** The forms a report can be written in. `terminal` is for people, `linear` for screen readers. */
export const FORMATS = [
  'terminal',
  'linear',
  'json',
  'ndjson',
  'github',
  'junit',
  'markdown',
] as const;
export type Format = (typeof FORMATS)[number];
