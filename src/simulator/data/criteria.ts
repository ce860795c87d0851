import { anything, list, text, type Shape } from '../shape.ts';

/**
 * Names that prospecting filters may have (spec3). Hardly any of their values is looked into: the
 * API takes most of them silently.
 */
const CONTACT_CRITERIA = [
  'names',
  'jobTitles',
  'jobTitlesExactMatch',
  'normalizedJobTitles',
  'searchText',
  'countries',
  'locations',
  'seniorityIds',
  'departments',
  'linkedinUrls',
  'existingDataPoints',
  'existingDataPointsCondition',
  'signals',
  'emails',
  'previousEmails',
  'previousJobTitle',
  'skills',
  'certifications',
  'awards',
  'ids',
  'jobChangedAfterDate',
  'jobChangedLastViewDate',
  'education',
  'score',
  'geographicDetails',
] as const;

const COMPANY_CRITERIA = [
  'names',
  'domains',
  'ids',
  'searchText',
  'locations',
  'sizes',
  'revenues',
  'technologies',
  'technologiesCondition',
  'industriesLabels',
  'mainIndustriesIds',
  'subIndustriesIds',
  'intentTopics',
  'intentTopicsCondition',
  'intentTopicsOperator',
  'intentMinScore',
  'intentMaxScore',
  'topicCountThreshold',
  'sicCodes',
  'naicsCodes',
  'signals',
  'funding',
  'foundedYear',
  'businessModel',
  'companyType',
  'linkedinUrls',
  'keywords',
  'exactKeywords',
  'keywordsSearchFields',
  'specialities',
  'exactSpecialities',
  'previousCompanyDomains',
  'previousCompanyNames',
  'geographicDetails',
  'locationsZipcodes',
  'headquarterZipcodes',
] as const;

/** Optional fields of any value, for `object`. */
function anyOf(names: readonly string[]): Readonly<Record<string, Shape<unknown>>> {
  return Object.fromEntries(names.map((name) => [name, anything()]));
}

export const CONTACT_CRITERIA_FIELDS = {
  ...anyOf(CONTACT_CRITERIA),
  departments: list(text()),
};
export const COMPANY_CRITERIA_FIELDS = anyOf(COMPANY_CRITERIA);
/** The few contact filters a search for companies takes (spec3). */
export const RESTRICTED_CONTACT_FIELDS = {
  ...anyOf(['jobTitles', 'seniorityIds', 'skills', 'locations', 'existingDataPoints']),
  departments: list(text()),
};

/** Company filters that cannot stand beside contact filters in one search (spec3). */
export const NOT_WITH_CONTACTS = [
  'searchText',
  'signals',
  'intentTopics',
  'intentTopicsCondition',
  'intentTopicsOperator',
  'intentMinScore',
  'intentMaxScore',
  'technologies',
] as const;
