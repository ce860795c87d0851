import type { Cause } from '../../model/cause.ts';
import { ONLY_IN_NODE_AND_BUN } from '../only-in.ts';
import { AFTER_FIX } from '../retries.ts';
import {
  CERTIFICATE_ACCEPTED,
  HOST,
  HOST_AND_PORT,
  NAME_LOOKUP,
  ORIGIN,
  USAGE_PROBED,
} from '../verifications.ts';
import { HOST_CHOSEN, HOST_IS_ADDRESS, NOT_CHOSEN, USE_LUSHAS_HOST } from './own-host.ts';

const refused = {
  layer: 'tls',
  subject: 'failure',
  severity: 'fail',
  retry: AFTER_FIX,
} as const;

/** These name the date and not the direction; nearly always the certificate has ended. */
const DATE_ONLY = ['ERR_CERT_DATE_INVALID', 'SEC_E_CERT_EXPIRED', 'CERT_E_EXPIRED'] as const;
const NOT_DATE_ONLY = /^(?!(?:ERR_CERT_DATE_INVALID|SEC_E_CERT_EXPIRED|CERT_E_EXPIRED)$)/;

const SHOW_CERTIFICATE = `openssl s_client -connect ${HOST_AND_PORT} -servername ${HOST} </dev/null 2>/dev/null | openssl x509 -noout -subject -issuer -dates`;

const SERVER_CLOCK = `curl -sSkI ${ORIGIN}/v3/account/usage | grep -i '^date:'; date -u`;

const NEVER_SWITCH_OFF = {
  text: 'Do not switch verification off (NODE_TLS_REJECT_UNAUTHORIZED=0, verify=False, curl -k): whoever holds the connection then reads your key.',
  source: 'inferred',
} as const;

/** The clock of this machine was compared with another one. */
const CLOCK_COMPARED = [{ clockSkew: { min: -Number.MAX_SAFE_INTEGER } }] as const;

/** The code of a certificate that only the strict rules of RFC 5280 refuse. */
const STRICT = 'strict verification';

