import { companyOf, type Company } from './companies.ts';
import { pick, numberFrom, opaqueId } from './hash.ts';
import { canonical, type ContactIdentity } from '../account/identity.ts';
import { itemErrorOf, type ItemError, type Stage } from '../item-error.ts';
import type { JsonObject } from '../json.ts';
import { remember, type World } from '../world.ts';

/** Invented names; nobody is meant. */
const FIRST = [
  'Ada',
  'Bruno',
  'Carla',
  'Dario',
  'Edda',
  'Farid',
  'Greta',
  'Hugo',
  'Ines',
  'Jonas',
  'Kaia',
  'Leon',
  'Mira',
  'Nils',
  'Olga',
  'Pavel',
] as const;
const LAST = [
  'Ashgrove',
  'Birkwell',
  'Cintrano',
  'Dunmarsh',
  'Elmqvistad',
  'Fernhallow',
  'Grimsandt',
  'Holmbrook',
  'Istervale',
  'Jarnefield',
  'Kestrelby',
  'Lindemoor',
] as const;
const JOBS = [
  { title: 'Vice President of Sales', department: 'Sales', seniority: 'Vice President' },
  { title: 'Head of Growth', department: 'Marketing', seniority: 'Director' },
  { title: 'Engineering Manager', department: 'Engineering & Technical', seniority: 'Manager' },
  { title: 'Chief Financial Officer', department: 'Finance', seniority: 'C-Suite' },
  { title: 'Recruiter', department: 'Human Resources', seniority: 'Non-Manager' },
  { title: 'Product Owner', department: 'Product', seniority: 'Senior' },
] as const;
const PLACES = [
  { city: 'Utrecht', country: 'Netherlands', countryIso2: 'NL', continent: 'Europe', isEu: true },
  { city: 'Porto', country: 'Portugal', countryIso2: 'PT', continent: 'Europe', isEu: true },
  {
    city: 'Boston',
    country: 'United States',
    countryIso2: 'US',
    continent: 'North America',
    isEu: false,
  },
  { city: 'Osaka', country: 'Japan', countryIso2: 'JP', continent: 'Asia', isEu: false },
] as const;

/** What can be revealed of a contact. */
export const CONTACT_FIELDS = ['emails', 'phones'] as const;
export type ContactField = (typeof CONTACT_FIELDS)[number];

/** A person who does not exist. */
export interface Person {
  readonly id: string;
  readonly firstName: string;
  readonly lastName: string;
  readonly job: (typeof JOBS)[number];
  readonly place: (typeof PLACES)[number];
  readonly company: Company;
  readonly linkedin: string;
  readonly email: string;
  /** From the range that is reserved for fiction: 555-0100 to 555-0199. */
  readonly phone: string;
}

/** The person behind an id, made up on the spot if nobody was asked for by it before. */
export function inventPerson(world: World, id: string): Person {
  return personOf(world, id, world.contacts.get(id) ?? {});
}

/** Finds the person an identity stands for, or the error the item gets instead. */
export function findPerson(
  world: World,
  identity: ContactIdentity,
  stage: Stage,
): Person | ItemError {
  if (identity.id !== undefined) return personById(world, identity.id, stage);
  const error = itemErrorOf(world, canonical(identity), 'Contact', stage);
  if (error !== null) return error;
  const id = opaqueId(world.seed, 'contact', canonical(identity));
  remember(world.contacts, id, identity);
  return personOf(world, id, identity);
}

/** Finds the person behind an id of this or an earlier answer. */
export function personById(world: World, id: string, stage: Stage): Person | ItemError {
  const known = world.contacts.get(id) ?? {};
  const error = itemErrorOf(world, canonical({ ...known, id }), 'Contact', stage);
  return error ?? personOf(world, id, known);
}

function personOf(world: World, id: string, known: ContactIdentity): Person {
  const firstName = known.firstName ?? pick(FIRST, world.seed, id, 'first');
  const lastName = known.lastName ?? pick(LAST, world.seed, id, 'last');
  const slug = `${firstName}.${lastName}`.toLowerCase().replaceAll(/[^a-z.]/g, '') || 'somebody';
  return {
    id,
    firstName,
    lastName,
    job: pick(JOBS, world.seed, id, 'job'),
    place: pick(PLACES, world.seed, id, 'place'),
    company: companyOf(
      world,
      known.companyDomain === undefined && known.companyName === undefined
        ? { id: opaqueId(world.seed, 'employer', id) }
        : { domain: known.companyDomain, name: known.companyName },
    ),
    linkedin: known.linkedinUrl ?? `https://linkedin.example/in/${slug.replace('.', '-')}`,
    email: known.email ?? `${slug}@example.com`,
    phone: `+1 202-555-01${String(numberFrom(100, world.seed, id, 'phone')).padStart(2, '0')}`,
  };
}

/** A person as search, prospecting and lookalike show them: nothing personal. */
export function preview(person: Person, cost: (field: ContactField) => number): JsonObject {
  return {
    id: person.id,
    firstName: person.firstName,
    lastName: person.lastName,
    jobTitle: jobTitle(person),
    company: employer(person),
    location: { country: person.place.country, city: person.place.city },
    socialLinks: { linkedin: person.linkedin },
    has: [
      'firstName',
      'lastName',
      'jobTitle',
      'company',
      'location',
      'socialLinks',
      'emails',
      'phones',
    ],
    canReveal: CONTACT_FIELDS.map((field) => ({ field, credits: cost(field) })),
  };
}

/** A person as enrich shows them. */
export function profile(person: Person, fields: readonly ContactField[]): JsonObject {
  const { place } = person;
  return {
    id: person.id,
    firstName: person.firstName,
    lastName: person.lastName,
    fullName: `${person.firstName} ${person.lastName}`,
    jobTitle: jobTitle(person),
    location: {
      country: place.country,
      countryIso2: place.countryIso2,
      city: place.city,
      continent: place.continent,
      isEuContact: place.isEu,
    },
    tags: [],
    emails: fields.includes('emails')
      ? [{ email: person.email, type: 'work', confidence: 'A+', updateDate: '2026-09-01' }]
      : undefined,
    phones: fields.includes('phones')
      ? [{ number: person.phone, type: 'mobile', doNotCall: false, updateDate: '2026-09-01' }]
      : undefined,
    company: { ...employer(person), industry: person.company.industry },
    socialLinks: { linkedin: person.linkedin },
    previousEmployment: [],
    updateDate: '2026-09-01',
  };
}

export function jobTitle(person: Person): JsonObject {
  return {
    title: person.job.title,
    departments: [person.job.department],
    seniority: person.job.seniority,
  };
}

export function employer(person: Person): JsonObject {
  return { id: person.company.id, name: person.company.name, domain: person.company.domain };
}
