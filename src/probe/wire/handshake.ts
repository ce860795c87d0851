import type { Duplex } from 'node:stream';
import * as tls from 'node:tls';
import type { TlsSession } from '../../model/exchange.ts';
import { chainOf } from './certificate.ts';
import { literalAddress } from './dial.ts';
import { failureOf, type Where } from './failure-kind.ts';
import type { Sockets } from './sockets.ts';
import { done, failed, type Step } from './timeline.ts';

export interface TlsSetting {
  /** Name or address the certificate must be for. */
  readonly host: string;
  /** PEM certificates trusted in addition to Node's own. */
  readonly ca: readonly string[];
  readonly where: Where;
  /** Told about the session also when it is refused. */
  readonly onSession?: (session: TlsSession) => void;
}

/**
 * TLS over a connected socket. The chain is recorded before it is judged, so verification
 * happens here and not in Node's default, which NODE_TLS_REJECT_UNAUTHORIZED can switch off:
 * a socket comes out of this function only when chain and name are good.
 */
export async function startTls(
  raw: Duplex,
  { host, ca, where, onSession }: TlsSetting,
  sockets: Sockets,
): Promise<Step<tls.TLSSocket>> {
  let nameError: Error | undefined;
  const trusted = ca.length > 0 ? { ca: [...ownAuthorities(), ...ca] } : {};
  const socket = tls.connect({
    ...trusted,
    socket: raw,
    host,
    ...(literalAddress(host) === undefined ? { servername: host } : {}),
    ALPNProtocols: ['http/1.1'],
    rejectUnauthorized: false,
    checkServerIdentity: (name, certificate) => {
      nameError = tls.checkServerIdentity(name, certificate);
      return nameError;
    },
  });
  await new Promise<void>((resolve, reject) => {
    sockets.hold(socket).once('secureConnect', resolve).once('error', reject);
  });
  const refusal = socket.authorized ? undefined : refusalOf(socket, nameError);
  onSession?.({
    version: socket.getProtocol() ?? '',
    cipher: socket.getCipher().name,
    chain: chainOf(socket),
    ...(refusal === undefined ? {} : { refusal: refusal.code }),
  });
  return refusal === undefined ? done(socket) : failed(failureOf(refusal, where));
}

/** With rejectUnauthorized off Node leaves the verifier's code, a string, in the error's place. */
function refusalOf({ authorizationError }: tls.TLSSocket, nameError: Error | undefined) {
  if (nameError !== undefined) {
    return { code: 'ERR_TLS_CERT_ALTNAME_INVALID', message: nameError.message };
  }
  const code = String(authorizationError);
  return { code, message: `the certificate was refused: ${code}` };
}

/** What Node trusts by itself; from 22.15 on that includes NODE_EXTRA_CA_CERTS. */
function ownAuthorities(): readonly string[] {
  const read: unknown = Reflect.get(tls, 'getCACertificates');
  if (typeof read !== 'function') return tls.rootCertificates;
  const list: unknown = Reflect.apply(read, tls, ['default']);
  return Array.isArray(list) ? list.filter((pem) => typeof pem === 'string') : tls.rootCertificates;
}
