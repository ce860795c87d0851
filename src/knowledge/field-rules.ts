import type { Statement } from '../model/cause.ts';
import { FIELD_RENAMES, type FieldRename } from './renames.ts';

/** What to send in place of a field, or of a value in it, that Lusha refuses by its name. */
export interface FieldRule extends Statement {
  /** Finds the field in a refusal: `contacts.0.property contactId should not exist`. */
  readonly refused: RegExp;
}

/** Fields that exist somewhere and are refused where people put them, measured or documented. */
const PLACES: readonly FieldRule[] = [
  {
    refused: refusedName('countryIso2'),
    text: 'A company location takes the full name of the country: {"country":"United States"}. Only contact filters take ISO codes, in countries.',
    source: 'live/2026-09-n8n-tests',
  },
  {
    refused: refusedName('countries'),
    text: 'countries is a filter of contacts and takes two-letter ISO codes. For companies use locations with the full name: {"country":"United States"}.',
    source: 'live/2026-09-n8n-tests',
  },
  {
    refused: refusedName('maxResultsPerSignal'),
    text: 'signals.maxResultsPerSignal is taken by POST /v3/contacts/search only. Take it out here.',
    source: 'live/2026-09-n8n-tests',
  },
  {
    refused: refusedName('sicsCodes'),
    text: 'The filter is called sicCodes.',
    source: 'live/2026-09-n8n-tests',
  },
  {
    refused: refusedName('searchText'),
    text: 'In V3 searchText stands inside filters.contacts.include or filters.companies.include. V2 prospecting refuses it.',
    source: 'live/2026-09-n8n-tests',
  },
  {
    refused: refusedName('filterBy'),
    text: 'filterBy is a word of V2. V3 has filters.contacts.include and filters.companies.include.',
    source: 'live/2026-09-n8n-tests',
  },
  {
    refused: /seeds\.property \S{1,80} should not exist/i,
    text: 'Lookalike takes its seeds as ids: {"seeds":{"ids":[…]}}, at least 5 of them.',
    source: 'live/2026-09-n8n-tests',
  },
  {
    refused: refusedName('(?:funding|industriesLabels)'),
    text: 'Company prospecting takes neither funding nor industriesLabels. Use industry ids from the free filter lists.',
    source: 'live/2026-09-n8n-tests',
  },
];

/** The same for names that V2 used. */
const RENAMES: readonly FieldRule[] = FIELD_RENAMES.filter(({ where }) => where === 'request').map(
  (rename) => ({ refused: refusedName(rename.v2), text: renamed(rename), source: rename.source }),
);

/** What is right for a name that is no longer one, and for one in the wrong place. */
export const FIELD_RULES = { places: PLACES, renames: RENAMES } as const;

function renamed({ v2, v3, note = '' }: FieldRename): string {
  const change = v3 === null ? `Take ${v2} out.` : `In place of ${v2} send ${v3}.`;
  return note === '' ? change : `${change} ${note}`;
}

function refusedName(name: string): RegExp {
  return new RegExp(`\\bproperty (?:\\S{1,80}\\.)?${name} should not exist`, 'i');
}
