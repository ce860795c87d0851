import type { Exchange } from '../../src/model/exchange.ts';
import { probe, type ProbeRequest, type ProbeSetting } from '../../src/probe/probe.ts';
import { Secret } from '../../src/model/secret.ts';
import { systemClock } from './clock.ts';

/** A key nobody has; distinctive enough to be searched for in everything that arrives. */
export const TEST_KEY = 'f4c1d2aa-7a11-4bd5-9e0d-5ec2e7000001';

/** What a test wants different from a plain GET with the key. */
export type Wish = Partial<ProbeRequest> & Partial<ProbeSetting>;

/** Probes an address with the test key, generous limits and no proxy, unless told otherwise. */
export function probing(address: string, wish: Wish = {}): Promise<Exchange> {
  const { method = 'GET', headers = {}, keyPlacement = 'api_key' } = wish;
  const { body, key = new Secret(TEST_KEY) } = wish;
  return probe(
    {
      method,
      url: new URL(address),
      headers,
      key,
      keyPlacement,
      ...(body === undefined ? {} : { body }),
    },
    {
      clock: systemClock,
      signal: new AbortController().signal,
      limits: ROOMY,
      proxy: { kind: 'none', because: 'the test says so' },
      ...wish,
    },
  );
}

/** Far more time than loopback needs, so that only what is meant to stall runs out of it. */
export const ROOMY = { timeoutMs: 8000, maxBodyBytes: 64 * 1024, maxHeaderBytes: 16 * 1024 };

/** Little time for one phase. */
export function hasty(phase: Exchange['phases'][number]['phase']): Wish {
  return { limits: { ...ROOMY, phaseMs: { [phase]: 200 } } };
}
