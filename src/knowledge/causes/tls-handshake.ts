import type { Cause } from '../../model/cause.ts';
import { ONLY_IN_NODE } from '../only-in.ts';
import { AFTER_FIX, BACKOFF } from '../retries.ts';
import {
  CERTIFICATE_ACCEPTED,
  HOST,
  HOST_AND_PORT,
  HOST_ANSWERS,
  ORIGIN,
  USAGE_PROBED,
} from '../verifications.ts';
import { NO_PROXY, NOT_CHOSEN, USE_LUSHAS_HOST } from './own-host.ts';

/** The proxy, if there is one, is not spoken to in TLS. */
const NO_TLS_TO_PROXY = [...NO_PROXY, { proxyUrl: /^http:/ }] as const;
/** The tunnel of a proxy stands, and something in it answers. */
const IN_TUNNEL = [{ proxyUrl: /^http:/ }] as const;

const unsecured = { layer: 'tls', subject: 'failure', severity: 'fail' } as const;

/** What Windows says, and Chrome on it, when the issuer cannot be asked. */
const REVOCATION_CODES = [
  'CRYPT_E_NO_REVOCATION_CHECK',
  'CRYPT_E_REVOCATION_OFFLINE',
  'CERT_E_REVOCATION_FAILURE',
  'ERR_CERT_NO_REVOCATION_MECHANISM',
  'ERR_CERT_UNABLE_TO_CHECK_REVOCATION',
] as const;

/** What .NET Framework says when the other side wants a newer version; the words of Windows are read as these. */
const OLD_CODES = [
  'Could not create SSL/TLS secure channel',
  'An unexpected error occurred on a send',
] as const;

