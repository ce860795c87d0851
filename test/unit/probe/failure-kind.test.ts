import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { PHASES, type FailureKind, type Phase } from '../../../src/model/exchange.ts';
import {
  failureOf,
  stopFailure,
  timeoutFailure,
  type Where,
} from '../../../src/probe/wire/failure-kind.ts';

/** An error as Node throws it. */
function error(code: string, message = code): Error {
  return Object.assign(new Error(message), { code });
}

describe('failureOf', () => {
  it.each<[string, string, Phase, FailureKind]>([
    ['an unknown name', 'ENOTFOUND', 'dns', 'dns-not-found'],
    ['a resolver without answer', 'EAI_AGAIN', 'dns', 'dns-failure'],
    ['a new resolver error', 'EAI_WHATEVER', 'dns', 'dns-failure'],
    ['refused', 'ECONNREFUSED', 'tcp', 'connection-refused'],
    ['reset', 'ECONNRESET', 'wait', 'connection-reset'],
    ['dropped packets', 'ETIMEDOUT', 'tcp', 'connection-timeout'],
    ['dropped packets after the request', 'ETIMEDOUT', 'wait', 'headers-timeout'],
    ['dropped packets in the handshake', 'ETIMEDOUT', 'tls', 'tls-timeout'],
    ['dropped packets in the tunnel request', 'ETIMEDOUT', 'proxy', 'proxy-timeout'],
    ['dropped packets in the body', 'ETIMEDOUT', 'body', 'body-timeout'],
    ['offline', 'ENETUNREACH', 'tcp', 'network-unreachable'],
    ['no address of its own', 'EADDRNOTAVAIL', 'tcp', 'network-unreachable'],
    ['no route', 'EHOSTUNREACH', 'tcp', 'host-unreachable'],
    ['a local firewall', 'EPERM', 'tcp', 'blocked-locally'],
    ['a revoked certificate', 'CERT_REVOKED', 'tls', 'tls-bad-certificate'],
    ['a weak certificate', 'UNSPECIFIED', 'tls', 'tls-bad-certificate'],
    ['an old protocol', 'ERR_SSL_TLSV1_ALERT_PROTOCOL_VERSION', 'tls', 'tls-protocol-mismatch'],
    ['an alert nobody listed', 'ERR_SSL_TLSV1_UNRECOGNIZED_NAME', 'tls', 'tls-failure'],
    ['a cut in the body', 'ECONNRESET', 'body', 'body-cut'],
    ['a proxy that resets', 'ECONNRESET', 'proxy', 'proxy-bad-answer'],
    ['a proxy that talks nonsense', 'HPE_INVALID_CONSTANT', 'proxy', 'proxy-bad-answer'],
    ['broken compression', 'Z_DATA_ERROR', 'body', 'body-undecodable'],
    ['no file descriptors', 'EMFILE', 'tcp', 'unclassified'],
  ])('%s: %s in %s is %s', (_what, code, phase, kind) => {
    expect(failureOf(error(code), { phase })).toMatchObject({ kind, code, phase });
  });

  it.each([
    ['ENOTFOUND', 'dns'],
    ['ECONNREFUSED', 'tcp'],
    ['ETIMEDOUT', 'tcp'],
    ['EHOSTUNREACH', 'tcp'],
  ] as const)('%s on the way to a proxy is an unreachable proxy', (code, phase) => {
    expect(failureOf(error(code), { phase, toProxy: true }).kind).toBe('proxy-unreachable');
  });

  it.each([
    ['other side closed', 'connection-closed'],
    ['bad response', 'malformed-response'],
    ['bad upgrade', 'malformed-response'],
  ])('UND_ERR_SOCKET "%s" is %s', (message, kind) => {
    expect(failureOf(error('UND_ERR_SOCKET', message), { phase: 'wait' }).kind).toBe(kind);
  });

  it('an orderly close that Node calls a reset is a close', () => {
    const message =
      'Client network socket disconnected before secure TLS connection was established';
    expect(failureOf(error('ECONNRESET', message), { phase: 'tls' }).kind).toBe(
      'connection-closed',
    );
  });

  it('a parser error has no code, so its name serves', () => {
    const thrown = Object.assign(new Error('Response does not match'), { name: 'HTTPParserError' });
    const failure = failureOf(thrown, { phase: 'wait' });
    expect(failure).toMatchObject({ kind: 'malformed-response', code: 'HTTPParserError' });
  });

  it.each([
    [['ENETUNREACH', 'ECONNREFUSED'], 'connection-refused'],
    [['ETIMEDOUT', 'EHOSTUNREACH'], 'connection-timeout'],
    [['ENETUNREACH', 'ENETUNREACH'], 'network-unreachable'],
    [['EWEIRD', 'EODD'], 'unclassified'],
  ])('of several addresses failing with %j the most telling wins: %s', (codes, kind) => {
    const thrown = new AggregateError(codes.map((code) => error(code)));
    expect(failureOf(thrown, { phase: 'tcp' }).kind).toBe(kind);
  });

  it('looks through the wrapper of fetch', () => {
    const thrown = new TypeError('fetch failed', { cause: error('CERT_HAS_EXPIRED') });
    expect(failureOf(thrown, { phase: 'tls' }).kind).toBe('tls-expired');
  });

  it('never repeats the text of an error about a header: it may quote the key', () => {
    const thrown = error('UND_ERR_INVALID_ARG', 'invalid api_key header: s3cret');
    const failure = failureOf(thrown, { phase: 'send' });
    expect(failure.kind).toBe('header-refused');
    expect(JSON.stringify(failure)).not.toContain('s3cret');
  });

  it('maps whatever is thrown, in every phase, to a bounded failure', () => {
    const nasty = fc.constantFrom<unknown>(
      new Proxy({}, { get: () => error('EPROXY') && thrower() }),
      Object.create(null),
      Object.defineProperty({}, 'code', { get: thrower }),
      circular(),
      Symbol('thrown'),
      new AggregateError([]),
      error('E'.repeat(1000), 'm'.repeat(100_000)),
      error('\u001b[31m', '\u001b[31m'),
    );
    const wheres = fc.record({ phase: fc.constantFrom(...PHASES), toProxy: fc.boolean() });
    fc.assert(
      fc.property(fc.oneof(fc.anything(), nasty), wheres, (thrown, where: Where) => {
        const failure = failureOf(thrown, where);
        expect(failure.phase).toBe(where.phase);
        expect(failure.code).toMatch(/^[\w/.-]{1,80}$/);
        expect(failure.message.length).toBeLessThanOrEqual(500);
      }),
    );
  });
});

