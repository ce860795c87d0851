import type { Diagnosis } from '../../src/model/diagnosis.ts';
import { SCHEMA_VERSION, type Check, type Report } from '../../src/model/report.ts';

/** Reports as commands make them, one for each situation that the output is designed for. */

const NO_SUMMARY = { ok: 0, warn: 0, fail: 0, unknown: 0, skip: 0 };

/** A report with everything that is not given left empty; the summary is counted. */
export function sampleReport(given: Partial<Report>): Report {
  const checks = given.checks ?? [];
  const summary = { ...NO_SUMMARY };
  for (const { status } of checks) summary[status] += 1;
  return {
    schemaVersion: SCHEMA_VERSION,
    tool: { version: '1.0.0', node: '22.21.0', platform: 'linux-x64' },
    command: 'check-key',
    startedAt: '2026-11-23T13:18:05.112Z',
    durationMs: 412,
    verdict: 'PASS',
    exitCode: 0,
    answeredBy: null,
    cost: { requests: 3, credits: 0, usageCalls: 1 },
    key: null,
    diagnoses: [],
    account: null,
    windows: [],
    exchanges: [],
    next: null,
    ...given,
    checks,
    summary,
  };
}

/** A check with the parts that most checks leave empty filled in. */
export function sampleCheck(
  id: string,
  status: Check['status'],
  summary: string,
  more: Partial<Check> = {},
): Check {
  return {
    id,
    layer: 'unknown',
    status,
    summary,
    durationMs: null,
    evidence: {},
    diagnosis: null,
    ...more,
  };
}

/** A diagnosis with the parts that are not given left empty. */
export function sampleDiagnosis(cause: string, given: Partial<Diagnosis>): Diagnosis {
  return {
    cause,
    layer: 'unknown',
    subject: 'failure',
    severity: 'fail',
    certainty: 'certain',
    title: 'Untitled',
    meaning: 'Means something.',
    tell: 'look at the message',
    whoActs: 'you',
    evidence: [],
    excluded: [],
    reasons: [],
    fixes: [],
    retry: { worth: false, how: 'after-fix', at: null, note: null },
    credits: null,
    notes: [],
    sources: [],
    ...given,
  };
}

const CHECK_KEY = { command: 'lusha-doctor check-key', expect: 'exit 0' };

export const keyHasLineBreak = sampleDiagnosis('key-has-line-break', {
  layer: 'key',
  subject: 'key',
  title: 'The key ends with a line break',
  meaning:
    'A line break is no part of a key. Some clients cut it off, some refuse to send it, and curl sends a broken request.',
  tell: 'the last byte of the variable is 0A',
  evidence: [
    {
      fact: 'keyDefects',
      value: 'line-break, bearer-prefix',
      seenIn: 'LUSHA_API_KEY, character 43',
    },
  ],
  reasons: [
    'The value was stored with echo, which adds a line break.',
    'A secret was pasted with the line break at its end.',
  ],
  fixes: [
    {
      text: 'Store the secret again without a line break.',
      command: 'printf %s "$LUSHA_API_KEY" | tr -d "\\r\\n" | gh secret set LUSHA_API_KEY',
      verify: CHECK_KEY,
      source: 'measured/dirty-keys',
    },
  ],
  sources: [
    {
      id: 'measured/dirty-keys',
      title: 'What clients send for damaged keys',
      state: 'observed',
      checked: '2026-11-20',
      url: null,
    },
  ],
});

const keySentAsBearer = sampleDiagnosis('key-has-bearer-prefix', {
  layer: 'key',
  subject: 'key',
  title: 'The key starts with "Bearer "',
  meaning: 'Lusha takes the bare key in the header api_key. It knows no Bearer scheme for keys.',
  tell: 'the variable starts with the word Bearer',
  fixes: [
    {
      text: 'Remove the word Bearer and the blank after it from LUSHA_API_KEY.',
      command: null,
      verify: CHECK_KEY,
      source: 'docs/authentication',
    },
  ],
});

