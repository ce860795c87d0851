import type { Json } from '../json.ts';

/** One kind of filter: its values, and whether they are searched for rather than listed. */
export interface FilterType {
  readonly name: string;
  readonly requiresQuery: boolean;
  /** True when a query is refused instead of ignored. */
  readonly refusesQuery?: true;
  readonly values: readonly Json[];
}

export const DEPARTMENTS = [
  'Business Development',
  'Customer Service',
  'Engineering & Technical',
  'Finance',
  'Human Resources',
  'Information Technology',
  'Legal',
  'Marketing',
  'Operations',
  'Product',
  'Sales',
] as const;

const PLACES: readonly Json[] = [
  { city: 'Utrecht', country: 'Netherlands', continent: 'Europe' },
  { city: 'Boston', state: 'Massachusetts', country: 'United States', continent: 'North America' },
  { city: 'Osaka', country: 'Japan', continent: 'Asia' },
];

export const CONTACT_FILTERS: readonly FilterType[] = [
  { name: 'departments', requiresQuery: false, values: DEPARTMENTS },
  {
    name: 'seniority',
    requiresQuery: false,
    values: ['Non-Manager', 'Manager', 'Director', 'Vice President', 'C-Suite'].map(
      (value, index) => ({ id: index + 1, value }),
    ),
  },
  {
    name: 'existingDataPoints',
    requiresQuery: false,
    values: ['phone', 'work_email', 'mobile_phone', 'direct_phone'],
  },
  { name: 'countries', requiresQuery: false, values: ['Japan', 'Netherlands', 'United States'] },
  { name: 'locations', requiresQuery: true, values: PLACES },
];

export const COMPANY_FILTERS: readonly FilterType[] = [
  { name: 'names', requiresQuery: true, values: ['Amberline Labs', 'Bluefjord Systems'] },
  {
    name: 'sizes',
    requiresQuery: false,
    values: [
      { min: 1, max: 10 },
      { min: 11, max: 50 },
      { min: 51, max: 200 },
    ],
  },
  {
    name: 'revenues',
    requiresQuery: false,
    values: [
      { min: 1, max: 1_000_000 },
      { min: 1_000_001, max: 10_000_000 },
    ],
  },
  { name: 'locations', requiresQuery: true, values: PLACES },
  {
    name: 'sics',
    requiresQuery: false,
    values: [{ code: 7371, description: 'Computer programming services' }],
  },
  {
    name: 'naics',
    requiresQuery: false,
    values: [{ code: 541511, description: 'Custom Computer Programming Services' }],
  },
  {
    name: 'industriesLabels',
    requiresQuery: false,
    values: [{ main_industry: 'Manufacturing', main_industry_id: 5 }],
  },
  { name: 'intentTopics', requiresQuery: false, values: ['Cloud Migration', 'Data Privacy'] },
  { name: 'technologies', requiresQuery: true, values: ['Kubernetes', 'PostgreSQL'] },
];

export const SIGNAL_FILTERS: readonly FilterType[] = [
  {
    name: 'newsEventTypes',
    requiresQuery: false,
    values: ['Funding Round', 'New Location', 'Product Launch'],
  },
  { name: 'hiringByDepartments', requiresQuery: false, values: DEPARTMENTS },
  { name: 'hiringByLocations', requiresQuery: true, values: PLACES },
  {
    name: 'intentCategories',
    requiresQuery: false,
    refusesQuery: true,
    values: ['Technology', 'Finance'],
  },
];
