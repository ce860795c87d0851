import { expect, it } from 'vitest';
import { proxyAddressIn } from '../../../src/reading/matches/proxy-address.ts';

it.each([
  ['proxyconnect tcp: dial tcp 10.44.0.5:3128: connect: connection refused', '10.44.0.5:3128'],
  ['proxyconnect tcp: dial tcp: lookup proxy.corp.example: no such host', 'proxy.corp.example'],
  [
    "ProxyError('Cannot connect to proxy.', proxy=http://gw.example.com:8080)",
    'gw.example.com:8080',
  ],
  ['could not connect via the proxy http://gw.example.com:8080/', 'gw.example.com:8080'],
  ['curl: (7) Failed to connect to gw.example.com port 3128 after 12 ms', 'gw.example.com:3128'],
  ['Error: connect ECONNREFUSED 127.0.0.1:8888', '127.0.0.1:8888'],
  ['Tunnel connection failed: 407 Proxy Authentication Required', null],
  ['the proxy answered 403', null],
])('the proxy of %j', (text, address) => {
  expect(proxyAddressIn(text)).toBe(address);
});
