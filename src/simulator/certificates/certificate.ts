import { Buffer } from 'node:buffer';
import { createHash, generateKeyPairSync, randomBytes, sign, type KeyObject } from 'node:crypto';
import { isIP, isIPv6 } from 'node:net';
import {
  bits,
  integer,
  octets,
  oid,
  sequence,
  set,
  small,
  tagged,
  time,
  utf8,
  yes,
} from './der.ts';

/** Somebody who can sign certificates, or a server that has one. */
export interface Issued {
  readonly name: string;
  readonly privateKey: KeyObject;
  readonly publicKey: KeyObject;
  /** PEM. */
  readonly certificate: string;
}

/** What a certificate says. */
export interface Statement {
  readonly name: string;
  /** Epoch ms. */
  readonly from: number;
  readonly to: number;
  readonly kind:
    | { readonly is: 'authority' }
    | {
        readonly is: 'leaf';
        /** Host names and addresses. */
        readonly hosts: readonly string[];
        readonly usage: 'server' | 'client';
      };
}

const ECDSA_WITH_SHA256 = sequence(oid('1.2.840.10045.4.3.2'));
const PURPOSE = { server: oid('1.3.6.1.5.5.7.3.1'), client: oid('1.3.6.1.5.5.7.3.2') } as const;

/** A new key pair and a certificate for it (RFC 5280), signed by `issuer` or by itself. */
export function issue(statement: Statement, issuer?: Issued): Issued {
  const { privateKey, publicKey } = generateKeyPairSync('ec', { namedCurve: 'P-256' });
  const signer = issuer ?? { name: statement.name, privateKey, publicKey };
  const body = sequence(
    tagged(0xa0, small(2)),
    serialNumber(),
    ECDSA_WITH_SHA256,
    distinguishedName(signer.name),
    sequence(time(statement.from), time(statement.to)),
    distinguishedName(statement.name),
    spki(publicKey),
    tagged(0xa3, sequence(...extensionsOf(statement, publicKey, signer.publicKey))),
  );
  const signature = sign('sha256', body, signer.privateKey);
  return {
    name: statement.name,
    privateKey,
    publicKey,
    certificate: pem(sequence(body, ECDSA_WITH_SHA256, bits(signature))),
  };
}

/** The private key as PEM. */
export function privateKeyPem({ privateKey }: Issued): string {
  return privateKey.export({ type: 'pkcs8', format: 'pem' }).toString();
}

function extensionsOf({ kind }: Statement, own: KeyObject, signers: KeyObject): Buffer[] {
  const keys = [
    extension('2.5.29.14', octets(keyId(own))),
    extension('2.5.29.35', sequence(tagged(0x80, keyId(signers)))),
  ];
  if (kind.is === 'authority') {
    const keyCertSignAndCrlSign = bits(Buffer.from([0b0000_0110]), 1);
    return [
      ...keys,
      extension('2.5.29.19', sequence(yes()), 'critical'),
      extension('2.5.29.15', keyCertSignAndCrlSign, 'critical'),
    ];
  }
  const digitalSignature = bits(Buffer.from([0b1000_0000]), 7);
  return [
    ...keys,
    extension('2.5.29.19', sequence(), 'critical'),
    extension('2.5.29.15', digitalSignature, 'critical'),
    extension('2.5.29.37', sequence(PURPOSE[kind.usage])),
    extension('2.5.29.17', sequence(...kind.hosts.map(alternativeName))),
  ];
}

function extension(id: string, value: Buffer, critical?: 'critical'): Buffer {
  return sequence(oid(id), ...(critical === undefined ? [] : [yes()]), octets(value));
}

function alternativeName(host: string): Buffer {
  return isIP(host) === 0
    ? tagged(0x82, Buffer.from(host, 'latin1'))
    : tagged(0x87, addressBytes(host));
}

/** The bytes of an IP address; URL writes an IPv6 address out to its shortest form first. */
function addressBytes(address: string): Buffer {
  if (!isIPv6(address)) return Buffer.from(address.split('.').map(Number));
  const shortest = new URL(`http://[${address}]`).hostname.slice(1, -1);
  const [head = '', tail] = shortest.split('::');
  const left = groupsOf(head);
  const right = groupsOf(tail ?? '');
  const gap = Array.from({ length: 8 - left.length - right.length }, () => 0);
  return Buffer.from([...left, ...gap, ...right].flatMap((group) => [group >> 8, group & 0xff]));
}

function groupsOf(text: string): readonly number[] {
  return text === '' ? [] : text.split(':').map((group) => Number.parseInt(group, 16));
}

function distinguishedName(commonName: string): Buffer {
  return sequence(set(sequence(oid('2.5.4.3'), utf8(commonName))));
}

/** 16 random bytes, positive and not beginning with a zero byte. */
function serialNumber(): Buffer {
  const bytes = randomBytes(16);
  bytes[0] = ((bytes[0] ?? 0) & 0x3f) | 0x40;
  return integer(bytes);
}

function keyId(key: KeyObject): Buffer {
  return createHash('sha1').update(spki(key)).digest();
}

function spki(key: KeyObject): Buffer {
  return key.export({ type: 'spki', format: 'der' });
}

function pem(der: Buffer): string {
  const lines = der.toString('base64').match(/.{1,64}/g) ?? [];
  return ['-----BEGIN CERTIFICATE-----', ...lines, '-----END CERTIFICATE-----', ''].join('\n');
}
