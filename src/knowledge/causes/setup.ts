import type { Cause } from '../../model/cause.ts';
import { ONLY_IN_NODE } from '../only-in.ts';
import { AFTER_FIX } from '../retries.ts';
import {
  CERTIFICATE_ACCEPTED,
  HOST,
  HOST_AND_PORT,
  ORIGIN,
  PROXY_VARIABLES,
  USAGE_PROBED,
} from '../verifications.ts';

const around = {
  subject: 'setup',
  severity: 'warn',
  whoActs: 'you',
  retry: AFTER_FIX,
} as const;

const CLEAN = {
  command: 'lusha-doctor check-key --fail-on warn',
  expect: 'exit 0: no warning left',
} as const;

const NO_PROXY_FINDINGS = [
  'no-proxy-typo',
  'no-proxy-blanks',
  'proxy-variables-differ',
  'proxy-without-scheme',
] as const;

/** Failures while a body was read. */
const BROKEN_OFF = ['body-cut', 'length-mismatch', 'body-timeout', 'body-undecodable'] as const;

/** The usage call of V2. */
const OLD_USAGE = { path: '/account/usage' } as const;
/** The path is known and belongs to another version. */
const NOT_V2 = [{ endpointVersion: ['v1', 'v3', 'invented', 'retired', 'unlisted'] }] as const;

