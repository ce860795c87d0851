import type { Cause } from '../../model/cause.ts';
import { ONLY_IN_NODE } from '../only-in.ts';
import { AFTER_FIX } from '../retries.ts';
import { HOST_ANSWERS, ORIGIN, USAGE_PROBED } from '../verifications.ts';
import { enterKey, KEY_ACCEPTED } from './key-commands.ts';

const own = {
  layer: 'client',
  subject: 'failure',
  severity: 'fail',
  whoActs: 'you',
  retry: AFTER_FIX,
} as const;

const CORS = /\bCORS\b|Access-Control-Allow|preflight|cross-origin request blocked/i;
/** What browsers say for CORS and for a network failure alike. */
const FETCH_FAILED =
  /\bTypeError:? (?:failed to fetch(?! dynamically)|NetworkError when attempting to fetch|load failed\b)|^(?:failed to fetch|NetworkError when attempting to fetch resource|load failed)[.!]?$/i;
/** The same as the text of a failure, with what Chrome and Firefox print for it. */
const OPEN_CODES =
  /^(?:TypeError:? (?:failed to fetch|NetworkError|load failed)|net::ERR_FAILED|CORS request did not)/i;
/** Chrome keeps an answer from the page for other rules of this kind as well. */
const KEPT_CODES = /^(?:net::)?ERR_BLOCKED_BY_(?:ORB|RESPONSE)$|^NS_ERROR_DOM_BAD_URI$/;
const HEADER =
  /ERR_INVALID_CHAR|invalid character in header content|UND_ERR_INVALID_ARG|invalid api_key header|ByteString|invalid header (field )?value|character\(?s?\)? in (message )?header/i;
const HEADER_CODES = ['ERR_INVALID_CHAR', 'UND_ERR_INVALID_ARG'] as const;
const URL_CODES = [
  'ERR_INVALID_URL',
  'curl 1',
  'curl 3',
  'ERR_UNKNOWN_URL_SCHEME',
  'ERR_DISALLOWED_URL_SCHEME',
  'NS_ERROR_MALFORMED_URI',
  'NS_ERROR_UNKNOWN_PROTOCOL',
] as const;
const RESOURCE_WORDS = /\b(EMFILE|ENFILE|ENOBUFS|ENOMEM|ENOSPC)\b|too many open files/;
const RESOURCE_CODES = ['EMFILE', 'ENFILE', 'ENOBUFS', 'ENOMEM', 'ENOSPC'] as const;

const COUNT = 'printf %s "${keyVariable|LUSHA_API_KEY}" | wc -c';

