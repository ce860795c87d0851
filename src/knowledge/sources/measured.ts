import type { Source } from '../../model/cause.ts';

/** Our own measurements on a loopback interface, and our own reasoning. */
export const MEASURED_SOURCES = {
  'measured/dirty-keys': measured('what HTTP clients do with a damaged key'),
  'measured/relays': measured('what relays do with the header api_key'),
  'measured/redirects': measured('what clients send along a redirect'),
  'measured/node-errors': measured('how faults show in Node'),
  'measured/proxies': measured('how proxies refuse'),
  inferred: {
    title: 'Concluded from the other sources, not stated by any of them',
    state: 'inferred',
    checked: '2026-11-20',
  },
} as const satisfies Record<string, Source>;

function measured(what: string): Source {
  return { title: `Measured on loopback: ${what}`, state: 'observed', checked: '2026-11-20' };
}
