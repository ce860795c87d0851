import type { SourceNote } from '../../src/model/diagnosis.ts';
import type { ListRow } from '../../src/render/pages/list.ts';
import type { CausePage } from '../../src/render/pages/cause-page.ts';
import type { Meanings } from '../../src/render/meanings.ts';
import { keyHasLineBreak, planLacksOption, sampleDiagnosis } from './sample-reports.ts';

/** Pages of the catalogue as look-ups print them. */

const asPage = { certainty: 'possible', evidence: [], excluded: [] } as const;

const accountInactive = sampleDiagnosis('account-inactive', {
  ...asPage,
  layer: 'account',
  title: 'Your Lusha account is not active',
  tell: 'the message says that the account is not active',
  whoActs: 'Lusha',
  fixes: [
    {
      text: 'Write to Lusha support and ask why the account is closed.',
      command: null,
      verify: null,
      source: 'spec3',
    },
  ],
});

const proxyDenied = sampleDiagnosis('proxy-denied', {
  ...asPage,
  layer: 'proxy',
  title: 'Your proxy refuses connections to Lusha',
  tell: 'the body is HTML, or Via or Server names squid, zscaler or another proxy',
  whoActs: 'your network team',
  fixes: [
    {
      text: 'Ask your network team to allow api.lusha.com:443.',
      command: null,
      verify: null,
      source: 'measured/proxies',
    },
    {
      text: 'If the host may bypass the proxy, say so.',
      command: 'export NO_PROXY=api.lusha.com',
      verify: null,
      source: 'measured/proxies',
    },
  ],
});

export const CAUSE_PAGES: Readonly<Record<string, CausePage>> = {
  'key-has-line-break': {
    diagnosis: { ...keyHasLineBreak, ...asPage },
    statuses: [],
    article: [],
    conflicts: [],
  },
  'plan-lacks-option': {
    diagnosis: { ...planLacksOption, ...asPage },
    statuses: [403],
    article: ['A plan has only a part of the endpoints.'],
    conflicts: [
      {
        id: 'prospecting-plan',
        topic: 'which plans include prospecting',
        statements: [
          { text: 'Scale only.', source: note('article#403', 'documented') },
          { text: 'A free account did it.', source: note('live/2026-02-v2', 'observed') },
        ],
        observed: null,
        action: 'It asks and trusts the answer.',
        causes: ['plan-lacks-option'],
      },
    ],
  },
};

function note(id: string, state: string): SourceNote {
  return { id, title: id, state, checked: '2026-11-20', url: null };
}

export const MEANINGS: Readonly<Record<string, Meanings>> = {
  'explain-403': {
    heading: '403 from the Lusha API',
    rows: [{ ...planLacksOption, ...asPage }, accountInactive, proxyDenied],
    statements: [
      "Lusha's article: Forbidden. Common cause: the plan has no API access (article#overview, documented, 2026-11-20).",
    ],
    given: [],
    remarks: [],
    excluded: [],
    more: [],
    disputes: [{ id: 'prospecting-plan', topic: 'which plans include prospecting' }],
    others: [
      { status: 401, text: 'The key is wrong.' },
      { status: 429, text: 'A quota is used up.' },
    ],
    status: 403,
    lead: "The plan has no API access (Lusha's article).",
    groups: [
      {
        by: 'the words of the answer',
        rows: [
          {
            cause: 'plan-lacks-option',
            sign: '"excludeDnc is not available on your current plan", or another option',
          },
          { cause: 'account-inactive', sign: '"Your account is not active"' },
        ],
      },
      { by: 'the sender: not Lusha', rows: [{ cause: 'proxy-denied', sign: 'an HTML page' }] },
    ],
    tellApart: [
      {
        text: 'Paste the whole answer to tell them apart:',
        command: 'curl -si … | lusha-doctor explain-error -',
        about: [],
      },
      {
        text: 'Or let the tool look:',
        command: 'lusha-doctor check-key',
        about: ['account-inactive', 'proxy-denied'],
      },
    ],
  },
  'explain-403-matched': {
    heading: '403 from the Lusha API',
    rows: [{ ...proxyDenied, certainty: 'certain' }, accountInactive],
    statements: [],
    given: [
      ['endpoint', 'contacts.enrich'],
      ['plan', 'pro'],
    ],
    remarks: ['No endpoint with the path /v3/contacts/enirch is known.'],
    excluded: [
      {
        cause: 'plan-lacks-option',
        title: 'not shown',
        by: 'a proxy answered',
        fact: 'answeredBy',
      },
    ],
    more: [{ cause: 'waf-challenge', tell: 'the body names a firewall' }],
    disputes: [],
    others: [],
    status: 403,
    lead: null,
    groups: [
      {
        by: 'the sender: not Lusha',
        rows: [
          { cause: 'proxy-denied', sign: 'an HTML page' },
          { cause: 'waf-challenge', sign: 'the body names a firewall' },
        ],
      },
      {
        by: 'the words of the answer',
        rows: [{ cause: 'account-inactive', sign: '"not active"' }],
      },
    ],
    tellApart: [],
  },
};

export const CAUSE_ROWS: readonly ListRow[] = [
  keyHasLineBreak,
  planLacksOption,
  accountInactive,
  proxyDenied,
].map(({ cause, layer, title }) => ({ name: cause, columns: [layer, title] }));

export const TABLE = {
  headers: ['endpoint', 'method', 'cost', 'free probe'],
  rows: [
    [
      'contacts.enrich',
      'POST',
      '1 per email, 5 per phone',
      'an empty list, answered with 400 before anything is charged',
    ],
    ['account.usage', 'GET', 'free', 'itself'],
    ['contacts.prospecting.filters', 'GET', 'free', 'a query of two characters'],
  ],
} as const;