/** The calling program failed before or beside the network. */
export const clientCauses = [
  {
    ...own,
    // The key's text is what was refused.
    layer: 'key',
    id: 'header-refused',
    title: 'Your HTTP client refused to send the key',
    when: [{ failure: 'header-refused' }, { message: HEADER }, { failureCode: HEADER_CODES }],
    signs: [
      { facts: { failure: 'header-refused' }, makes: 'certain' },
      { facts: { message: HEADER }, makes: 'certain' },
      { facts: { failureCode: HEADER_CODES }, makes: 'likely' },
    ],
    because: [
      'key-has-line-break',
      'key-has-several-lines',
      'key-has-control-characters',
      'key-has-invisible-characters',
      'key-has-look-alikes',
      'key-has-quotes',
      'key-is-too-long',
    ],
    tell: 'ERR_INVALID_CHAR (http, axios, got), UND_ERR_INVALID_ARG (undici), a TypeError about ByteString (fetch); nothing left the machine',
    meaning:
      'The text of the key holds a character that must not stand in a header, so nothing was sent. Lusha never saw the key.',
    reasons: [
      {
        text: 'The key ends with a line break, for example from echo "$KEY" > file.',
        source: 'measured/dirty-keys',
      },
      {
        text: 'Smart quotes, a zero-width character or a byte-order mark were copied with it.',
        source: 'measured/dirty-keys',
      },
    ],
    fixes: [
      {
        text: 'Count the bytes of the variable: a key has 36, and nothing around them.',
        command: COUNT,
        source: 'measured/dirty-keys',
        verify: { command: COUNT, expect: '36' },
        unless: [{ keyKind: ['file', 'dotenv', 'stdin'] }],
      },
      ...enterKey({
        text: 'Copy the key again from the dashboard and paste it after this command.',
        verify: KEY_ACCEPTED,
        source: 'measured/dirty-keys',
      }),
    ],
    credits: { text: 'Nothing was charged: nothing was sent.', source: 'measured/dirty-keys' },
    notes: [
      {
        text: 'Clients differ: fetch removes a line break at the end and works, http.request and undici throw, curl sends a broken request and prints nothing.',
        source: 'measured/dirty-keys',
      },
      {
        text: 'The error text of fetch quotes the key. Keep it out of logs.',
        source: 'measured/node-errors',
      },
    ],
    sources: ['measured/dirty-keys', 'measured/node-errors'],
  },
  {
    ...own,
    id: 'browser-cors',
    title: 'The browser blocks the call (CORS)',
    when: [
      { message: CORS },
      { message: FETCH_FAILED },
      { failureCode: 'CORS' },
      { failureCode: OPEN_CODES },
      { failureCode: KEPT_CODES },
      { method: 'OPTIONS', status: { min: 400, max: 499 } },
    ],
    signs: [
      { facts: { message: CORS }, makes: 'certain' },
      { facts: { message: FETCH_FAILED }, makes: 'likely' },
      { facts: { failureCode: 'CORS' }, makes: 'certain' },
      { facts: { failureCode: OPEN_CODES }, makes: 'likely' },
      { facts: { failureCode: KEPT_CODES }, makes: 'likely' },
      { facts: { method: 'OPTIONS', status: { min: 400, max: 499 } }, makes: 'certain' },
    ],
    tell: 'the error stands in the console of a browser, and the same call works with curl',
    meaning:
      'The Lusha API is not made for browsers. A page may not call it, and a key in a page is readable by every visitor.',
    reasons: [
      { text: 'The call is made by JavaScript in a web page.', source: 'code/integrations' },
      {
        text: 'The browser asks with OPTIONS first, and that carries no key.',
        source: 'inferred',
      },
    ],
    fixes: [
      {
        text: 'Make the call from a server of yours and let the page ask that server.',
        source: 'code/integrations',
        verify: HOST_ANSWERS,
      },
      {
        text: 'If the key was ever delivered to browsers, replace it in the dashboard.',
        source: 'article#best-practices',
        verify: { command: 'lusha-doctor check-key', expect: 'exit 0, with the new key' },
      },
    ],
    sources: ['code/integrations'],
  },
  {
    ...own,
    id: 'url-invalid',
    title: 'Your client could not read the URL',
    when: [
      { failure: 'unclassified', failureCode: URL_CODES },
      { message: /\binvalid url\b|URI malformed/i },
    ],
    unless: [{ status: { min: 100 } }],
    signs: [
      { facts: { failure: 'unclassified', failureCode: URL_CODES }, makes: 'certain' },
      { facts: { message: /\binvalid url\b|URI malformed/i }, makes: 'likely' },
    ],
    tell: 'ERR_INVALID_URL or URIError; curl exits 3, or 1 for a scheme it does not know; nothing left the machine',
    meaning: 'The address of the call, or that of the proxy, is not a URL.',
    reasons: [
      {
        text: 'The scheme is missing: api.lusha.com in place of https://api.lusha.com.',
        source: 'measured/node-errors',
      },
      { text: 'A variable in it was empty or not replaced.', source: 'inferred' },
      {
        text: 'The password in the proxy URL holds a character that is not percent-encoded.',
        source: 'measured/node-errors',
      },
    ],
    fixes: [
      {
        text: 'Write the base URL as https://api.lusha.com, and the proxy as http://host:port.',
        source: 'spec3',
        verify: USAGE_PROBED,
      },
    ],
    sources: ['measured/node-errors'],
  },
  {
    ...own,
    id: 'local-limit',
    layer: 'network',
    title: 'Your machine ran out of something',
    names: 'failureCode',
    when: [{ failureCode: RESOURCE_CODES }, { message: RESOURCE_WORDS }],
    signs: [
      { facts: { failureCode: RESOURCE_CODES }, makes: 'certain' },
      { facts: { message: RESOURCE_WORDS }, makes: 'likely' },
    ],
    tell: 'EMFILE or ENFILE: too many open files; ENOMEM, ENOBUFS: memory; ENOSPC: disk',
    meaning:
      'The system refused a resource to the program that makes the call ({failureCode|see the code}), so the call could not be made. Lusha has nothing to do with it.',
    reasons: [
      {
        text: 'Connections are opened in parallel without a bound, or never closed.',
        source: 'inferred',
        unless: [{ failureCode: ['ENOMEM', 'ENOSPC'] }],
      },
      {
        text: 'The limit of the shell or the container is low (ulimit -n for files, ulimit -v for address space).',
        source: 'measured/node-errors',
        unless: [{ failureCode: 'ENOSPC' }],
      },
      {
        text: 'The disk is full.',
        source: 'measured/node-errors',
        unless: [{ failureCode: ['EMFILE', 'ENFILE', 'ENOMEM', 'ENOBUFS'] }],
      },
    ],
    fixes: [
      {
        text: 'See how many files a program may open, how much address space it has, and how full the disk is.',
        command: 'ulimit -n; ulimit -v; df -h .',
        source: 'inferred',
        verify: USAGE_PROBED,
      },
      {
        text: 'Reuse connections and limit parallel requests, for example to 10.',
        source: 'inferred',
        unless: [{ failureCode: ['ENOMEM', 'ENOSPC'] }],
      },
    ],
    sources: ['measured/node-errors'],
  },
  {
    ...own,
    id: 'client-pool-exhausted',
    title: 'Your client waited for a free connection of its own pool',
    when: [{ failure: 'unclassified', failureCode: 'own pool' }],
    signs: [{ facts: { failure: 'unclassified', failureCode: 'own pool' }, makes: 'certain' }],
    tell: 'PoolTimeout (httpx), "Timeout waiting for connection from pool" (Apache HttpClient), checkout_timeout (hackney), "Pending acquire queue" (reactor-netty)',
    meaning:
      'All connections that your program may hold were in use, and none became free in time. This call was not sent; it is no limit of Lusha.',
    reasons: [
      { text: 'More calls run side by side than the pool has connections.', source: 'inferred' },
      {
        text: 'Answers are not read to their end or closed, so that connections never return.',
        source: 'inferred',
      },
    ],
    fixes: [
      {
        text: 'Read or close every answer, also those with an error status.',
        source: 'inferred',
        verify: USAGE_PROBED,
      },
      {
        text: 'Run fewer calls at a time, or allow the pool more connections.',
        source: 'inferred',
      },
    ],
    credits: { text: 'Nothing was charged for this call: it was not sent.', source: 'inferred' },
    sources: ['inferred'],
  },
  {
    ...own,
    id: 'fetch-hides-reason',
    layer: 'network',
    title: 'fetch failed, and the reason is one level deeper',
    when: [{ message: /\bfetch failed\b/i }, { failureCode: 'reason left empty' }],
    unless: [{ failure: /^(?!unclassified$)/ }, { status: { min: 100 } }],
    signs: [
      { facts: { message: /\bfetch failed\b/i }, makes: 'likely' },
      { facts: { failureCode: 'reason left empty' }, makes: 'certain' },
    ],
    tell: 'the text is "TypeError: fetch failed" and nothing else, or ends with "reason:" (node-fetch)',
    meaning:
      'fetch of Node says this for every failure below HTTP: name, connection, certificate, proxy. Which one it was stands in error.cause.',
    reasons: [
      {
        text: 'The program prints error.message and not error.cause.',
        source: 'measured/node-errors',
      },
    ],
    fixes: [
      {
        unless: ONLY_IN_NODE,
        text: 'Print error.cause.code in your program, or let this command name the reason.',
        command: `node -e 'fetch("${ORIGIN}/v3/account/usage").then((r) => console.log(r.status), (e) => console.log(e.cause?.code, e.cause?.message))'`,
        source: 'measured/node-errors',
        verify: USAGE_PROBED,
      },
      {
        text: 'Give that text to lusha-doctor explain-error, together with its code.',
        source: 'inferred',
      },
    ],
    sources: ['measured/node-errors'],
  },
] as const satisfies readonly Cause[];
