import type { Source } from '../../model/cause.ts';

/** Calls to the real API that others recorded and published. The date is the call's own. */
export const LIVE_SOURCES = {
  'live/2025-08-429': seen('a 429 with its text', '2025-08-29'),
  'live/2026-02-v2': seen('V2 calls on a free account of 40 credits', 'February 2026'),
  'live/2026-06-free-plan': seen('V3 calls on a free account', '2026-06-24'),
  'live/2026-07-v2-contract': seen('V2 calls on a professional account', 'July 2026'),
  'live/2026-07-v3-contract': seen(
    'V3 calls on a professional account',
    '2026-07-15 to 2026-07-30',
  ),
  'live/2026-08-public-hosts': seen('public hosts, called without a key', '2026-08-13'),
  'live/2026-10-key-outcomes': seen('calls without a key and with wrong keys', '2026-10-06'),
} as const satisfies Record<string, Source>;

function seen(what: string, when: string): Source {
  return {
    title: `Recorded by a third party: ${what} (${when})`,
    state: 'observed',
    checked: '2026-11-20',
  };
}
