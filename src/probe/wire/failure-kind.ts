import type { Attempt, Failure, FailureKind, Phase } from '../../model/exchange.ts';
import { kindOfCode } from '../../model/failure-code.ts';
import { machineLimitOf } from '../../model/machine-limit.ts';

/** Where something went wrong: the phase, and whether the other end was the proxy. */
export interface Where {
  readonly phase: Phase;
  readonly toProxy?: boolean;
}

const MESSAGE_LIMIT = 500;
const MOST_ATTEMPTS = 8;

/** Maps anything that was thrown to a failure. Total: never throws, whatever it is given. */
export function failureOf(thrown: unknown, where: Where): Failure {
  const root = rootOf(thrown, 0);
  const code = codeOf(root);
  const kind = refined(meaningOf(root, code), where);
  const attempts = attemptsIn(thrown);
  return {
    kind,
    code,
    phase: where.phase,
    message: messageOf(root, kind),
    ...(attempts.length === 0 ? {} : { attempts }),
  };
}

/**
 * The failure of an exchange whose time is up. It is told by the phase that used most of the time,
 * which need not be the one that was under way: after a slow name look-up the connection is not
 * what hangs. Milliseconds.
 */
export function timeoutFailure(slowest: Where & { readonly ms: number }, last: Where): Failure {
  const { phase, toProxy = false, ms } = slowest;
  const kind = toProxy ? 'proxy-unreachable' : KIND_OF_TIMEOUT[phase];
  const took = `${phase} ${phase === last.phase ? 'was not done after' : 'took'} ${Math.round(ms)} ms`;
  const message = phase === last.phase ? took : `${took}, and ${last.phase} was not done`;
  return { kind, code: 'TIMEOUT', phase, message, slow: { phase, ms } };
}

/** The failure of an exchange that was ended from outside; `reason` is the signal's. */
export function stopFailure(reason: unknown, { phase }: Where): Failure {
  if (reason === 'deadline' || stringAt(reason, 'name') === 'TimeoutError') {
    return {
      kind: 'deadline',
      code: 'TIMEOUT',
      phase,
      message: 'the time for the whole run is up',
    };
  }
  const code = typeof reason === 'string' ? reason : 'ABORT_ERR';
  return { kind: 'interrupted', code, phase, message: 'interrupted' };
}

const KIND_OF_TIMEOUT: Readonly<Record<Phase, FailureKind>> = {
  dns: 'dns-timeout',
  tcp: 'connection-timeout',
  proxy: 'proxy-timeout',
  tls: 'tls-timeout',
  send: 'deadline',
  wait: 'headers-timeout',
  body: 'body-timeout',
};

/** When several addresses failed, the reason that says most about the server wins. */
const MOST_TELLING = [
  'ECONNREFUSED',
  'ECONNRESET',
  'ETIMEDOUT',
  'EHOSTUNREACH',
  'ENETUNREACH',
  'EACCES',
  'EPERM',
];

/** How each address ended where several were tried; Node puts one error for each into `errors`. */
export function attemptsIn(thrown: unknown, depth = 0): readonly Attempt[] {
  if (depth > 5) return [];
  const errors = read(thrown, 'errors');
  if (!Array.isArray(errors)) {
    const cause = read(thrown, 'cause');
    return typeof cause === 'object' && cause !== null ? attemptsIn(cause, depth + 1) : [];
  }
  return errors.slice(0, MOST_ATTEMPTS).flatMap((error: unknown) => {
    const address = stringAt(error, 'address');
    const port = read(error, 'port');
    if (address === undefined || typeof port !== 'number' || !/^[\da-f:.]{2,45}$/i.test(address)) {
      return [];
    }
    const host = address.includes(':') ? `[${address}]` : address;
    return [{ address: `${host}:${port}`, code: codeOf(error) }];
  });
}

/** Looks through wrappers: `fetch` hides the error in `cause`, several addresses in `errors`. */
function rootOf(thrown: unknown, depth: number): unknown {
  if (depth > 5) return thrown;
  const errors = read(thrown, 'errors');
  if (Array.isArray(errors) && errors.length > 0) {
    const roots = errors.slice(0, 50).map((error: unknown) => rootOf(error, depth + 1));
    const telling = MOST_TELLING.map((code) => roots.find((root) => codeOf(root) === code));
    return telling.find((root) => root !== undefined) ?? roots[0];
  }
  const cause = read(thrown, 'cause');
  const wrapped = stringAt(thrown, 'code') === undefined && typeof cause === 'object';
  return wrapped && cause !== null ? rootOf(cause, depth + 1) : thrown;
}

function codeOf(thrown: unknown): string {
  const limit = machineLimitOf(thrown);
  if (limit !== null) return limit.code;
  const code = stringAt(thrown, 'code') ?? stringAt(thrown, 'name');
  return code !== undefined && /^[\w/.-]{1,80}$/.test(code) ? code : 'UNKNOWN';
}

function meaningOf(thrown: unknown, code: string): FailureKind {
  const message = stringAt(thrown, 'message') ?? '';
  if (code === 'UND_ERR_SOCKET' && /^bad (response|upgrade)/.test(message)) {
    return 'malformed-response';
  }
  if (code === 'UND_ERR_INVALID_ARG' && /\bheader\b/.test(message)) return 'header-refused';
  // Node reports an orderly close as a reset in these two places.
  if (code === 'ECONNRESET' && /^socket hang up|disconnected before secure TLS/.test(message)) {
    return 'connection-closed';
  }
  return kindOfCode(code) ?? 'unclassified';
}

/** What a kind means at the point of the exchange where it happened. */
function refined(kind: FailureKind, { phase, toProxy = false }: Where): FailureKind {
  if (toProxy && CONNECTING.includes(kind)) return 'proxy-unreachable';
  return REFINED[phase][kind] ?? kind;
}

const CONNECTING: readonly FailureKind[] = [
  'dns-not-found',
  'dns-failure',
  'dns-timeout',
  'connection-refused',
  'connection-reset',
  'connection-closed',
  'connection-timeout',
  'network-unreachable',
  'host-unreachable',
];

const REFINED: Readonly<Record<Phase, Partial<Record<FailureKind, FailureKind>>>> = {
  dns: { unclassified: 'dns-failure' },
  tcp: {},
  proxy: {
    'connection-timeout': 'proxy-timeout',
    'connection-closed': 'proxy-bad-answer',
    'connection-reset': 'proxy-bad-answer',
    'malformed-response': 'proxy-bad-answer',
    'headers-too-large': 'proxy-bad-answer',
  },
  tls: { 'connection-timeout': 'tls-timeout' },
  send: {},
  wait: { 'connection-timeout': 'headers-timeout' },
  body: {
    'connection-timeout': 'body-timeout',
    'connection-closed': 'body-cut',
    'connection-reset': 'body-cut',
  },
};

/** Errors about headers may quote the value, and the value may be the key: their text is dropped. */
function messageOf(thrown: unknown, kind: FailureKind): string {
  if (kind === 'header-refused') return 'a header holds a character that HTTP does not allow';
  const message = typeof thrown === 'string' ? thrown : stringAt(thrown, 'message');
  return (message ?? '').slice(0, MESSAGE_LIMIT);
}

function stringAt(value: unknown, name: string): string | undefined {
  const found = read(value, name);
  return typeof found === 'string' ? found : undefined;
}

/** Reads a property of anything; a getter or proxy that throws reads as undefined. */
function read(value: unknown, name: string): unknown {
  if (typeof value !== 'object' || value === null) return undefined;
  try {
    return Reflect.get(value, name);
  } catch {
    return undefined;
  }
}
