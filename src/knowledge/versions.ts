import type { SourceId } from '../model/cause.ts';

/** The day V2 was announced to stop. What it answers since then was not observed. */
export const V2_END = { date: '2026-11-18', source: 'code/v2-sunset' } as const;

/** Something that changed for everybody who calls the API. */
export interface VersionEvent {
  /** `YYYY-MM-DD`. */
  readonly date: string;
  readonly what: string;
  readonly source: SourceId;
}

export const VERSION_EVENTS: readonly VersionEvent[] = [
  { date: '2025-01-14', what: 'Person API V1 is given up', source: 'docs/person-v1' },
  {
    date: '2026-05-18',
    what: 'V2 answers are said to carry a Sunset header from now on',
    source: 'code/v2-sunset',
  },
  { date: '2026-06-02', what: '2.3.0: website visits', source: 'docs/changelog' },
  { date: '2026-06-16', what: "Lusha's n8n node moves to V3", source: 'code/n8n-node' },
  { date: '2026-07-21', what: '2.5.0: tables', source: 'docs/changelog' },
  { date: '2026-07-27', what: '2.6.0: waterfall reveal', source: 'docs/changelog' },
  {
    date: '2026-08-05',
    what: '2.7.0: intent signals; startDate at most 90 days back, maxResultsPerSignal at most 50',
    source: 'docs/changelog',
  },
  { date: '2026-08-11', what: '2.8.0: signal scores', source: 'docs/changelog' },
  {
    date: '2026-08-12',
    what: '2.9.0: buying groups; decision-makers removed',
    source: 'docs/changelog',
  },
  { date: '2026-08-13', what: '2.10.0: social links of companies', source: 'docs/changelog' },
  {
    date: '2026-09-23',
    what: '2.16.0: parent companies; waterfall on all paid plans',
    source: 'docs/changelog',
  },
  { date: V2_END.date, what: 'announced end of V2', source: V2_END.source },
];