describe('our own endings', () => {
  it.each<[Phase, FailureKind]>([
    ['dns', 'dns-timeout'],
    ['tcp', 'connection-timeout'],
    ['proxy', 'proxy-timeout'],
    ['tls', 'tls-timeout'],
    ['send', 'deadline'],
    ['wait', 'headers-timeout'],
    ['body', 'body-timeout'],
  ])('time up in %s is %s', (phase, kind) => {
    const failure = timeoutFailure({ phase, ms: 1500.4 }, { phase });
    expect(failure).toMatchObject({ kind, code: 'TIMEOUT', phase });
    expect(failure.message).toContain('1500 ms');
  });

  it('time up on the way to a proxy is an unreachable proxy', () => {
    expect(
      timeoutFailure({ phase: 'tcp', toProxy: true, ms: 1 }, { phase: 'tcp', toProxy: true }).kind,
    ).toBe('proxy-unreachable');
  });

  it.each([
    ['SIGINT', 'interrupted', 'SIGINT'],
    [undefined, 'interrupted', 'ABORT_ERR'],
    ['deadline', 'deadline', 'TIMEOUT'],
    [new DOMException('late', 'TimeoutError'), 'deadline', 'TIMEOUT'],
    [new DOMException('stop', 'AbortError'), 'interrupted', 'ABORT_ERR'],
  ])('a signal with reason %s is %s', (reason, kind, code) => {
    expect(stopFailure(reason, { phase: 'wait' })).toMatchObject({ kind, code, phase: 'wait' });
  });
});

function thrower(): never {
  throw new Error('a getter that throws');
}

function circular(): unknown {
  const thrown: { cause?: unknown; errors?: unknown[] } = {};
  thrown.cause = thrown;
  thrown.errors = [thrown, thrown];
  return thrown;
}
