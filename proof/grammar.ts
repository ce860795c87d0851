import fc, { type Arbitrary } from 'fast-check';

/** Grammars of the forms that people really paste and servers really send, with odd things in them. */

const word = fc.oneof(
  fc.string({ unit: 'binary', maxLength: 30 }),
  fc.constantFrom(
    '',
    'null',
    '-1',
    '1e309',
    '0x1',
    '９',
    '٣',
    '\0',
    '\u202E',
    '\uD800',
    '%',
    '${x}',
    '🙂',
  ),
  fc.constantFrom(
    '1500',
    '2026-11-30T10:00:00Z',
    'Mon, 30 Nov 2026 10:00:00 GMT',
    '9999999999999999',
  ),
);
const method = fc.constantFrom('GET', 'POST', 'PATCH', 'CONNECT', 'get', 'PURGE', '');
const path = fc.oneof(
  fc.constantFrom(
    '/v3/account/usage',
    '/v3/contacts/search',
    '/v2/person?email=',
    '/prospecting',
    '/',
  ),
  word,
);
const url = fc
  .tuple(
    fc.constantFrom('https://api.lusha.com', 'http://127.0.0.1:1', 'https://[::1', '//', ''),
    path,
  )
  .map(([origin, rest]) => `${origin}${rest}`);
const status = fc.oneof(
  fc.constantFrom('200', '401', '403', '429', '503'),
  fc.integer({ min: -1, max: 1200 }).map(String),
  word,
);

/** A header, of a name that means something. */
export const header: Arbitrary<{ name: string; value: string }> = fc.record({
  name: fc.oneof(
    fc
      .tuple(
        fc.constantFrom(
          'x-rate-limit-',
          'x-ratelimit-limit-',
          'x-ratelimit-remaining-',
          'X-RateLimit-Reset-',
        ),
        fc.constantFrom('daily', 'day', 'hourly', 'minute', 'monthly', 'second', ''),
      )
      .map((parts) => parts.join('')),
    fc.constantFrom(
      'x-daily-requests-left',
      'x-hourly-usage',
      'ratelimit',
      'ratelimit-policy',
      'retry-after',
    ),
    fc.constantFrom(
      'date',
      'server',
      'via',
      'content-type',
      'sunset',
      'deprecation',
      'link',
      'location',
    ),
    fc.string({ unit: 'binary', maxLength: 12 }),
  ),
  value: fc.oneof(
    word,
    fc.array(word, { maxLength: 5 }).map((parts) => parts.join(';')),
    fc
      .array(fc.tuple(word, fc.constantFrom('r', 'q', 't', 'w'), word), { maxLength: 40 })
      .map((items) => items.map(([name, key, value]) => `"${name}";${key}=${value}`).join(', ')),
  ),
});

const object = fc.letrec<{ value: unknown }>((tie) => ({
  value: fc.oneof(
    { maxDepth: 4 },
    word,
    fc.integer(),
    fc.double(),
    fc.boolean(),
    fc.constant(null),
    fc.array(tie('value'), { maxLength: 4 }),
    fc.dictionary(
      fc.oneof(
        fc.constantFrom(
          'statusCode',
          'message',
          'errors',
          'error',
          'requestId',
          'code',
          'results',
          'credits',
        ),
        fc.constantFrom(
          'rateLimits',
          'daily',
          'limit',
          'used',
          'remaining',
          'resetsAt',
          'plan',
          '__proto__',
        ),
        fc.constantFrom(
          'config',
          'headers',
          'response',
          'status',
          'url',
          'method',
          'cause',
          'stack',
          'level',
        ),
        word,
      ),
      tie('value'),
      { maxKeys: 5 },
    ),
  ),
})).value;

/** JSON of the members that the API and its clients know; cut at the end, at times. */
export const json = fc
  .tuple(object, fc.constantFrom(undefined, 2), fc.option(fc.nat(200)))
  .map(([value, indent, cut]) => {
    const text = JSON.stringify(value, null, indent) ?? 'null';
    return cut === null ? text : text.slice(0, cut);
  });

const httpAnswer = fc
  .tuple(
    fc.constantFrom('HTTP/1.1', 'HTTP/2', 'HTTP/9', '< HTTP/1.1'),
    status,
    word,
    fc.array(header, { maxLength: 8 }),
    json,
  )
  .map(
    ([version, code, reason, headers, body]) =>
      `${version} ${code} ${reason}\n${headers.map(({ name, value }) => `${name}: ${value}`).join('\n')}\n\n${body}`,
  );

