import type { Statement } from '../model/cause.ts';

/** A word of the trade as Lusha uses it. */
export interface Term extends Statement {
  readonly term: string;
  /** Other spellings and words for it. */
  readonly also: readonly string[];
  /** The page that says more. */
  readonly see: string;
}

export const GLOSSARY: readonly Term[] = [
  {
    term: 'credit',
    also: ['credits'],
    text: 'The currency of an account: what is found and revealed is paid with it. All keys and products share one pool. No request limit.',
    source: 'docs/mcp-faq',
    see: 'prices',
  },
  {
    term: 'data point',
    also: ['datapoint', 'data points'],
    text: 'One email or one phone of a contact, or one field of a company. Charged once for each account.',
    source: 'docs/billing',
    see: 'repeated-look-ups',
  },
  {
    term: 'reveal',
    also: ['unlock', 'revealed'],
    text: 'To have an email, a phone or company data shown in full, for credits. The field reveal says which.',
    source: 'spec3',
    see: 'missing-data',
  },
  {
    term: 'canReveal',
    also: ['can reveal', 'has'],
    text: 'In a search answer: what enrich could reveal and for how many credits. 0 means already revealed. has lists what exists.',
    source: 'spec3',
    see: 'repeated-look-ups',
  },
  {
    term: 'enrichment',
    also: ['enrich', 'enriching'],
    text: 'To complete a known contact or company: emails, phones, company data, by id.',
    source: 'spec3',
    see: 'which-endpoint',
  },
  {
    term: 'prospecting',
    also: ['prospect'],
    text: 'To find contacts or companies you do not know yet, by filters such as job title, country and size.',
    source: 'spec3',
    see: 'which-endpoint',
  },
  {
    term: 'seed',
    also: ['seeds'],
    text: 'An example from which lookalikes are found; 5 to 100 of them.',
    source: 'spec3',
    see: 'lookalikes',
  },
  {
    term: 'persona',
    also: ['personas', 'champion', 'end user'],
    text: 'The part a contact plays in a purchase: decision_maker, potential_champion or end_user.',
    source: 'docs/buying-group',
    see: 'buying-group',
  },
  {
    term: 'intent',
    also: ['intent topics', 'buyer intent'],
    text: 'A sign that a company looks for a product: topics for the filter intentTopics of company prospecting.',
    source: 'spec3',
    see: 'filters',
  },
  {
    term: 'DNC',
    also: ['do not call', 'doNotCall', 'excludeDnc'],
    text: 'Do not call: a mark on a phone. excludeDnc leaves such phones out, on Scale.',
    source: 'spec2',
    see: 'privacy',
  },
  {
    term: 'unified credits',
    also: ['unified', 'pricing version'],
    text: 'A version of the prices in which emails and phones are paid one by one. On V2 revealEmails and revealPhones need it.',
    source: 'spec2',
    see: 'plan-lacks-unified-credits',
  },
  {
    term: 'clientReferenceId',
    also: ['client reference id', 'reference id'],
    text: 'A text of your own for each item of a request; it comes back with the result.',
    source: 'spec3',
    see: 'identifiers',
  },
  {
    term: 'dedupeSessionId',
    also: ['dedupe session', 'session id'],
    text: 'The session of a lookalike search: send it to get results you have not had. It lives for 30 days.',
    source: 'spec3',
    see: 'lookalikes',
  },
  {
    term: 'partial profile',
    also: ['includePartialProfiles', 'partial profiles'],
    text: 'A contact of whom only some fields are known. includePartialProfiles is true unless you say otherwise.',
    source: 'spec3',
    see: 'missing-data',
  },
  {
    term: 'confidence',
    also: ['A+', 'confidence score'],
    text: 'How sure an email is: a band such as A+ or A, from the score of the contact.',
    source: 'spec3',
    see: 'freshness',
  },
  {
    term: 'account manager',
    also: ['CSM', 'sales rep'],
    text: 'Your contact at Lusha, who can switch on endpoints and options for your account.',
    source: 'article#403',
    see: 'support',
  },
];
