import type { Contradiction } from './contradiction.ts';

/** Statuses and the bodies that come with them. */
export const ERRORS: readonly Contradiction[] = [
  {
    id: 'rare-statuses',
    topic: 'whether 412, 422 and 503 are ever sent',
    statements: [
      { text: '422 for values that cannot be processed.', source: 'article#422' },
      { text: '503 while the API is down.', source: 'article#503' },
      { text: '412 for a name of one word.', source: 'docs/v2-error-table' },
      { text: 'None of the three is listed; invalid values are 400.', source: 'spec3' },
    ],
    observed: {
      text: 'Values that the article calls 422 were refused with 400.',
      source: 'live/2026-07-v3-contract',
    },
    action: 'It explains all of them, and reads 400 and 422 as the same kind of fault.',
    causes: ['request-unprocessable', 'full-name-incomplete', 'service-down'],
  },
  {
    id: 'error-body',
    topic: 'the shape of an error body',
    statements: [
      { text: 'statusCode, message and a list errors.', source: 'docs/error-codes' },
      { text: 'Tables answer with message and code.', source: 'spec3' },
      { text: 'V2 wraps code and message in error.', source: 'docs/v2-error-table' },
    ],
    observed: {
      text: 'Validation answers with name, code, className and an object errors.',
      source: 'live/2026-07-v3-contract',
    },
    action: 'It reads all shapes: message, errors, error_description, error.message, error.',
    causes: ['request-invalid'],
  },
  {
    id: 'request-id',
    topic: 'where the request id is',
    statements: [
      { text: 'In the response headers, where available.', source: 'article#500' },
      { text: 'In the body, as requestId.', source: 'spec3' },
    ],
    observed: {
      text: 'No header was ever recorded; 404s of the gateway carry request_id in the body.',
      source: 'live/2026-08-public-hosts',
    },
    action: 'It looks into the body first, then into the usual headers.',
    causes: ['service-error'],
  },
  {
    id: 'sunset-header',
    topic: 'whether V2 announces its end in a header',
    statements: [
      {
        text: 'V2 answers carry Sunset since 2026-05-18, and name 2026-11-18.',
        source: 'code/v2-sunset',
      },
      { text: 'V2 is to be deprecated soon; no header is mentioned.', source: 'docs/v2-overview' },
    ],
    observed: null,
    action: 'It reports a Sunset header when there is one, and warns about V2 paths without it.',
    causes: ['endpoint-sunset', 'v2-retired'],
  },
];
