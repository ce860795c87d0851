import { judged } from '../faults.ts';
import { hasty } from '../probing.ts';
import { recorder } from '../recorder.ts';
import { afterRequest, saying } from '../servers.ts';
import { lift, raw, rawTls, servers, tls, unresolved, type Fault } from './bringing.ts';

export const NAMES: readonly Fault[] = [
  ['the name does not exist', unresolved('ENOTFOUND'), 'dns-not-found', 'network', 3],
  ['the resolver gives up', unresolved('EAI_AGAIN'), 'dns-failure', 'network', 3],
  ['the resolver refuses', unresolved('EREFUSED'), 'dns-failure', 'network', 3],
  [
    'the resolver is silent',
    () => lift({ ...hasty('dns'), lookup: () => new Promise(() => {}) }),
    'dns-timeout',
    'network',
    3,
  ],
  [
    'the name has no address',
    () => lift({ lookup: () => Promise.resolve([]) }),
    'dns-not-found',
    'network',
    3,
  ],
];

export const CONNECTIONS: readonly Fault[] = [
  [
    'nothing listens',
    async () => judged((await servers.nobody()).url),
    'connection-refused',
    'network',
    3,
  ],
  [
    'no way leads to the address',
    () => judged('https://127.255.255.255:4443'),
    'network-unreachable',
    'network',
    3,
  ],
  [
    'it resets at once',
    raw((socket) => socket.resetAndDestroy()),
    'connection-reset',
    'network',
    3,
  ],
  [
    'it resets after the request',
    raw(afterRequest((socket) => socket.resetAndDestroy())),
    'connection-reset',
    'network',
    3,
  ],
  ['it closes without an answer', raw(saying('')), 'connection-closed', 'network', 3],
];

const weak = { minVersion: 'TLSv1', maxVersion: 'TLSv1.1', ciphers: 'ALL@SECLEVEL=0' } as const;
const other = { maxVersion: 'TLSv1.2', ciphers: 'ECDHE-RSA-AES128-GCM-SHA256' } as const;

export const HANDSHAKES: readonly Fault[] = [
  ['its certificate has expired', tls('expired'), 'tls-expired', 'tls', 3],
  ['its certificate begins tomorrow', tls('notYetValid'), 'tls-not-yet-valid', 'tls', 3],
  ['its certificate is for another name', tls('wrongName'), 'tls-wrong-name', 'tls', 3],
  ['its certificate signs itself', tls('selfSigned'), 'tls-self-signed', 'tls', 3],
  ['nobody knows its authority', tls('unknownAuthority'), 'tls-unknown-ca', 'tls', 3],
  ['a company proxy signed its certificate', tls('companyChain'), 'tls-unknown-ca', 'tls', 3],
  ['it forgets the intermediate', tls('missingIntermediate'), 'tls-unknown-ca', 'tls', 3],
  ['its certificate is for clients', tls('wrongPurpose'), 'tls-bad-certificate', 'tls', 3],
  [
    'it speaks plain HTTP on the TLS port',
    async () => {
      const { port } = await servers.http(recorder().handle);
      return judged(`https://127.0.0.1:${port}`);
    },
    'tls-plain-http',
    'tls',
    3,
  ],
  ['it only knows TLS 1.1', tls('good', weak), 'tls-protocol-mismatch', 'tls', 3],
  ['it shares no cipher', tls('good', other), 'tls-protocol-mismatch', 'tls', 3],
  ['it stalls in the handshake', rawTls(() => {}), 'tls-timeout', 'tls', 3],
  [
    'it hangs up in the handshake',
    rawTls((socket) => socket.once('data', () => socket.end())),
    'connection-closed',
    'network',
    3,
  ],
  [
    'it resets in the handshake',
    rawTls((socket) => socket.once('data', () => socket.resetAndDestroy())),
    'connection-reset',
    'network',
    3,
  ],
  [
    'it answers the handshake with noise',
    rawTls((socket) => socket.end(Buffer.alloc(64, 0xff))),
    'tls-plain-http',
    'tls',
    3,
  ],
];
