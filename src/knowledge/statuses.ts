import type { Statement } from '../model/cause.ts';

/** An HTTP status and what it means when it comes back from a Lusha call. */
export interface StatusEntry {
  readonly status: number;
  /** The reason phrase of the HTTP standard, or the usual word. */
  readonly name: string;
  readonly meaning: string;
  readonly commonCause: Statement;
  /** What else is worth knowing at first sight. */
  readonly note?: Statement;
  /**
   * `article`: in the overview table of Lusha's error article; `lusha`: the API sends it, the
   * article does not list it; `on-the-way`: other parties send it in Lusha's place.
   */
  readonly origin: 'article' | 'lusha' | 'on-the-way';
  /** Statuses that this one is mistaken for. */
  readonly apartFrom?: readonly number[];
}

const ARTICLE = 'article#overview';

/** In ascending order of status. */
export const STATUSES: readonly StatusEntry[] = [
  {
    status: 200,
    name: 'OK',
    meaning: 'Success',
    commonCause: {
      text: 'The request was carried out.',
      source: ARTICLE,
    },
    note: { text: 'Single items in it can still have failed.', source: 'spec3' },
    origin: 'article',
  },
  {
    status: 201,
    name: 'Created',
    meaning: 'Created, perhaps in part',
    commonCause: {
      text: 'Webhook subscriptions or a table were created; results[].success tells which.',
      source: 'spec3',
    },
    origin: 'lusha',
  },
  {
    status: 301,
    name: 'Moved Permanently',
    meaning: 'Sent elsewhere for good',
    commonCause: {
      text: 'Something between you and Lusha, or the base URL, points elsewhere. The API itself never redirects.',
      source: 'inferred',
    },
    note: {
      text: 'A client that follows it hands the key to the other host.',
      source: 'measured/redirects',
    },
    origin: 'on-the-way',
  },
  {
    status: 302,
    name: 'Found',
    meaning: 'Sent elsewhere',
    commonCause: { text: 'A login page or a portal wants to be seen first.', source: 'inferred' },
    note: {
      text: 'A client that follows it hands the key to the other host.',
      source: 'measured/redirects',
    },
    origin: 'on-the-way',
  },
  {
    status: 303,
    name: 'See Other',
    meaning: 'Sent elsewhere with GET',
    commonCause: { text: 'A login page or a portal wants to be seen first.', source: 'inferred' },
    origin: 'on-the-way',
  },
  {
    status: 307,
    name: 'Temporary Redirect',
    meaning: 'Sent elsewhere for now',
    commonCause: {
      text: 'A portal or a proxy rewrites the way, often from http to https.',
      source: 'inferred',
    },
    origin: 'on-the-way',
  },
  {
    status: 308,
    name: 'Permanent Redirect',
    meaning: 'Sent elsewhere for good',
    commonCause: { text: 'The base URL is outdated or has the wrong scheme.', source: 'inferred' },
    origin: 'on-the-way',
  },
  {
    status: 400,
    name: 'Bad Request',
    meaning: 'Bad request',
    commonCause: {
      text: 'A parameter is missing or invalid.',
      source: ARTICLE,
    },
    note: {
      text: 'A key that is no UUID is answered with 400 too.',
      source: 'live/2026-10-key-outcomes',
    },
    origin: 'article',
    apartFrom: [401, 422],
  },
  {
    status: 401,
    name: 'Unauthorized',
    meaning: 'Unauthorized',
    commonCause: {
      text: 'The API key is missing, invalid or revoked.',
      source: ARTICLE,
    },
    note: {
      text: 'The key belongs into the header api_key; in any other it counts as missing.',
      source: 'docs/authentication',
    },
    origin: 'article',
    apartFrom: [400, 403],
  },
  {
    status: 402,
    name: 'Payment Required',
    meaning: 'No credits for it',
    commonCause: {
      text: 'The credits are used up.',
      source: 'spec3',
    },
    note: {
      text: 'It was also seen for an action outside the plan, with credits left.',
      source: 'live/2026-06-free-plan',
    },
    origin: 'lusha',
    apartFrom: [403, 429],
  },
  {
    status: 403,
    name: 'Forbidden',
    meaning: 'Forbidden',
    commonCause: {
      text: 'The plan has no API access, or the endpoint is restricted.',
      source: ARTICLE,
    },
    origin: 'article',
    apartFrom: [401, 402, 429],
  },
  {
    status: 404,
    name: 'Not Found',
    meaning: 'Not found',
    commonCause: {
      text: 'The resource or the endpoint asked for does not exist.',
      source: ARTICLE,
    },
    origin: 'article',
    apartFrom: [410],
  },
  {
    status: 405,
    name: 'Method Not Allowed',
    meaning: 'Wrong method',
    commonCause: {
      text: 'The path exists under another method.',
      source: 'inferred',
    },
    note: { text: 'Lusha itself answers 404 for that.', source: 'code/wrong-paths' },
    origin: 'on-the-way',
  },
  {
    status: 407,
    name: 'Proxy Authentication Required',
    meaning: 'The proxy wants credentials',
    commonCause: {
      text: 'A proxy between you and Lusha asks for a user name and a password.',
      source: 'measured/node-errors',
    },
    origin: 'on-the-way',
  },
  {
    status: 408,
    name: 'Request Timeout',
    meaning: 'The request took too long to arrive',
    commonCause: {
      text: 'A server on the way gave up while your client was still sending.',
      source: 'rfc/9110',
    },
    origin: 'on-the-way',
  },
  {
    status: 409,
    name: 'Conflict',
    meaning: 'The name is taken',
    commonCause: { text: 'A table of this name exists already.', source: 'spec3' },
    origin: 'lusha',
  },
  {
    status: 410,
    name: 'Gone',
    meaning: 'The session is over',
    commonCause: {
      text: 'The dedupeSessionId of a lookalike search is unknown or expired.',
      source: 'spec3',
    },
    origin: 'lusha',
  },
  {
    status: 412,
    name: 'Precondition Failed',
    meaning: 'The name is not usable',
    commonCause: {
      text: 'A full name without a first and a last name was sent to V2.',
      source: 'docs/v2-error-table',
    },
    origin: 'lusha',
  },
  {
    status: 413,
    name: 'Content Too Large',
    meaning: 'The body is too large',
    commonCause: { text: 'A server on the way accepts smaller bodies only.', source: 'rfc/9110' },
    origin: 'on-the-way',
  },
  {
    status: 415,
    name: 'Unsupported Media Type',
    meaning: 'The body is not announced as JSON',
    commonCause: { text: 'Content-Type: application/json is missing.', source: 'rfc/9110' },
    origin: 'on-the-way',
  },
  {
    status: 422,
    name: 'Unprocessable Content',
    meaning: 'Unprocessable entity',
    commonCause: {
      text: 'The request is well formed, but a value cannot be processed, for example an email address.',
      source: ARTICLE,
    },
    origin: 'article',
    apartFrom: [400],
  },
  {
    status: 429,
    name: 'Too Many Requests',
    meaning: 'Too many requests',
    commonCause: { text: 'A rate limit was exceeded.', source: ARTICLE },
    origin: 'article',
    apartFrom: [402, 503],
  },
  {
    status: 431,
    name: 'Request Header Fields Too Large',
    meaning: 'The headers are too long',
    commonCause: {
      text: 'Cookies or a token make the headers longer than a server on the way accepts.',
      source: 'rfc/6585',
    },
    origin: 'on-the-way',
  },
  {
    status: 451,
    name: 'Unavailable For Legal Reasons',
    meaning: 'Blocked by data protection',
    commonCause: {
      text: 'This contact must not be processed under GDPR.',
      source: 'docs/error-codes',
    },
    origin: 'lusha',
  },
  {
    status: 499,
    name: 'Client Closed Request',
    meaning: 'Timed out on the way',
    commonCause: {
      text: 'The request took longer than your client or a server in between waits.',
      source: 'docs/error-codes',
    },
    origin: 'lusha',
  },
  {
    status: 500,
    name: 'Internal Server Error',
    meaning: 'Internal server error',
    commonCause: { text: 'Something broke at Lusha.', source: ARTICLE },
    origin: 'article',
    apartFrom: [502, 503],
  },
  {
    status: 502,
    name: 'Bad Gateway',
    meaning: 'A server behind it failed',
    commonCause: {
      text: 'The identity provider behind contact signal scores is down for a moment.',
      source: 'spec3',
    },
    origin: 'lusha',
  },
  {
    status: 503,
    name: 'Service Unavailable',
    meaning: 'Service unavailable',
    commonCause: { text: 'The API is down for now, or under maintenance.', source: ARTICLE },
    origin: 'article',
    apartFrom: [500],
  },
  {
    status: 504,
    name: 'Gateway Timeout',
    meaning: 'A server behind it did not answer',
    commonCause: {
      text: 'A gateway or a proxy gave up waiting for the server behind it.',
      source: 'inferred',
    },
    origin: 'on-the-way',
  },
  {
    status: 511,
    name: 'Network Authentication Required',
    meaning: 'The network wants a login',
    commonCause: { text: 'A captive portal stands in front of the internet.', source: 'rfc/6585' },
    origin: 'on-the-way',
  },
  {
    status: 520,
    name: 'Web Server Returned an Unknown Error',
    meaning: 'The CDN got no usable answer',
    commonCause: {
      text: 'The server behind the CDN answered badly; the range 520 to 530 is used by CDNs only.',
      source: 'inferred',
    },
    origin: 'on-the-way',
  },
  {
    status: 522,
    name: 'Connection Timed Out',
    meaning: 'The CDN could not reach a server',
    commonCause: { text: 'The server behind the CDN did not answer.', source: 'inferred' },
    origin: 'on-the-way',
  },
  {
    status: 524,
    name: 'A Timeout Occurred',
    meaning: 'The CDN waited in vain',
    commonCause: {
      text: 'The server behind the CDN accepted the request and stayed silent.',
      source: 'inferred',
    },
    origin: 'on-the-way',
  },
];