export const planLacksOption = sampleDiagnosis('plan-lacks-option', {
  layer: 'plan',
  title: 'Your plan does not include an option of this request',
  meaning:
    'The option excludeDnc belongs to a higher plan. Key, header and network are fine: the same key got 200 a moment ago.',
  tell: 'the message names an option or a data point',
  whoActs: 'your account admin',
  evidence: [
    { fact: 'status', value: '403', seenIn: 'status line' },
    {
      fact: 'message',
      value: 'excludeDnc is not available on your current plan',
      seenIn: 'body, errors[0]',
    },
    { fact: 'requestId', value: '7c1d9a52-0b1e-4a8f', seenIn: 'header x-request-id' },
    { fact: 'keyAccepted', value: 'true', seenIn: 'GET /v3/account/usage in this run' },
  ],
  excluded: [
    {
      cause: 'key-unknown',
      title: 'Lusha does not know this key',
      by: 'the same key was accepted elsewhere',
      fact: 'keyAccepted',
    },
    {
      cause: 'account-inactive',
      title: 'The account is not active',
      by: 'the same key was accepted elsewhere',
      fact: 'keyAccepted',
    },
    {
      cause: 'proxy-denied',
      title: 'A proxy refuses this host',
      by: 'Lusha answered',
      fact: 'answeredBy',
    },
    {
      cause: 'quota-hour-exhausted',
      title: 'The hour window is used up',
      by: 'the status is 403',
      fact: 'status',
    },
  ],
  reasons: ['The request asks for an option that only the Scale plan has.'],
  fixes: [
    {
      text: 'Leave excludeDnc out and drop contacts with doNotCall on your side.',
      command: null,
      verify: {
        command: 'lusha-doctor probe-endpoint contacts.enrich --without excludeDnc',
        expect: 'exit 0',
      },
      source: 'docs/error-codes',
    },
    {
      text: 'Ask your account manager for the option; quote the request id above.',
      command: null,
      verify: null,
      source: 'article#403',
    },
  ],
  retry: { worth: false, how: 'never', at: null, note: null },
  credits: 'Costs nothing: no credits are deducted for an API error.',
  notes: ['The article gives no example of this answer; the message was recorded in a live call.'],
  sources: [
    {
      id: 'article#403',
      title: 'Error codes article, 403',
      state: 'documented',
      checked: '2026-11-20',
      url: 'https://info.lusha.com/hc/en-us/articles/lusha-api-error-codes-reference',
    },
    {
      id: 'docs/error-codes',
      title: 'Error codes',
      state: 'documented',
      checked: '2026-11-20',
      url: 'https://docs.lusha.com/error-codes',
    },
  ],
});

const proxyDenied = sampleDiagnosis('proxy-denied', {
  layer: 'proxy',
  title: 'Your proxy refuses connections to Lusha',
  meaning: 'The 403 came from proxy.corp.example. TLS never started, so Lusha saw nothing.',
  tell: 'the answer to CONNECT is 403, with Server: squid',
  whoActs: 'your network team',
  evidence: [
    { fact: 'connectStatus', value: '403', seenIn: 'answer to CONNECT api.lusha.com:443' },
    { fact: 'product', value: 'squid/5.7', seenIn: 'header Server' },
    { fact: 'failurePhase', value: 'proxy', seenIn: 'connection' },
  ],
  fixes: [
    {
      text: 'Ask whoever runs proxy.corp.example to allow api.lusha.com:443.',
      command: null,
      verify: CHECK_KEY,
      source: 'measured/proxies',
    },
    {
      text: 'If this host may bypass the proxy, say so in the environment.',
      command: 'export NO_PROXY=api.lusha.com',
      verify: CHECK_KEY,
      source: 'measured/proxies',
    },
  ],
});

const fetchIgnoresProxy = sampleDiagnosis('fetch-ignores-proxy', {
  layer: 'client',
  subject: 'setup',
  severity: 'warn',
  title: "Node's fetch does not use HTTPS_PROXY here",
  meaning: 'fetch reads the proxy variables from Node 22.21 and 24.5 on, with a switch.',
  fixes: [
    {
      text: 'Update Node and switch it on.',
      command: 'export NODE_USE_ENV_PROXY=1',
      verify: null,
      source: 'measured/proxies',
    },
  ],
});