/** Conditions around the call that do harm now or soon. They stand beside any diagnosis. */
export const setupCauses = [
  {
    ...around,
    id: 'clock-skewed',
    layer: 'client',
    title: 'The clocks of this machine and of the server disagree',
    when: [{ clockSkew: { min: 60 } }, { clockSkew: { max: -60 } }],
    signs: [
      { facts: { clockSkew: { min: 60 } }, makes: 'certain' },
      { facts: { clockSkew: { max: -60 } }, makes: 'certain' },
    ],
    tell: 'the header Date of the answer differs from your clock by a minute or more',
    meaning:
      'Your clock differs from that of the server by {clockSkew|more than 60} s (negative: it is behind). Certificates then seem expired or not yet valid, and waits until a reset are computed wrongly.',
    reasons: [
      { text: 'Time synchronisation is off, or blocked by the network.', source: 'inferred' },
      { text: 'A virtual machine or container host slept.', source: 'inferred' },
    ],
    fixes: [
      {
        text: 'Switch on time synchronisation (macOS: sudo sntp -sS time.apple.com).',
        command: 'sudo timedatectl set-ntp true',
        source: 'inferred',
        verify: {
          command: `curl -sSI ${ORIGIN}/v3/account/usage | grep -i '^date:'; date -u`,
          expect: 'the same time twice',
        },
      },
    ],
    sources: ['inferred'],
  },
  {
    ...around,
    id: 'tls-verification-off',
    layer: 'tls',
    title: 'Certificate checks are switched off',
    when: [{ environment: 'tls-verification-off' }],
    signs: [{ facts: { environment: 'tls-verification-off' }, makes: 'certain' }],
    tell: 'NODE_TLS_REJECT_UNAUTHORIZED is 0 in the environment',
    meaning:
      'Your Node programs accept any certificate, so anybody on the way can pose as Lusha and read the key. lusha-doctor itself goes on checking.',
    reasons: [
      { text: 'Somebody silenced a certificate error of a company proxy.', source: 'inferred' },
    ],
    fixes: [
      {
        unless: ONLY_IN_NODE,
        text: 'Remove the switch, here and where it is set (shell profile, CI, Dockerfile).',
        command: 'unset NODE_TLS_REJECT_UNAUTHORIZED',
        source: 'node/cli',
        verify: CLEAN,
      },
      {
        unless: ONLY_IN_NODE,
        text: 'If a certificate error comes back, trust the authority in place of everybody.',
        command: 'export NODE_EXTRA_CA_CERTS="$PWD/company-ca.pem"',
        source: 'node/cli',
        verify: USAGE_PROBED,
      },
    ],
    sources: ['node/cli', 'measured/node-errors'],
  },
  {
    ...around,
    id: 'ca-file-unreadable',
    layer: 'tls',
    title: 'The file with additional authorities cannot be read',
    when: [{ environment: 'ca-file-unreadable' }],
    signs: [{ facts: { environment: 'ca-file-unreadable' }, makes: 'certain' }],
    tell: 'NODE_EXTRA_CA_CERTS names a file that is missing, unreadable or not PEM',
    meaning:
      'Node prints one warning and goes on without these authorities. Behind a proxy that reads TLS every call then fails.',
    reasons: [
      {
        text: 'The path is relative, misspelt, or not there in the container.',
        source: 'inferred',
      },
      { text: 'The file is DER and not PEM.', source: 'inferred' },
    ],
    fixes: [
      {
        unless: ONLY_IN_NODE,
        text: 'Name a readable PEM file by its full path.',
        command: 'openssl x509 -in "$NODE_EXTRA_CA_CERTS" -noout -subject -enddate',
        source: 'node/cli',
        verify: {
          command: 'openssl x509 -in "$NODE_EXTRA_CA_CERTS" -noout -subject -enddate',
          expect: 'name and end date of the authority',
        },
      },
    ],
    sources: ['node/cli'],
  },
  {
    ...around,
    id: 'proxy-misconfigured',
    layer: 'proxy',
    title: 'The proxy variables contain a mistake',
    when: [{ environment: NO_PROXY_FINDINGS }],
    signs: [{ facts: { environment: NO_PROXY_FINDINGS }, makes: 'certain' }],
    tell: 'found: no-proxy-typo, no-proxy-blanks, proxy-variables-differ or proxy-without-scheme',
    meaning:
      'Programs read these variables differently, so one goes through the proxy and another does not. Found: {environment|see the list}. The variable that counts here is {proxyVariable|one of them}, its value {proxyValue|not shown}.',
    reasons: [
      {
        text: 'proxy-variables-differ: the name in capitals and the one in small letters hold different values.',
        source: 'inferred',
      },
      {
        text: 'proxy-without-scheme: the value has no http:// in front. curl, Python requests and lusha-doctor take it for http; Node refuses it (ERR_INVALID_URL).',
        source: 'measured/proxies',
      },
      {
        text: 'no-proxy-typo: an entry of NO_PROXY was meant for this host and misses it, or can fit no host at all; or the variable is spelt NOPROXY.',
        source: 'inferred',
      },
      {
        text: 'no-proxy-blanks: blanks stand between the entries of NO_PROXY; some programs only split at commas.',
        source: 'inferred',
      },
    ],
    fixes: [
      {
        text: 'See which variables are set.',
        command: PROXY_VARIABLES,
        source: 'inferred',
      },
      {
        text: 'Write the proxy as http://host:port in both spellings, and NO_PROXY as host names with commas and no blanks.',
        command:
          'export https_proxy="${HTTPS_PROXY:-$https_proxy}" no_proxy="${NO_PROXY:-$no_proxy}"',
        source: 'inferred',
        verify: CLEAN,
      },
    ],
    sources: ['measured/proxies', 'inferred'],
  },
  {
    ...around,
    id: 'proxy-credentials-in-url',
    layer: 'proxy',
    title: 'The proxy variable contains a password',
    when: [{ environment: 'proxy-credentials-in-url' }],
    signs: [{ facts: { environment: 'proxy-credentials-in-url' }, makes: 'certain' }],
    tell: 'the value of a proxy variable has user:password@ before the host',
    meaning:
      'Every program started from here can read the password, and error messages and logs repeat it. It works, so this is only a warning.',
    reasons: [
      {
        text: 'The proxy asks for a password, and a URL is the only place for it.',
        source: 'inferred',
      },
    ],
    fixes: [
      {
        text: 'Use a local relay such as cntlm or px that holds the password, and name that as the proxy.',
        source: 'inferred',
        verify: {
          command: 'env | grep -i _proxy | grep -c @',
          expect: '0: no proxy variable holds a password any more',
        },
      },
      {
        text: 'Mask the value before you show the environment to anybody.',
        command: "env | grep -i _proxy | sed 's#//.*@#//#'",
        source: 'inferred',
      },
    ],
    sources: ['inferred'],
  },
  {
    ...around,
    id: 'endpoint-sunset',
    layer: 'request',
    title: 'This endpoint has an announced end',
    names: 'sunset',
    when: [{ sunset: /./ }],
    signs: [{ facts: { sunset: /./ }, makes: 'certain' }],
    tell: 'the answer carries the header Sunset',
    meaning:
      'The header Sunset of the answer is about {path|this endpoint}: it {sunsetWords|names the end of it}. After that day a call may fail at any time.',
    reasons: [
      {
        text: 'V2 was announced to stop on 2026-11-18.',
        source: 'code/v2-sunset',
        unless: NOT_V2,
      },
      {
        text: 'V2 answers are said to carry Sunset since 2026-05-18.',
        source: 'code/v2-sunset',
        unless: NOT_V2,
      },
      {
        text: 'Lusha or a gateway in front of it plans to take this endpoint away.',
        source: 'inferred',
        when: NOT_V2,
      },
    ],
    fixes: [
      {
        text: 'Move the call to V3: /v2/person becomes POST /v3/contacts/search-and-enrich, /v2/company POST /v3/companies/search-and-enrich, /account/usage GET /v3/account/usage.',
        source: 'docs/v2-overview',
        verify: {
          command: 'lusha-doctor probe-endpoint POST /v3/contacts/search-and-enrich',
          expect: 'exit 0: path and method are right',
        },
        unless: [...NOT_V2, OLD_USAGE],
      },
      {
        text: 'Move the call to V3: GET /account/usage becomes GET /v3/account/usage.',
        source: 'docs/v2-overview',
        verify: USAGE_PROBED,
        when: [OLD_USAGE],
      },
      {
        text: 'Look for the successor in the header Link of the answer and at https://docs.lusha.com/changelog/overview.',
        source: 'docs/changelog',
        when: NOT_V2,
      },
    ],
    sources: ['code/v2-sunset', 'docs/v2-overview'],
  },
  {
    ...around,
    id: 'answer-incomplete',
    layer: 'network',
    title: 'The answer did not arrive whole',
    when: [
      { failure: BROKEN_OFF, status: { min: 400 } },
      { bodyKind: 'broken-json', answeredBy: ['lusha', 'gateway'], status: { min: 400 } },
    ],
    unless: [{ bodyIsCut: true }],
    signs: [
      { facts: { failure: BROKEN_OFF, status: { min: 400 } }, makes: 'certain' },
      { facts: { bodyKind: 'broken-json', status: { min: 400 } }, makes: 'certain' },
    ],
    tell: 'the status is known, and the body ends early, stalls or cannot be decompressed',
    meaning:
      'Status and headers came and say what is the matter ({status|see the status}); the body broke off. What Lusha wrote about the reason may be lost.',
    reasons: [
      { text: 'The connection was lost while the body was read.', source: 'measured/node-errors' },
      { text: 'A proxy or filter on the way cut or changed the body.', source: 'inferred' },
    ],
    fixes: [
      {
        text: 'Send the request once more and read the whole text; a damaged answer rarely comes twice.',
        source: 'inferred',
        verify: USAGE_PROBED,
      },
    ],
    sources: ['measured/node-errors', 'inferred'],
  },
  {
    ...around,
    id: 'certificate-expires-soon',
    layer: 'tls',
    title: 'The certificate expires soon',
    when: [{ certificateDays: { min: 0, max: 14 } }],
    signs: [{ facts: { certificateDays: { min: 0, max: 14 } }, makes: 'certain' }],
    tell: 'notAfter of the certificate is at most 14 days away',
    meaning:
      'The certificate you were shown ends in {certificateDays|a few} days. It should have been renewed by now; from that day on every call fails.',
    reasons: [
      { text: 'The renewal is late or broken.', source: 'inferred' },
      {
        text: 'The certificate is that of a proxy which reads TLS (issuer: {certificateIssuer|not seen}).',
        source: 'inferred',
      },
    ],
    fixes: [
      {
        text: 'Look who issued it. A name of your company or of a security product belongs to your network team, any other to whoever runs {host|the host}.',
        command: `openssl s_client -connect ${HOST_AND_PORT} -servername ${HOST} </dev/null 2>/dev/null | openssl x509 -noout -issuer -enddate`,
        source: 'inferred',
        verify: CERTIFICATE_ACCEPTED,
      },
    ],
    sources: ['inferred'],
  },
] as const satisfies readonly Cause[];