/** TLS did not get as far as a certificate to judge. */
export const tlsHandshakeCauses = [
  {
    ...unsecured,
    id: 'tls-protocol-mismatch',
    title: 'Client and server share no TLS version or cipher',
    when: [{ failure: 'tls-protocol-mismatch' }],
    unless: [{ failureCode: OLD_CODES }],
    signs: [{ facts: { failure: 'tls-protocol-mismatch' }, makes: 'certain' }],
    tell: 'ERR_SSL_TLSV1_ALERT_PROTOCOL_VERSION or ERR_SSL_SSLV3_ALERT_HANDSHAKE_FAILURE',
    meaning: 'The two sides could not agree on how to encrypt. The key was not sent.',
    reasons: [
      {
        text: 'An old runtime or old OpenSSL, or options that force an old TLS version.',
        source: 'measured/node-errors',
      },
      {
        text: 'The server, or a proxy in between, only knows old versions.',
        source: 'inferred',
      },
    ],
    whoActs: 'you',
    fixes: [
      {
        text: 'See which versions your side offers; --tls-max-v1.x or --tls-cipher-list in NODE_OPTIONS restrict them.',
        command:
          'node -p \'[process.version, require("node:tls").DEFAULT_MIN_VERSION, require("node:tls").DEFAULT_MAX_VERSION, process.env.NODE_OPTIONS]\'',
        unless: ONLY_IN_NODE,
        source: 'node/cli',
        verify: CERTIFICATE_ACCEPTED,
      },
      {
        text: 'If openssl connects and your program does not, upgrade its runtime.',
        source: 'inferred',
        verify: USAGE_PROBED,
      },
    ],
    retry: AFTER_FIX,
    sources: ['measured/node-errors'],
  },
  {
    ...unsecured,
    id: 'tls-too-old',
    title: 'Your client offers an old TLS version only',
    when: [{ failure: ['tls-failure', 'tls-protocol-mismatch'], failureCode: OLD_CODES }],
    signs: [
      {
        facts: { failure: ['tls-failure', 'tls-protocol-mismatch'], failureCode: OLD_CODES },
        makes: 'likely',
      },
    ],
    tell: '"Could not create SSL/TLS secure channel" or "An unexpected error occurred on a send", in the language of Windows: PowerShell 5.1 and .NET Framework before 4.7',
    meaning:
      'Windows PowerShell 5.1 and older .NET Framework begin with TLS 1.0 unless told otherwise, and the server ends such a connection. The key was not sent.',
    reasons: [
      {
        text: 'The program runs in PowerShell 5.1 or on .NET Framework 4.5 or older.',
        source: 'inferred',
      },
      { text: 'TLS 1.2 is switched off in this Windows.', source: 'inferred' },
      {
        text: 'A filter of the network ends the handshake; then the same call fails in PowerShell 7 too.',
        source: 'inferred',
      },
    ],
    whoActs: 'you',
    fixes: [
      {
        text: "Switch TLS 1.2 on at the top of the script: [Net.ServicePointManager]::SecurityProtocol = 'Tls12'",
        source: 'inferred',
        verify: {
          command: `powershell -NoProfile -Command '[Net.ServicePointManager]::SecurityProtocol = "Tls12"; try { (iwr ${ORIGIN}/v3/account/usage -UseBasicParsing).StatusCode } catch { [int]$_.Exception.Response.StatusCode }'`,
          expect: '401: Lusha answered and misses nothing but a key',
        },
      },
      {
        text: 'Or run the script in PowerShell 7 (pwsh), which uses TLS 1.2 and 1.3.',
        source: 'inferred',
      },
    ],
    retry: AFTER_FIX,
    sources: ['inferred'],
  },
  {
    ...unsecured,
    id: 'tls-plain-http',
    title: 'The other side does not speak TLS on this port',
    when: [{ failure: 'tls-plain-http' }],
    signs: [{ facts: { failure: 'tls-plain-http' }, makes: 'certain' }],
    tell: 'ERR_SSL_WRONG_VERSION_NUMBER',
    meaning:
      'TLS was begun, and what came back is not TLS; most often it is plain HTTP. The key was not sent.',
    reasons: [
      {
        text: 'The base URL says https for a server that only speaks http.',
        source: 'measured/node-errors',
        unless: NOT_CHOSEN,
      },
      {
        text: 'The proxy URL says https:// and the proxy speaks http.',
        source: 'inferred',
        unless: NO_TLS_TO_PROXY,
      },
      {
        text: 'The proxy granted the tunnel and answers in it itself.',
        source: 'inferred',
        when: IN_TUNNEL,
      },
      { text: 'A portal answers every port in clear text.', source: 'inferred' },
    ],
    whoActs: 'you',
    actsInstead: { who: 'your network team', when: IN_TUNNEL },
    fixes: [
      {
        text: 'Write the proxy as http://host:port; that is the usual form for https targets too.',
        command: "env | grep -i _proxy | sed 's#//[^@/]*@#//#'",
        source: 'inferred',
        verify: USAGE_PROBED,
        unless: NO_TLS_TO_PROXY,
      },
      {
        text: `Ask whoever runs the proxy {proxyUrl} to let TLS to ${HOST_AND_PORT} through untouched.`,
        source: 'inferred',
        verify: USAGE_PROBED,
        when: IN_TUNNEL,
      },
      ...USE_LUSHAS_HOST,
      {
        text: 'See what answers there, without a key.',
        command: `curl -sS -i -m 10 http://${HOST_AND_PORT}/ | head -n 20`,
        source: 'inferred',
        verify: CERTIFICATE_ACCEPTED,
        when: [{ host: /./ }],
        unless: [{ proxyUrl: /./ }],
      },
    ],
    retry: AFTER_FIX,
    sources: ['measured/node-errors'],
  },
  {
    ...unsecured,
    id: 'tls-timeout',
    title: 'The TLS handshake took too long',
    when: [{ failure: 'tls-timeout' }],
    signs: [{ facts: { failure: 'tls-timeout' }, makes: 'certain' }],
    tell: 'the time went by in the phase tls; many clients report it as a connection time-out',
    meaning:
      'The connection to {host|the host} stands, and the handshake used up the time (milliseconds: {slowMs|see the timings}): the other side went on late or not at all.',
    reasons: [
      {
        text: 'A filter swallows the first TLS packet because of its size or host name.',
        source: 'inferred',
      },
      { text: 'The packet size (MTU) of a VPN is set wrongly.', source: 'inferred' },
    ],
    whoActs: 'your network team',
    fixes: [
      {
        text: 'See whether openssl gets stuck as well.',
        command: `timeout 20 openssl s_client -connect ${HOST_AND_PORT} -servername ${HOST} </dev/null`,
        source: 'inferred',
        verify: CERTIFICATE_ACCEPTED,
      },
      {
        text: 'Try without VPN or from another network, and tell your network team which one works.',
        source: 'inferred',
        verify: HOST_ANSWERS,
      },
    ],
    retry: BACKOFF,
    sources: ['measured/node-errors'],
  },
  {
    ...unsecured,
    id: 'tls-revocation-unchecked',
    title: 'Windows cannot ask whether the certificate was revoked',
    when: [{ failure: 'tls-failure', failureCode: REVOCATION_CODES }],
    signs: [{ facts: { failure: 'tls-failure', failureCode: REVOCATION_CODES }, makes: 'certain' }],
    tell: 'CRYPT_E_NO_REVOCATION_CHECK (0x80092012) or CRYPT_E_REVOCATION_OFFLINE (0x80092013); curl of Windows exits 35',
    meaning:
      'Windows wants to ask the issuer of the certificate whether it still holds, and got no answer ({failureCode|see the code}). Nothing is known to be wrong with the certificate. The key was not sent.',
    reasons: [
      {
        text: 'A proxy that reads TLS signs with the company authority, whose certificates name no list to ask.',
        source: 'inferred',
      },
      {
        text: 'A firewall lets port 443 out and blocks the list of the issuer, which is asked over http.',
        source: 'inferred',
      },
    ],
    whoActs: 'your network team',
    fixes: [
      {
        text: 'Let curl go on when the list cannot be asked; a certificate that is known to be revoked stays refused.',
        command: `curl --ssl-revoke-best-effort -sS -o /dev/null -w '%{http_code}\\n' ${ORIGIN}/v3/account/usage`,
        source: 'inferred',
        verify: HOST_ANSWERS,
      },
      {
        text: 'Ask your network team to let the lists of the issuer through, or to publish one for the company authority.',
        source: 'inferred',
      },
    ],
    retry: AFTER_FIX,
    sources: ['inferred'],
  },
  {
    ...unsecured,
    id: 'tls-failure',
    title: 'The TLS handshake failed',
    names: 'failureCode',
    when: [{ failure: 'tls-failure' }],
    unless: [{ failureCode: OLD_CODES }],
    signs: [{ facts: { failure: 'tls-failure' }, makes: 'certain' }],
    tell: 'the failure is in the phase tls and its code is none of the known ones',
    meaning: 'No secure connection came about ({failureCode|see the code}). The key was not sent.',
    reasons: [
      { text: 'A filter cuts the handshake.', source: 'inferred' },
      {
        text: 'The other side asks for a client certificate or is set up badly.',
        source: 'inferred',
      },
    ],
    whoActs: 'your network team',
    fixes: [
      {
        text: 'See how far openssl gets; its last lines name the alert.',
        command: `openssl s_client -connect ${HOST_AND_PORT} -servername ${HOST} -state </dev/null`,
        source: 'inferred',
        verify: CERTIFICATE_ACCEPTED,
      },
    ],
    retry: BACKOFF,
    sources: ['measured/node-errors'],
  },
] as const satisfies readonly Cause[];
