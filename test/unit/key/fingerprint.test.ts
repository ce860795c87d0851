import { inspect } from 'node:util';
import { describe, expect, it } from 'vitest';
import { fingerprintOf } from '../../../src/key/fingerprint.ts';
import { Secret } from '../../../src/model/secret.ts';

const KEY = '3f2504e0-4f89-41d3-9a0c-0305e82c3301';

describe('a fingerprint', () => {
  it('is the same for the same key and differs for another', () => {
    expect(fingerprintOf(new Secret(KEY))).toBe(fingerprintOf(new Secret(KEY)));
    expect(fingerprintOf(new Secret(KEY))).not.toBe(fingerprintOf(new Secret(`${KEY}\n`)));
    expect(fingerprintOf(new Secret(KEY))).toMatch(/^([0-9a-f]{4}-){2}[0-9a-f]{4}$/);
  });
});

describe('a secret', () => {
  it.each([
    ['as text', (secret: Secret) => String(secret)],
    ['in a template', (secret: Secret) => `key ${secret.toString()} end`],
    ['in JSON', (secret: Secret) => JSON.stringify({ secret })],
    ['inspected', (secret: Secret) => inspect({ secret }, { depth: 9, showHidden: true })],
    ['in an error', (secret: Secret) => new Error(String(secret)).stack ?? ''],
    ['spread', (secret: Secret) => JSON.stringify({ ...secret })],
  ])('does not show %s', (_what, show) => {
    const shown = show(new Secret(KEY));
    expect(shown).not.toContain(KEY.slice(4, 12));
    expect(shown).not.toContain(KEY.slice(9, 18));
  });

  it('shows no character of a short one', () => {
    expect(new Secret('hunter2-hunter2').masked).toBe('•'.repeat(15));
  });
});