const hourExhausted = sampleDiagnosis('quota-hour-exhausted', {
  layer: 'quota',
  certainty: 'likely',
  title: 'The hour window is used up',
  meaning:
    'All requests of this hour are spent. The window is counted for the whole account, so other integrations draw from it too.',
  tell: 'the message names the hour, or x-hourly-requests-left is 0',
  evidence: [
    { fact: 'status', value: '429', seenIn: 'status line' },
    {
      fact: 'message',
      value: 'Hourly limit exceeded. Try again in 37 seconds',
      seenIn: 'body, message',
    },
    { fact: 'windowEmpty', value: 'hour', seenIn: 'body, message' },
  ],
  fixes: [
    {
      text: 'Wait 37 s, then send the request again with random jitter.',
      command: null,
      verify: { command: 'lusha-doctor watch-ratelimit --once', expect: 'hour is above 0' },
      source: 'docs/rate-limiting',
    },
    {
      text: 'Stay under 2 calls a minute: that spreads 150 over the hour.',
      command: null,
      verify: null,
      source: 'inferred',
    },
  ],
  retry: {
    worth: true,
    how: 'reset',
    at: '2026-11-23T13:18:42.112Z',
    note: 'Retry-After was not sent.',
  },
  credits: 'Costs nothing: a 429 is not charged.',
});

const minuteExhausted = sampleDiagnosis('quota-minute-exhausted', {
  layer: 'quota',
  certainty: 'possible',
  title: 'The minute window is used up',
  meaning: 'Too many requests in one minute.',
  tell: 'the message names the minute, or x-minute-requests-left is 0',
});

const serverFault = sampleDiagnosis('service-internal-error', {
  layer: 'service',
  title: 'Lusha failed while it worked on your request',
  meaning: 'The fault is on Lusha’s side. Your key was accepted before it happened.',
  whoActs: 'Lusha',
  evidence: [
    { fact: 'status', value: '500', seenIn: 'status line' },
    {
      fact: 'message',
      value: 'Internal \u001B[31mserver\u001B[0m error\r\n::error::pwned \u202Etxt.exe',
      seenIn: 'body, message',
    },
    { fact: 'requestId', value: 'a'.repeat(120), seenIn: 'header x-request-id' },
  ],
  fixes: [
    {
      text: 'Look whether an incident is open at status.lusha.com.',
      command: null,
      verify: null,
      source: 'article#500',
    },
    {
      text: 'If it lasts, write to Lusha support and quote the request id.',
      command: null,
      verify: null,
      source: 'article#500',
    },
  ],
  retry: {
    worth: true,
    how: 'backoff',
    at: null,
    note: 'Start with 1 s, double after each failure up to 60 s, and add random jitter.',
  },
});

const noResults = sampleDiagnosis('success-without-results', {
  layer: 'service',
  severity: 'ok',
  title: 'Lusha found nobody who matches',
  meaning: 'The request was right and was answered; the person is not in the database.',
  whoActs: 'nobody',
  evidence: [{ fact: 'emptyResult', value: 'true', seenIn: 'body, results' }],
  credits: 'The answer says 0 credits were charged; the article says at least 1 per request.',
});

const keyAbsent = sampleDiagnosis('key-absent', {
  layer: 'key',
  subject: 'key',
  title: 'No key was found',
  meaning: 'Neither the environment nor .env in this folder has a key, so nothing was sent.',
  fixes: [
    {
      text: 'Enter the key without leaving it in the shell history.',
      command: 'read -rs LUSHA_API_KEY && export LUSHA_API_KEY',
      verify: CHECK_KEY,
      source: 'inferred',
    },
  ],
});

