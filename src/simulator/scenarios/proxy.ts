import { page, scenario } from './build.ts';

/** A proxy that is in the way. The client goes through it: its address is `proxyUrl`. */
export const PROXY_SCENARIOS = [
  scenario('proxy-refused-connect', 'the proxy forbids the host', {
    kind: 'proxy',
    connect: page(
      403,
      '<html><head><title>ERROR: Access Denied</title></head><body></body></html>',
      {
        Server: 'squid/5.7',
        'X-Squid-Error': 'ERR_ACCESS_DENIED 0',
      },
    ),
  }),
  scenario('proxy-auth-required', 'the proxy wants a user name and password', {
    kind: 'proxy',
    connect: {
      status: 407,
      headers: { 'Proxy-Authenticate': 'Basic realm="proxy.example"', 'Content-Type': 'text/html' },
      text: '<html><head><title>Cache Access Denied</title></head><body></body></html>',
    },
  }),
  scenario('proxy-unreachable', 'nobody listens where the proxy should be', {
    kind: 'proxy',
    connect: 'nobody',
  }),
  scenario('proxy-timeout', 'the proxy is silent', { kind: 'proxy', connect: 'silence' }),
  scenario('proxy-bad-answer', 'the proxy does not answer like one', {
    kind: 'proxy',
    connect: 'close',
  }),
] as const;
