import { listOf, objectOf, objectsIn, textOf, type JsonObject } from '../../model/json.ts';
import { usageFromBody } from '../../quota/usage-body.ts';
import { statusIn } from './error-body.ts';

/** A JSON shape that Lusha is known to answer with. */
export interface Contract {
  readonly party: 'lusha' | 'gateway';
  /** `weak`: others answer in the same shape. */
  readonly fit: 'strong' | 'weak';
  readonly kind: 'error' | 'success';
  /** For a person: what was recognised. */
  readonly says: string;
}

interface Rule extends Contract {
  readonly fits: (body: JsonObject, status: number | null) => boolean;
}

/**
 * The shapes, most telling first. Sources: docs/error-codes, spec3, spec2,
 * live/2026-10-key-outcomes (statusCode with error_description, key guard),
 * live/2026-07-v3-contract (className, results with billing), live/2026-02-v2 (contact).
 */
const RULES: readonly Rule[] = [
  {
    ...strong('error', 'statusCode with error_description'),
    fits: (body, status) => hasStatus(body.statusCode, status) && isText(body.error_description),
  },
  {
    ...strong('error', 'statusCode equal to the HTTP status, with a message'),
    fits: (body, status) =>
      hasStatus(body.statusCode, status) && (isSaid(body.message) || isSaid(body.errors)),
  },
  {
    ...strong('error', 'name, code and className of the validation guard'),
    fits: (body, status) =>
      isText(body.className) && isText(body.name) && hasStatus(body.code, status),
  },
  {
    ...strong('error', 'code of a lost lookalike session'),
    fits: (body) =>
      body.code === 'DEDUPE_SESSION_INVALID' ||
      (listOf(body.errors)?.includes('DEDUPE_SESSION_INVALID') ?? false),
  },
  {
    party: 'gateway',
    fit: 'strong',
    kind: 'error',
    says: 'message with request_id, as the gateway writes it',
    fits: (body, status) =>
      isFailure(status) && isText(body.request_id) && (isText(body.message) || isText(body.error)),
  },
  {
    party: 'gateway',
    fit: 'weak',
    kind: 'error',
    says: 'the gateway found no API key',
    fits: ({ message }) => isText(message) && /\bno api key found\b/i.test(message),
  },
  {
    ...strong('success', 'requestId with results'),
    fits: (body) => isText(body.requestId) && listOf(body.results) !== null,
  },
  {
    ...strong('success', 'billing with the credits charged'),
    fits: ({ billing }) => typeof objectOf(billing)?.creditsCharged === 'number',
  },
  {
    ...strong('success', 'credits with rate limits, plan or prices'),
    fits: (body) => usageFromBody(body)?.shape === 'v3',
  },
  {
    ...strong('success', 'isCreditCharged beside the data'),
    fits: (body) => v2Items(body).some((item) => typeof item.isCreditCharged === 'boolean'),
  },
  { ...weak('success', 'account usage'), fits: (body) => usageFromBody(body) !== null },
  {
    ...weak('success', 'data with meta, pagination or totals'),
    fits: ({ data, meta, pagination, totalResults }) =>
      typeof data === 'object' &&
      data !== null &&
      (objectOf(meta) !== null || objectOf(pagination) !== null || totalResults !== undefined),
  },
  {
    ...weak('success', 'credits charged'),
    fits: ({ creditsCharged, creditCharged }) =>
      typeof creditsCharged === 'number' || typeof creditCharged === 'number',
  },
  { ...weak('success', 'a list of results'), fits: ({ results }) => listOf(results) !== null },
  {
    ...weak('success', 'an enrich job'),
    fits: (body) => isText(body.jobId) && isText(body.status),
  },
  {
    ...weak('error', 'error with code and message'),
    fits: ({ error }, status) =>
      hasStatus(objectOf(error)?.code, status) && isSaid(objectOf(error)?.message),
  },
  {
    ...weak('error', 'message with the status as code'),
    fits: (body, status) => hasStatus(body.code, status) && isSaid(body.message),
  },
  {
    ...weak('error', 'a message and nothing else'),
    fits: (body, status) =>
      isFailure(status) && isSaid(body.message) && Object.keys(body).length === 1,
  },
];

/** The Lusha contract a parsed body fits, judged with the HTTP status where it is known. */
export function contractOf(json: unknown, status: number | null): Contract | null {
  const body = objectOf(json);
  const rule = body === null ? undefined : RULES.find(({ fits }) => fits(body, status));
  if (rule === undefined) return null;
  const { party, fit, kind, says } = rule;
  return { party, fit, kind, says };
}

/** The wrapped items of a V2 answer: one contact, or a map or list of contacts or companies. */
export function v2Items(body: JsonObject): readonly JsonObject[] {
  const several = [body.contacts, body.companies].flatMap(
    (items) => listOf(items) ?? Object.values(objectOf(items) ?? {}),
  );
  return objectsIn([body.contact, body.company, ...several]);
}

function strong(kind: Contract['kind'], says: string): Contract {
  return { party: 'lusha', fit: 'strong', kind, says };
}

function weak(kind: Contract['kind'], says: string): Contract {
  return { party: 'lusha', fit: 'weak', kind, says };
}

function hasStatus(value: unknown, status: number | null): boolean {
  const stated = statusIn(value);
  if (stated === null) return false;
  return status === null ? stated >= 400 : stated === status && isFailure(status);
}

function isFailure(status: number | null): boolean {
  return status === null || status >= 400;
}

function isText(value: unknown): value is string {
  return textOf(value) !== null;
}

function isSaid(value: unknown): boolean {
  return isText(value) || (listOf(value)?.some(isText) ?? false);
}