export const SAMPLE_REPORTS = {
  'check-key-pass': sampleReport({
    answeredBy: { party: 'lusha', certainty: 'certain', evidence: ['body contract'] },
    key: {
      source: 'env:LUSHA_API_KEY',
      length: 36,
      masked: `0000${'•'.repeat(28)}0000`,
      fingerprint: '9f2c-41ab',
      defects: [],
    },
    checks: [
      sampleCheck(
        'key.source',
        'ok',
        'LUSHA_API_KEY from the environment, 36 characters, fingerprint 9f2c-41ab',
        {
          layer: 'key',
        },
      ),
      sampleCheck('key.text', 'ok', 'clean: no blanks, quotes, control or look-alike characters', {
        layer: 'key',
      }),
      sampleCheck(
        'path.connection',
        'ok',
        'api.lusha.com: dns 4 ms, tcp 18 ms, tls 31 ms, first byte 96 ms',
        {
          layer: 'network',
          durationMs: 149,
        },
      ),
      sampleCheck('path.party', 'ok', 'answered by Lusha, no proxy in between', { layer: 'edge' }),
      sampleCheck('login.compare', 'ok', 'without key: 401, junk key: 401, your key: 200', {
        layer: 'key',
        durationMs: 263,
        evidence: { without_key: 401, junk_key: 401, your_key: 200 },
      }),
      sampleCheck(
        'quota.pace',
        'warn',
        'day window: 188 of 1500 left, empty at 16:20 UTC at this pace',
        {
          layer: 'quota',
          evidence: { pace: 'hot', left: 188 },
        },
      ),
      sampleCheck('lifetime', 'ok', 'no Sunset or Deprecation header', { layer: 'service' }),
    ],
    account: {
      plan: 'Pro',
      renewal: '2026-12-01T00:00:00.000Z',
      planEnds: null,
      credits: { total: 1000, used: 688, left: 312 },
      pricing: [
        { action: 'api_search', credits: 1, per: 25 },
        { action: 'revealEmail', credits: 1, per: 1 },
        { action: 'revealPhone', credits: 5, per: 1 },
      ],
    },
    windows: [
      {
        name: 'minute',
        limit: 50,
        used: 2,
        left: 48,
        resetsAt: '2026-11-23T13:19:00.000Z',
        source: 'body',
      },
      {
        name: 'hour',
        limit: 150,
        used: 104,
        left: 46,
        resetsAt: '2026-11-23T14:00:00.000Z',
        source: 'body',
      },
      {
        name: 'day',
        limit: 1500,
        used: 1312,
        left: 188,
        resetsAt: '2026-11-24T00:00:00.000Z',
        source: 'header',
      },
    ],
    next: 'lusha-doctor watch-ratelimit --window day',
  }),
  'check-key-dirty': sampleReport({
    verdict: 'FAIL',
    exitCode: 4,
    checks: [
      sampleCheck('key.text', 'fail', 'ends with a line break (0A) and starts with "Bearer "', {
        layer: 'key',
        diagnosis: 'key-has-line-break',
      }),
      sampleCheck(
        'login.compare',
        'fail',
        'your key (sent trimmed): 401, junk key: 401, without key: 401',
        {
          layer: 'key',
          diagnosis: 'key-has-line-break',
        },
      ),
      sampleCheck('account.usage', 'skip', 'skipped: needs a key that Lusha accepts', {
        layer: 'account',
      }),
    ],
    diagnoses: [keyHasLineBreak, keySentAsBearer],
    next: 'lusha-doctor check-key --try-repaired',
  }),
  'probe-plan-403': sampleReport({
    command: 'probe-endpoint',
    verdict: 'FAIL',
    exitCode: 5,
    cost: { requests: 2, credits: 0, usageCalls: 1 },
    checks: [
      sampleCheck('login', 'ok', 'key accepted: GET /v3/account/usage 200', { layer: 'key' }),
      sampleCheck('endpoint', 'fail', 'POST /v3/contacts/enrich: 403 in 131 ms', {
        layer: 'plan',
        durationMs: 131,
        diagnosis: 'plan-lacks-option',
      }),
    ],
    diagnoses: [planLacksOption],
    exchanges: [
      {
        request: 'POST /v3/contacts/enrich',
        origin: 'https://api.lusha.com',
        status: 403,
        failure: null,
        answeredBy: 'lusha',
        requestId: '7c1d9a52-0b1e-4a8f',
        peer: '203.0.113.7:443',
        tls: 'TLSv1.3',
        proxy: null,
        timings: [
          { phase: 'dns', ms: 4, ok: true },
          { phase: 'tcp', ms: 18, ok: true },
          { phase: 'tls', ms: 31, ok: true },
          { phase: 'send', ms: 0.4, ok: true },
          { phase: 'wait', ms: 76, ok: true },
          { phase: 'body', ms: 1.2, ok: true },
        ],
        totalMs: 131,
      },
    ],
    next: 'lusha-doctor probe-endpoint contacts.enrich --without excludeDnc',
  }),
  'check-key-proxy-403': sampleReport({
    verdict: 'UNKNOWN',
    exitCode: 3,
    cost: { requests: 1, credits: 0, usageCalls: 0 },
    checks: [
      sampleCheck('path.party', 'fail', '403 came from your proxy, not from Lusha', {
        layer: 'proxy',
        diagnosis: 'proxy-denied',
      }),
      sampleCheck(
        'login',
        'skip',
        'skipped: Lusha was never reached, so nothing is known about the key',
        {
          layer: 'key',
        },
      ),
    ],
    diagnoses: [proxyDenied, fetchIgnoresProxy],
    exchanges: [
      {
        request: 'GET /v3/account/usage',
        origin: 'https://api.lusha.com',
        status: null,
        failure: 'proxy-refused',
        answeredBy: 'proxy',
        requestId: null,
        peer: null,
        tls: null,
        proxy: 'http://proxy.corp.example:3128 (HTTPS_PROXY)',
        timings: [
          { phase: 'dns', ms: 3, ok: true },
          { phase: 'tcp', ms: 5, ok: true },
          { phase: 'proxy', ms: 12, ok: false },
        ],
        totalMs: 20,
      },
    ],
    next: 'lusha-doctor support-text proxy-denied',
  }),
  'probe-429': sampleReport({
    command: 'probe-endpoint',
    verdict: 'FAIL',
    exitCode: 6,
    checks: [
      sampleCheck('endpoint', 'fail', 'POST /v3/contacts/search: 429', {
        layer: 'quota',
        diagnosis: 'quota-hour-exhausted',
      }),
    ],
    diagnoses: [hourExhausted, minuteExhausted],
    windows: [
      {
        name: 'minute',
        limit: 50,
        used: 50,
        left: 0,
        resetsAt: '2026-11-23T13:19:05.000Z',
        source: 'inferred',
      },
      {
        name: 'hour',
        limit: 150,
        used: 150,
        left: 0,
        resetsAt: '2026-11-23T13:18:42.112Z',
        source: 'message',
      },
      { name: 'day', limit: 1500, used: 612, left: 888, resetsAt: null, source: 'header' },
    ],
  }),
  'probe-500-hostile': sampleReport({
    command: 'probe-endpoint',
    verdict: 'FAIL',
    exitCode: 7,
    checks: [
      sampleCheck(
        'endpoint',
        'fail',
        'GET /v3/account/usage: 500 Internal\u001B]0;title\u0007 Error',
        {
          layer: 'service',
          diagnosis: 'service-internal-error',
        },
      ),
    ],
    diagnoses: [serverFault],
  }),
  'probe-empty-200': sampleReport({
    command: 'probe-endpoint',
    checks: [
      sampleCheck('endpoint', 'ok', 'POST /v3/contacts/search: 200, nobody found', {
        layer: 'request',
      }),
    ],
    diagnoses: [noResults],
  }),
  'check-key-absent': sampleReport({
    verdict: 'FAIL',
    exitCode: 4,
    durationMs: 9,
    cost: { requests: 0, credits: 0, usageCalls: 0 },
    checks: [
      sampleCheck('key.source', 'fail', 'no key in LUSHA_API_KEY or .env', {
        layer: 'key',
        diagnosis: 'key-absent',
      }),
      sampleCheck('path', 'skip', 'skipped: needs a key', { layer: 'network' }),
    ],
    diagnoses: [keyAbsent],
    next: 'lusha-doctor check-key',
  }),
  'check-key-undiagnosed': sampleReport({
    verdict: 'UNKNOWN',
    exitCode: 3,
    checks: [
      sampleCheck('path.party', 'unknown', 'the answer fits no party that is known', {
        layer: 'edge',
        evidence: {
          http_status: 418,
          content_type: 'text/plain',
          server: 'tëapot 茶',
          headers: ['via', 'x-cache'],
        },
      }),
    ],
  }),
} as const satisfies Record<string, Report>;
