import { X509Certificate } from 'node:crypto';
import { describe, expect, it } from 'vitest';
import { oid, tagged, time } from '../../../src/simulator/certificates/der.ts';
import { mint } from '../../../src/simulator/certificates/mint.ts';
import { NOON } from './manual-clock.ts';

const DAY = 86_400_000;

function minted(...args: Parameters<typeof mint>) {
  const { server, authority } = mint(...args);
  const [leaf = '', ...chain] = server.cert.split(/(?<=-----END CERTIFICATE-----\n)/);
  return {
    leaf: new X509Certificate(leaf),
    chain,
    authority: new X509Certificate(authority),
    key: server.key,
  };
}

describe('a good certificate', () => {
  const { leaf, authority, key, chain } = minted(null, NOON, [
    '10.1.2.3',
    'dev.example',
    '2001:db8::7',
  ]);

  it('is signed by its authority, which is signed by itself', () => {
    expect(leaf.checkIssued(authority)).toBe(true);
    expect(leaf.verify(authority.publicKey)).toBe(true);
    expect(authority.verify(authority.publicKey)).toBe(true);
    expect([authority.ca, leaf.ca, chain.length]).toEqual([true, false, 0]);
  });

  it.each(['127.0.0.1', '::1', '10.1.2.3', '2001:db8::7'])('is for the address %s', (address) => {
    expect(leaf.checkIP(address)).toBeDefined();
  });

  it.each(['localhost', 'dev.example'])('is for the host %s', (host) => {
    expect(leaf.checkHost(host)).toBe(host);
  });

  it('is for nobody else', () => {
    expect(leaf.checkHost('example.com')).toBeUndefined();
    expect(leaf.checkIP('10.1.2.4')).toBeUndefined();
  });

  it('comes with its private key and serves for a month', () => {
    expect(key).toContain('BEGIN PRIVATE KEY');
    expect(Date.parse(leaf.validFrom)).toBe(NOON - DAY);
    expect(Date.parse(leaf.validTo)).toBe(NOON + 30 * DAY);
  });

  it('has a number of its own', () => {
    const numbers = [1, 2, 3].map(() => minted(null, NOON).leaf.serialNumber);
    expect(new Set(numbers).size).toBe(3);
  });
});

describe('a fault', () => {
  it.each([
    ['expired', -30, -2],
    ['not-yet-valid', 2, 30],
    ['expires-soon', -1, 5],
  ] as const)('%s is in the dates alone', (fault, from, to) => {
    const { leaf, authority } = minted(fault, NOON);
    expect(Date.parse(leaf.validFrom)).toBe(NOON + from * DAY);
    expect(Date.parse(leaf.validTo)).toBe(NOON + to * DAY);
    expect([leaf.verify(authority.publicKey), leaf.checkHost('localhost')]).toEqual([
      true,
      'localhost',
    ]);
  });

  it('wrong-name is in the names alone', () => {
    const { leaf, authority } = minted('wrong-name', NOON);
    expect(leaf.checkHost('localhost')).toBeUndefined();
    expect(leaf.verify(authority.publicKey)).toBe(true);
  });

  it('wrong-purpose is in the purpose alone', () => {
    expect(minted('wrong-purpose', NOON).leaf.keyUsage).toEqual(['1.3.6.1.5.5.7.3.2']);
    expect(minted(null, NOON).leaf.keyUsage).toEqual(['1.3.6.1.5.5.7.3.1']);
  });

  it.each(['self-signed', 'unknown-ca'] as const)('%s is in the issuer alone', (fault) => {
    const { leaf, authority } = minted(fault, NOON);
    expect(leaf.verify(authority.publicKey)).toBe(false);
    expect(leaf.checkHost('localhost')).toBe('localhost');
  });

  it('unknown-ca sends its own authority along', () => {
    const { leaf, chain } = minted('unknown-ca', NOON);
    expect(leaf.verify(new X509Certificate(chain[0] ?? '').publicKey)).toBe(true);
  });
});

describe('DER', () => {
  it.each([
    [0, '0400'],
    [127, '047f'],
    [128, '048180'],
    [255, '0481ff'],
    [256, '04820100'],
  ])('writes a length of %i bytes', (length, head) => {
    const written = tagged(0x04, new Uint8Array(length)).toString('hex');
    expect(written.slice(0, written.length - length * 2)).toBe(head);
  });

  it.each([
    ['2.5.4.3', '0603550403'],
    ['1.2.840.10045.4.3.2', '06082a8648ce3d040302'],
  ])('writes the object identifier %s', (dotted, expected) => {
    expect(oid(dotted).toString('hex')).toBe(expected);
  });

  it.each([
    ['2049-12-31T23:59:59Z', '\u0017\r491231235959Z'],
    ['2050-01-01T00:00:00Z', '\u0018\u000F20500101000000Z'],
  ])('writes the moment %s in the form of its year', (at, expected) => {
    expect(time(Date.parse(at)).toString('latin1')).toBe(expected);
  });
});
