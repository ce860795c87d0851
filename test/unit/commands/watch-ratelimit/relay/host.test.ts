import { describe, expect, it } from 'vitest';
import {
  isExpectedHost,
  isLoopbackHost,
} from '../../../../../src/commands/watch-ratelimit/relay/host.ts';

describe('a Host header', () => {
  it.each(['localhost', 'LOCALHOST:8787', '127.0.0.1', '127.8.9.1:1', '[::1]:8787'])(
    '%s is this machine',
    (host) => {
      expect(isLoopbackHost(host)).toBe(true);
    },
  );

  it.each([
    undefined,
    '',
    'api.lusha.com',
    'localhost.evil.example',
    '127.0.0.1.evil.example',
    'evil.example:127',
    '[::2]',
    '128.0.0.1',
    'localhost:8787:1',
  ])('%s is not', (host) => {
    expect(isLoopbackHost(host)).toBe(false);
  });
});

describe('a server that other machines may ask', () => {
  it.each([
    ['10.0.0.5:9464', '0.0.0.0'],
    ['[fd00::5]:9464', '::'],
    ['box:9464', '0.0.0.0'],
    ['host.docker.internal:9464', '0.0.0.0'],
    ['metrics.example.com', 'metrics.example.com'],
    ['localhost:9464', '0.0.0.0'],
  ])('is asked as %s when bound to %s', (host, boundTo) => {
    expect(isExpectedHost(host, boundTo)).toBe(true);
  });

  it.each([
    ['evil.example:9464', '0.0.0.0'],
    ['evil.example', '127.0.0.1'],
    ['10.0.0.5', '127.0.0.1'],
    ['box', '::1'],
    [undefined, '0.0.0.0'],
    ['a.internal.evil.example', '0.0.0.0'],
  ])('is not asked as %s when bound to %s', (host, boundTo) => {
    expect(isExpectedHost(host, boundTo)).toBe(false);
  });
});
