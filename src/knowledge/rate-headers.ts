import type { SourceId, SourceState } from '../model/cause.ts';

/** One response header that says something about request limits. Names are in lower case. */
export interface RateHeader {
  readonly name: string;
  readonly figure: 'limit' | 'left' | 'used' | 'reset' | 'wait';
  /** Null where the name does not say. */
  readonly window: 'second' | 'minute' | 'hour' | 'day' | 'month' | null;
  readonly unit: 'requests' | 'seconds' | 'not stated';
}

/** Headers that are named together, and how far the naming is to be trusted. */
export interface RateHeaderFamily {
  readonly id: 'A' | "A'" | 'B' | 'C' | 'D' | 'E' | 'F' | 'G' | 'retry-after';
  readonly state: SourceState;
  readonly note: string;
  readonly headers: readonly RateHeader[];
  readonly sources: readonly SourceId[];
}

const WINDOWS = [
  { window: 'day', adverb: 'daily' },
  { window: 'hour', adverb: 'hourly' },
  { window: 'minute', adverb: 'minute' },
] as const;

const LIMIT_AND_LEFT: readonly RateHeader[] = WINDOWS.flatMap(({ window, adverb }) => [
  { name: `x-rate-limit-${adverb}`, figure: 'limit', window, unit: 'requests' },
  { name: `x-${adverb}-requests-left`, figure: 'left', window, unit: 'requests' },
]);

const DAILY: readonly RateHeader[] = [
  { name: 'x-ratelimit-remaining-daily', figure: 'left', window: 'day', unit: 'not stated' },
  { name: 'x-ratelimit-reset-daily', figure: 'reset', window: 'day', unit: 'not stated' },
];

/** Every family of limit headers that any source names; only the first was ever recorded. */
export const RATE_HEADER_FAMILIES: readonly RateHeaderFamily[] = [
  {
    id: 'A',
    state: 'observed',
    note: 'Limits and requests left were recorded on 200 and 400; the usage three were not.',
    headers: [
      ...LIMIT_AND_LEFT,
      ...WINDOWS.map(({ window, adverb }): RateHeader => ({
        name: `x-${adverb}-usage`,
        figure: 'used',
        window,
        unit: 'requests',
      })),
    ],
    sources: ['live/2026-07-v3-contract', 'docs/rate-limiting'],
  },
  {
    id: "A'",
    state: 'documented',
    note: 'Promised for the 429 answer; no 429 was recorded with its headers.',
    headers: LIMIT_AND_LEFT,
    sources: ['spec3'],
  },
  {
    id: 'B',
    state: 'contradicted',
    note: 'Named by the article, never seen in an answer.',
    headers: [
      { name: 'x-ratelimit-remaining', figure: 'left', window: null, unit: 'not stated' },
      { name: 'x-ratelimit-reset', figure: 'reset', window: null, unit: 'not stated' },
    ],
    sources: ['article#429-headers'],
  },
  {
    id: 'C',
    state: 'documented',
    note: 'Printed in 2025, on the same page as family A.',
    headers: DAILY,
    sources: ['docs/older-guides'],
  },
  {
    id: 'D',
    state: 'documented',
    note: 'Per second, with the daily pair of family C beside it.',
    headers: [
      { name: 'ratelimit-limit', figure: 'limit', window: 'second', unit: 'requests' },
      { name: 'ratelimit-remaining', figure: 'left', window: 'second', unit: 'requests' },
      { name: 'ratelimit-reset', figure: 'reset', window: 'second', unit: 'seconds' },
      ...DAILY,
    ],
    sources: ['spec2'],
  },
  {
    id: 'E',
    state: 'documented',
    note: 'Printed on the overview page of V2.',
    headers: (['day', 'hour', 'minute'] as const).flatMap((window): readonly RateHeader[] => [
      { name: `x-ratelimit-limit-${window}`, figure: 'limit', window, unit: 'not stated' },
      { name: `x-ratelimit-remaining-${window}`, figure: 'left', window, unit: 'not stated' },
    ]),
    sources: ['docs/v2-overview'],
  },
  {
    id: 'F',
    state: 'documented',
    note: 'Printed on one old reference page.',
    headers: [{ name: 'x-ratelimit-limit', figure: 'limit', window: null, unit: 'not stated' }],
    sources: ['docs/older-reference'],
  },
  {
    id: 'G',
    state: 'inferred',
    note: 'Read by one public client; nobody showed an answer that has it.',
    headers: [
      { name: 'x-monthly-requests-left', figure: 'left', window: 'month', unit: 'requests' },
    ],
    sources: ['code/monthly-header'],
  },
  {
    id: 'retry-after',
    state: 'inferred',
    note: "Not documented; Lusha's own MCP client reads it if it is there.",
    headers: [{ name: 'retry-after', figure: 'wait', window: null, unit: 'seconds' }],
    sources: ['code/mcp-client'],
  },
];