/** Command lines of curl and what it prints, well and badly quoted. */
export const curl = fc
  .tuple(
    fc.constantFrom('curl', 'curl -v', 'curl.exe', '$ curl -sS -i', 'curl -x http://p:1'),
    fc.constantFrom("'", '"', '', '\\'),
    url,
    fc.array(
      fc.tuple(fc.constantFrom('-H', '--header', '-d', '--data-raw', '-X', '-u', '--cacert'), word),
      { maxLength: 6 },
    ),
    fc.constantFrom('', ' \\\n', ' ^\n', ' `\n', ' | jq .'),
    fc.oneof(
      httpAnswer,
      fc.tuple(fc.nat(120), word).map(([code, text]) => `curl: (${code}) ${text}`),
      fc.constant(''),
    ),
  )
  .map(([command, quote, target, options, joint, output]) => {
    const words = options.map(([option, value]) => `${option} ${quote}${value}${quote}`);
    return `${[command, `${quote}${target}${quote}`, ...words].join(joint === '' ? ' ' : joint)}\n${output}`;
  });

/** A HAR file, with members of the wrong kind at times. */
export const har = fc
  .array(
    fc.record(
      {
        startedDateTime: word,
        time: fc.oneof(fc.double(), word),
        request: fc.oneof(
          fc.record({ method, url, headers: fc.array(header, { maxLength: 5 }), postData: object }),
          object,
        ),
        response: fc.oneof(
          fc.record({
            status: fc.oneof(fc.integer(), word),
            statusText: word,
            headers: fc.oneof(fc.array(header, { maxLength: 5 }), object),
            content: fc.record({
              text: fc.oneof(json, word),
              encoding: fc.constantFrom('base64', '', 'x'),
            }),
            _error: word,
          }),
          object,
        ),
      },
      { requiredKeys: [] },
    ),
    { maxLength: 4 },
  )
  .map((entries) => JSON.stringify({ log: { version: '1.2', entries } }));

const logLine = fc
  .tuple(
    fc.constantFrom(
      '2026-11-30T10:00:00.000Z',
      '[30/Nov/2026:10:00:00 +0000]',
      'Nov 30 10:00:00 host app[1]:',
      '',
    ),
    fc.constantFrom('ERROR', 'level=error', 'WARN', 'INFO', ''),
    method,
    url,
    status,
    fc.oneof(word, json),
  )
  .map((parts) => parts.join(' '));

const exception = fc
  .tuple(
    fc.constantFrom(
      'AxiosError:',
      'requests.exceptions.HTTPError:',
      'Traceback (most recent call last):\n',
      'TypeError: fetch failed\n',
      'Net::ReadTimeout',
    ),
    status,
    url,
    fc.array(
      fc.constantFrom(
        '    at x (y.js:1:1)',
        '  File "a.py", line 1',
        '[cause]: Error: connect ECONNREFUSED',
        '}',
      ),
      { maxLength: 6 },
    ),
  )
  .map(([head, code, target, lines]) => `${head} ${code} for url: ${target}\n${lines.join('\n')}`);

/** Whatever is pasted. */
export const paste = fc
  .array(fc.oneof(httpAnswer, curl, har, json, logLine, exception, word), {
    minLength: 1,
    maxLength: 6,
  })
  .map((parts) => parts.join('\n'));

/** A config file: settings that exist, with values that fit and that do not. */
export const config = fc.oneof(
  fc
    .dictionary(
      fc.oneof(
        fc.constantFrom(
          '$schema',
          'baseUrl',
          'proxy',
          'ca',
          'timeout',
          'deadline',
          'failOn',
          'thresholds',
        ),
        fc.constantFrom(
          'format',
          'keyEnv',
          'key',
          'apiKey',
          'skip',
          'maxCredits',
          'networkErrors',
          '__proto__',
        ),
        word,
      ),
      object,
      { maxKeys: 6 },
    )
    .map((value) => JSON.stringify(value)),
  json,
  word,
);

/** The same text over and over: what takes more than linear time shows. */
export const PIECES: readonly string[] = [
  'a',
  '"',
  "'",
  '{',
  '[',
  '<',
  '(',
  '\\',
  ' ',
  '\n',
  '=',
  ':',
  '%',
  '&',
  '-',
  '.',
  '1',
  '403 ',
  'curl ',
  '-H "',
  '{"a":',
  'https://a/',
  'HTTP/1.1 200 OK\n',
  'api_key:"',
  'a@a.',
  '+1 4',
  '2026-11-30T10:00:00Z ',
  '  at x (y)\n',
  '{"log":{"entries":[',
  'Error: ',
  'level=error msg="',
  '<a ',
  'AB_CD ',
  'a:\n  ',
  '| ',
  '\u001B[31m',
  '\u200B',
  '&#0',
  '%25',
  '\\u00',
];
