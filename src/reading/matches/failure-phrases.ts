import type { FailureKind, Phase } from '../../model/exchange.ts';
import { APPLE_PHRASES } from '../../knowledge/transport-texts/apple.ts';
import { BEAM_PHRASES } from '../../knowledge/transport-texts/beam.ts';
import { CURL_PHRASES } from '../../knowledge/transport-texts/curl.ts';
import { HTTP2_PHRASES } from '../../knowledge/transport-texts/http2.ts';
import { GO_PHRASES } from '../../knowledge/transport-texts/go.ts';
import { JVM_PHRASES } from '../../knowledge/transport-texts/jvm.ts';
import { NODE_PHRASES } from '../../knowledge/transport-texts/node.ts';
import { OPENSSL_PHRASES } from '../../knowledge/transport-texts/openssl.ts';
import type { FailurePhrase } from '../../knowledge/transport-texts/phrase.ts';
import { PERL_PHRASES } from '../../knowledge/transport-texts/perl.ts';
import { PLATFORM_PHRASES } from '../../knowledge/transport-texts/platforms.ts';
import { PYTHON_PHRASES } from '../../knowledge/transport-texts/python.ts';
import { RUST_PHRASES } from '../../knowledge/transport-texts/rust.ts';
import { SYSTEM_PHRASES } from '../../knowledge/transport-texts/systems.ts';
import { TIMEOUT_PHRASES } from '../../knowledge/transport-texts/timeouts.ts';
import { WGET_PHRASES } from '../../knowledge/transport-texts/wget.ts';
import { WINDOWS_PHRASES } from '../../knowledge/transport-texts/windows.ts';

export { LAST_PHRASES } from '../../knowledge/transport-texts/unconnected.ts';

/** What is looked for first: the special before the general, TLS before the connection below it. */
const ORDER: readonly (FailureKind | readonly [FailureKind, Phase])[] = [
  'unclassified',
  'tls-not-yet-valid',
  'tls-expired',
  'tls-wrong-name',
  'tls-unknown-ca',
  'tls-self-signed',
  'tls-bad-certificate',
  'tls-plain-http',
  'tls-protocol-mismatch',
  'tls-timeout',
  // Of a handshake that ended, the deepest cause says whether it was by a reset.
  ['connection-reset', 'tls'],
  ['connection-closed', 'tls'],
  'tls-failure',
  'dns-timeout',
  'dns-failure',
  'dns-not-found',
  'network-unreachable',
  'host-unreachable',
  'connection-refused',
  'blocked-locally',
  'connection-timeout',
  'header-refused',
  ['body-timeout', 'body'],
  'headers-timeout',
  'body-timeout',
  'connection-closed',
  'connection-reset',
  'body-cut',
  'body-undecodable',
  'malformed-response',
  'headers-too-large',
  'deadline',
  'interrupted',
];

const ALL: readonly FailurePhrase[] = [
  ...OPENSSL_PHRASES,
  ...CURL_PHRASES,
  ...WGET_PHRASES,
  ...NODE_PHRASES,
  ...PYTHON_PHRASES,
  ...GO_PHRASES,
  ...JVM_PHRASES,
  ...WINDOWS_PHRASES,
  ...APPLE_PHRASES,
  ...BEAM_PHRASES,
  ...PERL_PHRASES,
  ...RUST_PHRASES,
  ...TIMEOUT_PHRASES,
  ...SYSTEM_PHRASES,
  ...PLATFORM_PHRASES,
];

/** The phrases of all clients, in the order in which they are looked for. */
export const FAILURE_PHRASES: readonly FailurePhrase[] = [
  // A code of HTTP/2 says more than the words around it.
  ...HTTP2_PHRASES,
  ...ALL.toSorted((a, b) => rankOf(a) - rankOf(b)),
];

function rankOf({ kind, phase }: FailurePhrase): number {
  const special = ORDER.findIndex(
    (entry) => typeof entry !== 'string' && entry[0] === kind && entry[1] === phase,
  );
  return special === -1 ? ORDER.indexOf(kind) : special;
}
