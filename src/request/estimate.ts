import type { Charge, Endpoint, Json } from '../model/endpoint.ts';
import type { Account } from '../model/report.ts';
import { isList, memberOf } from './walk.ts';

/** The most a call can cost, as far as prices are known. */
export interface Estimate {
  /** Null where no price is published or the call does not say how much it asks for. */
  readonly credits: number | null;
  /** How the figure comes about, one part for each action. */
  readonly parts: readonly string[];
  readonly prices: 'account' | 'list';
}

type Pricing = Account['pricing'];

/** The upper bound of what one call with this body costs. An empty price list means list prices. */
export function estimate(
  endpoint: Endpoint,
  body: Json | undefined,
  pricing: Pricing = [],
): Estimate {
  const prices = pricing.length > 0 ? 'account' : 'list';
  const { cost } = endpoint;
  if (cost.kind === 'free') return { credits: 0, parts: [], prices };
  if (cost.kind === 'unknown' || cost.charges.length === 0) {
    return { credits: null, parts: ['no price is published'], prices };
  }
  const counted = cost.charges
    .filter(({ action }) => isAsked(action, body))
    .map((charge) => partOf(charge, body, pricing));
  const known = counted.every(({ credits }) => credits !== null);
  return {
    credits: known ? counted.reduce((sum, { credits }) => sum + (credits ?? 0), 0) : null,
    parts: counted.map(({ text }) => text),
    prices,
  };
}

/** Without `reveal` both kinds of field are revealed (spec3). */
function isAsked(action: string, body: Json | undefined): boolean {
  const reveal = memberOf(body, 'reveal');
  if (!isList(reveal)) return true;
  if (action === 'revealEmail') return reveal.includes('emails');
  return action === 'revealPhone' ? reveal.includes('phones') : true;
}

function partOf(charge: Charge, body: Json | undefined, pricing: Pricing) {
  const units = unitsOf(charge, body);
  const { credits, per } = priceOf(charge, pricing);
  if (credits === null || units === null) {
    const why = credits === null ? 'no price is published' : 'the number is not known beforehand';
    return { credits: null, text: `${charge.action}: ${why}` };
  }
  const sum = Math.ceil(units / per) * credits;
  const each = per === 1 ? `${credits}` : `${credits} for each started ${per}`;
  return { credits: sum, text: `${charge.action}: ${units} x ${each} = ${sum}` };
}

/** Names under which a price list may carry an action. */
const OTHER_NAMES: ReadonlyMap<string, readonly string[]> = new Map([
  ['reveal_company', ['revealCompany']],
  ['api_search', ['contactSearch', 'companySearch']],
]);

function priceOf({ action, per, credits }: Charge, pricing: Pricing) {
  const names = [action, ...(OTHER_NAMES.get(action) ?? [])];
  const own = pricing.find((price) => names.includes(price.action));
  if (own !== undefined) return { credits: own.credits, per: Math.max(1, own.per) };
  return { credits, per: per === '25 results' ? 25 : 1 };
}

const ITEM_LISTS = [
  'ids',
  'contacts',
  'companies',
  'entityIds',
  'contactIds',
  'companiesIds',
  'companyIds',
];

/** How many units of a charge a body can trigger at most. */
function unitsOf({ per, action }: Charge, body: Json | undefined): number | null {
  if (per === 'request') return 1;
  if (body === undefined) return 1;
  const asked = askedFor(body);
  const items = ITEM_LISTS.map((name) => memberOf(body, name)).filter(isList);
  if (per === '25 results') return asked;
  const count = items.reduce((sum, list) => sum + list.length, 0);
  if (/^(?:lookalike|buyingGroup|export_api)/.test(action)) return asked;
  const types = memberOf(body, 'signalTypes') ?? memberOf(body, 'signals');
  if (per === 'signal' && isList(types) && types.includes('allSignals')) return count;
  if (per === 'signal' && isList(types)) return count * Math.max(1, types.length);
  return items.length === 0 ? null : count;
}

/** The number of results a body asks for. */
function askedFor(body: Json): number | null {
  const paging = memberOf(body, 'pagination') ?? memberOf(body, 'pages');
  const places = [
    memberOf(paging, 'size'),
    memberOf(body, 'pageSize'),
    memberOf(body, 'limit'),
    memberOf(body, 'size'),
  ];
  const size = places.find((value) => typeof value === 'number');
  const companies = memberOf(body, 'companies');
  const each = memberOf(body, 'contactsLimit');
  if (isList(companies) && typeof each === 'number') return companies.length * each;
  return typeof size === 'number' && size >= 0 ? Math.ceil(size) : null;
}
