import { numberFrom, opaqueId, pick } from './hash.ts';
import { canonical, type CompanyIdentity } from '../account/identity.ts';
import { itemErrorOf, type ItemError, type Stage } from '../item-error.ts';
import { jsonRecord, type Json, type JsonObject } from '../json.ts';
import { remember, type World } from '../world.ts';

const WORDS = [
  'Amberline',
  'Bluefjord',
  'Coppertide',
  'Driftwood',
  'Eastmoor',
  'Fernway',
  'Goldcrest',
  'Harborlight',
  'Ironleaf',
  'Juniper',
] as const;
const KINDS = ['Labs', 'Logistics', 'Systems', 'Works', 'Partners'] as const;
const INDUSTRIES = [
  'Technology, Information & Media',
  'Manufacturing',
  'Financial Services',
  'Transportation & Logistics',
] as const;
const SIZES = [
  { min: 11, max: 50 },
  { min: 51, max: 200 },
  { min: 201, max: 500 },
  { min: 1001, max: 5000 },
] as const;
const PLACES = [
  { city: 'Rotterdam', country: 'Netherlands', countryIso2: 'NL', continent: 'Europe' },
  {
    city: 'Denver',
    state: 'Colorado',
    country: 'United States',
    countryIso2: 'US',
    continent: 'North America',
  },
  { city: 'Turku', country: 'Finland', countryIso2: 'FI', continent: 'Europe' },
] as const;

/** Fields of a company that are revealed and charged one by one. */
export const COMPANY_FIELDS = [
  'employeesByDepartment',
  'employeesByLocation',
  'employeesBySeniority',
  'competitors',
  'intent',
  'estimatedAnnualItSpend',
  'monthlyWebsiteTraffic',
  'directParent',
  'ultimateParent',
] as const;
export type CompanyField = (typeof COMPANY_FIELDS)[number];

/** A company that does not exist. */
export interface Company {
  readonly id: string;
  readonly name: string;
  readonly domain: string;
  readonly industry: string;
  readonly employees: { readonly exact: number; readonly min: number; readonly max: number };
  readonly place: JsonObject;
}

/** What is known of a company before it is looked up. */
interface Known {
  readonly id?: string | undefined;
  readonly name?: string | undefined;
  readonly domain?: string | undefined;
}

/** Finds the company an identity stands for, or the error the item gets instead. */
export function findCompany(
  world: World,
  identity: CompanyIdentity,
  stage: Stage,
): Company | ItemError {
  if (identity.id !== undefined) return companyById(world, identity.id, stage);
  return itemErrorOf(world, canonical(identity), 'Company', stage) ?? companyOf(world, identity);
}

/** Finds the company behind an id of this or an earlier answer. */
export function companyById(world: World, id: string, stage: Stage): Company | ItemError {
  const known = world.companies.get(id) ?? {};
  const error = itemErrorOf(world, canonical({ ...known, id }), 'Company', stage);
  return error ?? companyOf(world, { id });
}

/** The company for what is known of it: equal input, equal company. */
export function companyOf(world: World, known: Known): Company {
  const { seed } = world;
  const id =
    known.id ?? opaqueId(seed, 'company', (known.domain ?? known.name ?? '').trim().toLowerCase());
  if (known.id === undefined) {
    remember(world.companies, id, without(known));
  }
  const told = world.companies.get(id) ?? {};
  const name =
    told.name ??
    nameOf(told.domain) ??
    `${pick(WORDS, seed, id, 'w')} ${pick(KINDS, seed, id, 'k')}`;
  const size = pick(SIZES, seed, id, 'size');
  return {
    id,
    name,
    domain: told.domain ?? `${name.toLowerCase().replaceAll(/[^a-z0-9]+/g, '-')}.example`,
    industry: pick(INDUSTRIES, seed, id, 'industry'),
    employees: { exact: size.min + numberFrom(size.max - size.min, seed, id, 'staff'), ...size },
    place: pick(PLACES, seed, id, 'place'),
  };
}

/**
 * A company as search, prospecting and lookalike show it. Without canReveal: its schema in spec3 allows
 * emails and phones only, while the example there names the fields of a company.
 */
export function companyPreview(company: Company): JsonObject {
  return {
    id: company.id,
    name: company.name,
    domain: company.domain,
    employeeCount: company.employees,
    industry: company.industry,
    location: company.place,
    socialLinks: { linkedin: linkedinOf(company) },
    has: ['companyType', 'yearFounded', 'socialLinks', ...COMPANY_FIELDS],
  };
}

/** A company as enrich shows it, with the extra fields that were asked for. */
export function companyProfile(
  world: World,
  company: Company,
  fields: readonly CompanyField[],
): JsonObject {
  const extra = extras(world, company);
  return {
    id: company.id,
    name: company.name,
    domain: company.domain,
    companyType: 'Private Company',
    yearFounded: 1990 + numberFrom(30, world.seed, company.id, 'year'),
    employeeCount: company.employees,
    industry: company.industry,
    location: company.place,
    socialLinks: { linkedin: linkedinOf(company) },
    ...jsonRecord(fields, (field) => [field, extra[field]]),
  };
}

/** Every extra field of a company. */
function extras(world: World, company: Company): Readonly<Record<CompanyField, Json>> {
  const { exact } = company.employees;
  const relative = (kind: string): JsonObject => {
    const { id, name, domain } = companyOf(world, { id: opaqueId(world.seed, kind, company.id) });
    return { id, name, domain };
  };
  return {
    employeesByDepartment: [
      { department: 'Sales', count: Math.ceil(exact / 4) },
      { department: 'Engineering & Technical', count: Math.ceil(exact / 3) },
    ],
    employeesByLocation: [{ ...company.place, count: exact }],
    employeesBySeniority: [
      { seniority: 'Manager', count: Math.ceil(exact / 5) },
      { seniority: 'Non-Manager', count: Math.ceil(exact / 2) },
    ],
    competitors: [relative('competitor')],
    intent: { detectedTopics: [{ topic: 'Cloud Migration', score: 60 }] },
    estimatedAnnualItSpend: { amount: exact * 1000, currency: 'USD' },
    monthlyWebsiteTraffic: { visits: exact * 50, monthOverMonthChange: 0.02 },
    directParent: relative('parent'),
    ultimateParent: relative('owner'),
  };
}

function linkedinOf(company: Company): string {
  return `https://linkedin.example/company/${encodeURIComponent(company.name.toLowerCase().replaceAll(' ', '-'))}`;
}

function nameOf(domain: string | undefined): string | undefined {
  const label = domain?.replace(/^www\./, '').split('.')[0];
  return label === undefined || label === '' ? undefined : label[0]?.toUpperCase() + label.slice(1);
}

function without({ name, domain }: Known): CompanyIdentity {
  return {
    ...(name === undefined ? {} : { name }),
    ...(domain === undefined ? {} : { domain }),
  };
}