/** The certificate was refused; nothing was sent. */
export const tlsCertificateCauses = [
  {
    ...refused,
    id: 'tls-expired',
    title: 'The certificate has expired',
    names: 'host',
    when: [{ failure: 'tls-expired' }],
    signs: [
      { facts: { failure: 'tls-expired', clockSkew: { min: 60 } }, makes: 'certain' },
      { facts: { failure: 'tls-expired', failureCode: NOT_DATE_ONLY }, makes: 'certain' },
      { facts: { failure: 'tls-expired' }, makes: 'likely' },
    ],
    tell: 'CERT_HAS_EXPIRED; compare notAfter of the certificate with your clock',
    meaning:
      'By your clock the certificate has ended (days left: {certificateDays|fewer than 0}). The key was not sent.',
    reasons: [
      {
        text: 'The clock of your machine is ahead, by {clockSkew} s.',
        source: 'inferred',
        when: [{ clockSkew: { min: 60 } }],
      },
      { text: 'The clock of your machine is ahead.', source: 'inferred', unless: CLOCK_COMPARED },
      {
        text: 'A proxy that reads TLS presents an old certificate (issuer: {certificateIssuer|not seen}).',
        source: 'inferred',
      },
      { text: 'The server was not given a new certificate in time.', source: 'inferred' },
    ],
    whoActs: 'you',
    fixes: [
      {
        text: 'Compare your clock with that of the server; the dates may differ by seconds only. This command ignores the certificate and sends no key.',
        command: SERVER_CLOCK,
        source: 'inferred',
        verify: CERTIFICATE_ACCEPTED,
      },
      {
        text: 'If the clock is right, look who issued the certificate. A name of your company or of a security product belongs to your network team, any other to whoever runs {host|the host}.',
        command: SHOW_CERTIFICATE,
        source: 'inferred',
      },
    ],
    notes: [NEVER_SWITCH_OFF],
    sources: ['measured/node-errors'],
  },
  {
    ...refused,
    id: 'tls-not-yet-valid',
    title: 'The certificate is not valid yet',
    names: 'host',
    when: [{ failure: 'tls-not-yet-valid' }, { failure: 'tls-expired', failureCode: DATE_ONLY }],
    signs: [
      { facts: { failure: 'tls-not-yet-valid', clockSkew: { max: -60 } }, makes: 'certain' },
      { facts: { failure: 'tls-not-yet-valid' }, makes: 'certain' },
    ],
    tell: 'CERT_NOT_YET_VALID; compare notBefore of the certificate with your clock',
    meaning:
      'By your clock the certificate begins in the future. Nearly always the clock of the machine is behind. The key was not sent.',
    reasons: [
      {
        text: 'The clock is behind: a virtual machine that slept, a dead battery, no NTP.',
        source: 'inferred',
      },
      { text: 'A certificate of a company proxy was made too early.', source: 'inferred' },
    ],
    whoActs: 'you',
    fixes: [
      {
        text: 'Compare your clock with that of the server. This command ignores the certificate and sends no key.',
        command: SERVER_CLOCK,
        source: 'inferred',
      },
      {
        text: 'Switch on time synchronisation.',
        command: 'sudo timedatectl set-ntp true',
        source: 'inferred',
        verify: CERTIFICATE_ACCEPTED,
      },
    ],
    notes: [NEVER_SWITCH_OFF],
    sources: ['measured/node-errors'],
  },
  {
    ...refused,
    id: 'tls-wrong-name',
    title: 'The certificate is for another host than the one called',
    names: 'host',
    when: [{ failure: 'tls-wrong-name' }],
    signs: [{ facts: { failure: 'tls-wrong-name' }, makes: 'certain' }],
    tell: 'ERR_TLS_CERT_ALTNAME_INVALID; the names in the certificate do not include the host',
    meaning:
      'The certificate that was presented is not for {host|the host you called}, so another server answers. The key was not sent.',
    reasons: [
      {
        text: 'The base URL holds an address or an alias in place of the name in the certificate.',
        source: 'inferred',
        unless: NOT_CHOSEN,
      },
      { text: 'DNS, the hosts file or a portal leads to another machine.', source: 'inferred' },
    ],
    whoActs: 'you',
    fixes: [
      {
        text: 'See for whom the certificate is.',
        command: SHOW_CERTIFICATE,
        source: 'inferred',
        verify: CERTIFICATE_ACCEPTED,
      },
      ...USE_LUSHAS_HOST,
      {
        text: 'Look for an entry in the hosts file, and which address the name gives.',
        command: `grep -n ${HOST} /etc/hosts; ${NAME_LOOKUP}`,
        source: 'inferred',
        verify: USAGE_PROBED,
        unless: [...HOST_CHOSEN, ...HOST_IS_ADDRESS],
      },
    ],
    notes: [NEVER_SWITCH_OFF],
    sources: ['measured/node-errors'],
  },
  {
    ...refused,
    id: 'tls-self-signed',
    title: 'The certificate is signed by itself',
    names: 'host',
    when: [{ failure: 'tls-self-signed' }],
    signs: [{ facts: { failure: 'tls-self-signed' }, makes: 'certain' }],
    tell: 'DEPTH_ZERO_SELF_SIGNED_CERT: subject and issuer of the only certificate are the same',
    meaning:
      'No authority vouches for the server that answers at {host|this address}. Lusha does not use such a certificate, so it is not Lusha that answers. The key was not sent.',
    reasons: [
      { text: 'A test server, router or portal answers.', source: 'inferred' },
      { text: 'A proxy that reads TLS is set up badly.', source: 'inferred' },
    ],
    whoActs: 'your network team',
    fixes: [
      {
        text: 'See who answers.',
        command: SHOW_CERTIFICATE,
        source: 'inferred',
        verify: CERTIFICATE_ACCEPTED,
      },
      {
        text: 'For a test server of your own, trust its certificate for this run: --ca FILE.',
        source: 'measured/node-errors',
      },
    ],
    notes: [NEVER_SWITCH_OFF],
    sources: ['measured/node-errors'],
  },
  {
    ...refused,
    id: 'tls-unknown-ca',
    title: 'Your client does not know the authority behind the certificate',
    names: 'certificateIssuer',
    when: [{ failure: 'tls-unknown-ca' }],
    signs: [{ facts: { failure: 'tls-unknown-ca' }, makes: 'certain' }],
    because: ['ca-file-unreadable', 'ca-known-to-system'],
    tell: 'SELF_SIGNED_CERT_IN_CHAIN or UNABLE_TO_VERIFY_LEAF_SIGNATURE, while a browser on the same machine is content',
    meaning:
      'Your client trusts a list of authorities, often its own, and the issuer of this certificate is not on it: {certificateIssuer|see below}. If that is your company or a security product, it opens TLS on the way to {host|the host}. The key was not sent.',
    reasons: [
      {
        text: 'A proxy that reads TLS signs with the company authority (Zscaler, Netskope, Fortinet, Palo Alto and others).',
        source: 'measured/node-errors',
      },
      { text: 'Antivirus on the machine does the same.', source: 'inferred' },
      { text: 'The server left out an intermediate certificate.', source: 'measured/node-errors' },
    ],
    whoActs: 'your network team',
    fixes: [
      {
        text: 'See who issued the certificate.',
        command: SHOW_CERTIFICATE,
        source: 'inferred',
        unless: [{ certificateIssuer: /./ }],
      },
      {
        text: 'If that is your company or a security product, get its authority as a PEM file from your network team and try it once.',
        command: 'lusha-doctor probe-endpoint GET /v3/account/usage --ca company-ca.pem',
        source: 'measured/node-errors',
        verify: {
          command: 'lusha-doctor probe-endpoint GET /v3/account/usage --ca company-ca.pem',
          expect: 'exit 0',
        },
      },
      {
        text: 'Then set it before the program starts; it is read only once.',
        command: 'export NODE_EXTRA_CA_CERTS="$PWD/company-ca.pem"',
        unless: ONLY_IN_NODE_AND_BUN,
        source: 'node/cli',
        verify: USAGE_PROBED,
      },
      {
        text: 'If it is neither, the server may leave out an intermediate certificate: whoever runs {host} has to send the whole chain.',
        source: 'measured/node-errors',
        when: HOST_CHOSEN,
      },
    ],
    notes: [
      NEVER_SWITCH_OFF,
      {
        text: 'Whoever opens TLS on the way can read your key. Make sure that you know who it is.',
        source: 'inferred',
      },
    ],
    sources: ['measured/node-errors', 'node/cli'],
  },
  {
    ...refused,
    id: 'tls-strict-verification',
    title: 'The company certificate breaks rules that Python now checks',
    when: [{ failure: 'tls-bad-certificate', failureCode: STRICT }],
    signs: [{ facts: { failure: 'tls-bad-certificate', failureCode: STRICT }, makes: 'certain' }],
    tell: '"Basic Constraints of CA cert not marked critical", "Missing Authority Key Identifier" and the like, from Python 3.13 on',
    meaning:
      'The authority is trusted, and its certificate lacks a field that RFC 5280 asks for. Python 3.13 and urllib3 2.4 check this; curl, Node and Python 3.12 do not. The key was not sent.',
    reasons: [
      {
        text: 'The root of a proxy that reads TLS was made without these fields.',
        source: 'inferred',
      },
      { text: 'Python or urllib3 was upgraded.', source: 'inferred' },
    ],
    whoActs: 'your network team',
    fixes: [
      {
        text: 'Have the company authority issued again with a critical basicConstraints, keyUsage and key identifiers.',
        source: 'inferred',
        verify: {
          command: 'openssl verify -x509_strict -CAfile company-ca.pem leaf.pem',
          expect: 'leaf.pem: OK',
        },
      },
      {
        text: 'Until then give the client a context without the strict flag; all else stays checked: ctx = ssl.create_default_context(); ctx.verify_flags &= ~ssl.VERIFY_X509_STRICT',
        source: 'inferred',
      },
    ],
    notes: [NEVER_SWITCH_OFF],
    sources: ['inferred'],
  },
  {
    ...refused,
    id: 'tls-bad-certificate',
    title: 'The certificate breaks a rule',
    names: 'failureCode',
    when: [{ failure: 'tls-bad-certificate' }],
    signs: [{ facts: { failure: 'tls-bad-certificate' }, makes: 'certain' }],
    tell: 'INVALID_PURPOSE, UNSPECIFIED, or a code about a revoked, weak or malformed certificate',
    meaning:
      'The certificate is refused for a reason other than date, name or issuer: it is made for another purpose, or its key or signature is too weak. The key was not sent.',
    reasons: [
      {
        text: 'A proxy that reads TLS makes certificates with old settings.',
        source: 'measured/node-errors',
      },
      { text: 'A test server uses a client certificate or SHA-1.', source: 'measured/node-errors' },
    ],
    whoActs: 'your network team',
    fixes: [
      {
        text: 'See the certificate and its issuer.',
        command: SHOW_CERTIFICATE,
        source: 'inferred',
        verify: CERTIFICATE_ACCEPTED,
      },
    ],
    notes: [NEVER_SWITCH_OFF],
    sources: ['measured/node-errors'],
  },
] as const satisfies readonly Cause[];
