import type { Socket } from 'node:net';
import type { Failure } from '../model/exchange.ts';
import type { Clock } from '../model/io.ts';
import type { ProxyChoice } from './proxy/proxy-settings.ts';
import { openRoute, type Journey } from './route.ts';
import { systemLookup, type Lookup } from './wire/dial.ts';

/** Where a client of somebody else's making connects to, and whom it trusts. */
export interface Connection {
  /** Only its origin counts. */
  readonly url: URL;
  readonly proxy: ProxyChoice;
  /** PEM certificates trusted in addition to Node's own. */
  readonly ca: readonly string[];
  readonly clock: Clock;
  readonly lookup?: Lookup;
}

/** Most that a proxy's refusal may say. */
const MAX_HEADER_BYTES = 256 * 1024;
const MAX_PAGE_BYTES = 64 * 1024;

/** A connection that could not be opened; carries what is known about why. */
class NoRoute extends Error {
  readonly failure: Failure;

  constructor(failure: Failure) {
    super(failure.message);
    this.failure = failure;
  }
}

/**
 * Opens the connection for an HTTP client: the same way, proxy and trust as a probe, verified
 * whatever the environment says, and in clear text to this machine only. No client dials by
 * itself. Rejects with `NoRoute`.
 */
export async function connectFor(
  { url, proxy, ca, clock, lookup = systemLookup }: Connection,
  journey: Journey,
): Promise<Socket> {
  const route = await openRoute(
    {
      url,
      proxy,
      loopbackOnly: url.protocol === 'http:',
      userAgent: undefined,
      lookup,
      ca,
      clock,
      maxHeaderBytes: MAX_HEADER_BYTES,
      maxBodyBytes: MAX_PAGE_BYTES,
    },
    journey,
  );
  if (route.ok) return route.value;
  journey.sockets.close();
  throw new NoRoute(route.failure);
}

/** The failure that kept a connection from being opened, also where a client wrapped it. */
export function routeFailureIn(thrown: unknown): Failure | undefined {
  for (let error = thrown, depth = 0; error instanceof Error && depth < 5; depth += 1) {
    if (error instanceof NoRoute) return error.failure;
    error = error.cause;
  }
  return undefined;
}
