import type { Cause } from '../../model/cause.ts';
import { AFTER_FIX } from '../retries.ts';
import { corrected, resent } from './own-call.ts';

const refused = {
  layer: 'request',
  subject: 'failure',
  severity: 'fail',
  whoActs: 'you',
  retry: AFTER_FIX,
  credits: {
    text: 'A refused request is not charged.',
    source: 'live/2026-07-v3-contract',
  },
} as const;

const GENERIC = /^(validation failed|invalid request parameters)/i;
/** The name of the status: no more than the status says. */
const BAD_REQUEST = /^bad request/i;
const NOT_PARSED = /unexpected (token|end|non-whitespace)|in JSON at position|not valid JSON/i;
const CONTENT_TYPE =
  /content-?type\b.*(must|should|required|missing)|unsupported (media|content)[ -]type/i;

/** 400: what was sent is incomplete or malformed. Wrong field names are in `request-fields`. */
export const requestCauses = [
  {
    ...refused,
    id: 'request-invalid',
    title: 'A parameter is missing or has an invalid value',
    when: [{ status: 400 }, { message: GENERIC }, { message: BAD_REQUEST }],
    unless: [{ message: /api key/i }, { status: 422 }],
    signs: [
      { facts: { status: 400, answeredBy: ['lusha', 'gateway'] }, makes: 'likely' },
      { facts: { message: GENERIC }, makes: 'likely' },
    ],
    tell: 'the body names the parameter, in message, in errors[] or in both',
    meaning:
      'Lusha understood the request as far as the key, and refused its content. The answer normally says which parameter it means: {message|read message and errors[]}.',
    reasons: [
      { text: 'A required parameter is missing.', source: 'article#400' },
      {
        text: 'A value has the wrong format: an e-mail address that is none, or a country that is not a two-letter ISO code.',
        source: 'article#400',
      },
      {
        text: 'A POST went out without Content-Type: application/json.',
        source: 'live/2026-07-v3-contract',
      },
      {
        text: 'A field is asked for in reveal that canReveal of this contact does not offer.',
        source: 'code/integrations',
      },
    ],
    fixes: [
      ...corrected({
        text: 'Read the response body; it usually names the invalid parameter.',
        source: 'article#400',
      }),
      {
        text: 'Compare your request with the reference of the endpoint at docs.lusha.com and add what is required.',
        source: 'article#400',
      },
      {
        text: 'Send e-mail addresses in valid form and countries as two-letter ISO codes.',
        source: 'article#400',
      },
    ],
    notes: [
      {
        text: 'Code that goes on after an error hides a 400: one integration never worked, and only its unchanged balance showed it.',
        source: 'live/2026-07-v3-contract',
      },
      {
        text: 'A malformed key is a 400 as well, with the message "Invalid API key format".',
        source: 'live/2026-10-key-outcomes',
      },
    ],
    sources: ['article#400', 'article#overview', 'docs/error-codes', 'spec3'],
  },
  {
    ...refused,
    id: 'body-badly-formatted',
    title: 'The request body is not valid JSON',
    when: [{ status: 400 }, { message: /badly formatted request/i }],
    unless: [{ message: /unexpected token '?</i }],
    signs: [
      { facts: { message: /badly formatted request/i }, makes: 'certain' },
      { facts: { status: 400, message: NOT_PARSED }, makes: 'certain' },
    ],
    tell: 'the message says "Badly formatted request", or names a position in the JSON',
    meaning: 'Lusha could not parse what you sent, so no parameter was looked at.',
    reasons: [
      { text: 'A quote, comma or brace is missing, or a comma is left over.', source: 'inferred' },
      {
        text: 'The shell changed the text: single quotes around the body are missing, or a variable inside it was not replaced.',
        source: 'inferred',
      },
      { text: 'The body was sent as a form and not as JSON.', source: 'inferred' },
    ],
    fixes: [
      {
        text: 'Save the body as body.json and have it parsed.',
        command: 'node -e \'JSON.parse(require("node:fs").readFileSync("body.json", "utf8"))\'',
        source: 'inferred',
        verify: {
          command: 'node -e \'JSON.parse(require("node:fs").readFileSync("body.json", "utf8"))\'',
          expect: 'no output and exit 0',
        },
      },
      ...resent('/v3/contacts/search', {
        text: 'Send it from the file (curl --data-binary @body.json) with Content-Type: application/json.',
        source: 'live/2026-07-v3-contract',
      }),
    ],
    sources: ['docs/error-codes', 'spec3'],
  },
  {
    ...refused,
    id: 'content-type-missing',
    title: 'The request does not say that its body is JSON',
    when: [{ status: 415 }, { message: CONTENT_TYPE }],
    unless: [{ failure: /./ }],
    signs: [
      { facts: { message: CONTENT_TYPE }, makes: 'certain' },
      { facts: { status: 415 }, makes: 'likely' },
    ],
    tell: 'the status is 415, or the message names the content type',
    meaning: 'Every POST to Lusha needs the header Content-Type: application/json.',
    reasons: [
      { text: 'The client sent no Content-Type.', source: 'live/2026-07-v3-contract' },
      { text: 'curl -d announces a form unless told otherwise.', source: 'inferred' },
    ],
    fixes: [
      ...resent('/v3/contacts/search', {
        text: 'Add the header Content-Type: application/json.',
        source: 'live/2026-07-v3-contract',
      }),
    ],
    sources: ['live/2026-07-v3-contract', 'docs/authentication'],
  },
  {
    ...refused,
    id: 'identifier-missing',
    title: 'An item does not say enough to identify a person or company',
    when: [
      { status: 400 },
      { message: /must have a combination of/i },
      { errors: /must have a combination of/i },
    ],
    signs: [
      { facts: { message: /must have a combination of/i }, makes: 'certain' },
      { facts: { errors: /must have a combination of/i }, makes: 'certain' },
    ],
    tell: 'the message says "must have a combination of", and lists them: 1. linkedin url 2. full name + company domain',
    meaning: 'Each item needs one complete identifier. A name alone is not one.',
    reasons: [
      {
        text: 'A contact needs id, or linkedinUrl, or email, or firstName with lastName and companyName or companyDomain.',
        source: 'spec3',
      },
      { text: 'A company needs id, name or domain.', source: 'spec3' },
      {
        text: 'On POST /v2/person only email and linkedinUrl were accepted alone.',
        source: 'live/2026-07-v2-contract',
      },
    ],
    fixes: [
      ...resent('/v3/contacts/search', {
        text: 'Add the missing half to the item, or drop items that have no complete identifier before you send.',
        source: 'spec3',
      }),
    ],
    sources: ['spec3', 'live/2026-07-v3-contract'],
  },
  {
    ...refused,
    id: 'reveal-empty',
    title: 'The list reveal is empty',
    when: [
      { message: /reveal must contain at least 1/i },
      { errors: /reveal must contain at least 1/i },
    ],
    signs: [
      { facts: { message: /reveal must contain at least 1/i }, makes: 'certain' },
      { facts: { errors: /reveal must contain at least 1/i }, makes: 'certain' },
    ],
    tell: 'the message says "reveal must contain at least 1 elements"',
    meaning: 'Enrich needs to know what to reveal. An empty list asks for nothing and is refused.',
    reasons: [
      {
        text: 'The list is computed and came out empty, for example after filtering.',
        source: 'inferred',
      },
    ],
    fixes: [
      ...resent('/v3/contacts/enrich', {
        text: 'Send reveal with "emails", "phones" or both. For contacts, leaving reveal out means both; each is charged.',
        source: 'spec3',
      }),
      {
        text: 'Ask only for fields that has and canReveal of the search answer offer.',
        source: 'code/integrations',
      },
    ],
    notes: [
      {
        text: 'lusha-doctor sends exactly this as a free probe of the endpoint.',
        source: 'live/2026-07-v3-contract',
      },
    ],
    sources: ['live/2026-07-v3-contract', 'spec3'],
  },
] as const satisfies readonly Cause[];
