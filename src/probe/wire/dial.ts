import { lookup } from 'node:dns/promises';
import { connect, isIP, type Socket } from 'node:net';
import type { Address } from '../../model/exchange.ts';
import { attemptsIn } from './failure-kind.ts';
import type { Sockets } from './sockets.ts';

/** Turns a host name into addresses; rejects with the resolver's error. */
export type Lookup = (hostname: string) => Promise<readonly Address[]>;

/** Asks the system, as Node's own clients do: hosts file first, in the resolver's order. */
export const systemLookup: Lookup = async (hostname) => {
  const found = await lookup(hostname, { all: true, verbatim: true });
  return found.map(({ address, family }) => ({ address, family: family === 6 ? 6 : 4 }));
};

/** Resolves a name to at least one address; a name without any is an error like an unknown one. */
export async function resolve(hostname: string, lookup: Lookup): Promise<readonly Address[]> {
  const addresses = await lookup(hostname);
  if (addresses.length > 0) return addresses;
  throw Object.assign(new Error(`${hostname} has no address`), { code: 'ENODATA' });
}

/** A host that is an address already, or undefined for a name. */
export function literalAddress(host: string): Address | undefined {
  const family = isIP(host);
  return family === 4 || family === 6 ? { address: host, family } : undefined;
}

/** How long one address is tried before the next gets its turn. */
const ATTEMPT_MS = 500;

/**
 * Connects to the first address that answers. One that was passed over only because its turn was
 * short is tried again without that limit: a slow way is a way. Rejects with all reasons when none
 * answers.
 */
export async function connectTcp(
  host: string,
  port: number,
  addresses: readonly Address[],
  sockets: Sockets,
): Promise<Socket> {
  try {
    return await dialled({ host, port, addresses, sockets });
  } catch (error) {
    const slow = attemptsIn(error).filter(({ code }) => code === 'ETIMEDOUT');
    const again = addresses.filter((one) =>
      slow.some(({ address }) => address === hostAndPort(one, port)),
    );
    if (again.length === 0) throw error;
    return Promise.any(
      again.map((address) => dialled({ host, port, addresses: [address], sockets })),
    );
  }
}

interface Dial {
  readonly host: string;
  readonly port: number;
  readonly addresses: readonly Address[];
  readonly sockets: Sockets;
}

function dialled({ host, port, addresses, sockets }: Dial): Promise<Socket> {
  return new Promise((resolve, reject) => {
    const socket = connect({
      host,
      port,
      autoSelectFamily: addresses.length > 1,
      autoSelectFamilyAttemptTimeout: ATTEMPT_MS,
      lookup: (_hostname, options, callback) => {
        const [first] = addresses;
        if (options.all === true || first === undefined) callback(null, [...addresses]);
        else callback(null, first.address, first.family);
      },
    });
    sockets
      .hold(socket)
      .setNoDelay(true)
      .once('connect', () => resolve(socket))
      .once('error', reject);
  });
}

/** An address with its port, as it stands in a URL. */
function hostAndPort({ address, family }: Address, port: number): string {
  return `${family === 6 ? `[${address}]` : address}:${port}`;
}

/** The far end of a connected socket. */
export function peerOf(socket: Socket): (Address & { readonly port: number }) | undefined {
  const { remoteAddress: address, remotePort: port, remoteFamily } = socket;
  if (address === undefined || port === undefined) return undefined;
  return { address, family: remoteFamily === 'IPv6' ? 6 : 4, port };
}
