import { describe, expect, it } from 'vitest';
import { isLoopbackAddress, keyMayGoTo } from '../../../src/probe/origin.ts';

describe('keyMayGoTo', () => {
  it.each([
    'https://api.lusha.com',
    'https://192.0.2.1:8443',
    'http://localhost:3000',
    'http://LOCALHOST',
    'http://127.0.0.1',
    'http://127.1',
    'http://0x7f000001',
    'http://127.255.255.254:80',
    'http://[::1]:8080',
  ])('%s: yes', (address) => {
    expect(keyMayGoTo(new URL(address))).toEqual({ ok: true });
  });

  it.each([
    'http://api.lusha.com',
    'http://127.0.0.1.example.com',
    'http://localhost.example.com',
    'http://localhost.',
    'http://localhost@example.com',
    'http://0.0.0.0',
    'http://[::]',
    'http://[::ffff:192.0.2.1]',
    'http://10.0.0.1',
    'ftp://localhost',
    'ws://localhost',
  ])('%s: no, with the reason', (address) => {
    expect(keyMayGoTo(new URL(address))).toEqual({ ok: false, reason: expect.any(String) });
  });
});

describe('isLoopbackAddress', () => {
  it.each(['127.0.0.1', '127.8.8.8', '::1', '::ffff:127.0.0.1'])('%s: yes', (address) => {
    expect(isLoopbackAddress(address)).toBe(true);
  });

  it.each(['128.0.0.1', '::', '::2', '::ffff:10.0.0.1', '127.0.0.1.example', ''])(
    '"%s": no',
    (address) => {
      expect(isLoopbackAddress(address)).toBe(false);
    },
  );
});
