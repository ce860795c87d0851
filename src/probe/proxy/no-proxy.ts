import { BlockList, isIP } from 'node:net';
import { unbracketed } from '../origin.ts';

/** One entry of NO_PROXY. */
export interface NoProxyEntry {
  /** As written. */
  readonly text: string;
  /** Lower case, without leading dots or `*.`, brackets and port. */
  readonly host: string;
  readonly port: string | undefined;
}

/** Splits NO_PROXY at commas and blanks, as curl and Node do. */
export function noProxyEntries(list: string): NoProxyEntry[] {
  return list
    .split(/[\s,]+/)
    .filter((text) => text !== '')
    .map(entryOf);
}

/** The entry that takes a target out of the proxy's hands, if there is one. */
export function noProxyEntryFor(
  url: URL,
  entries: readonly NoProxyEntry[],
): NoProxyEntry | undefined {
  const host = plainHost(url.hostname);
  const port = url.port === '' ? (url.protocol === 'https:' ? '443' : '80') : url.port;
  return entries.find((entry) => {
    if (entry.port !== undefined && entry.port !== port) return false;
    return entry.host === '*' || covers(entry.host, host);
  });
}

/** A host to compare: lower case, no brackets, no trailing dot. */
function plainHost(hostname: string): string {
  return unbracketed(hostname.toLowerCase()).replace(/\.$/, '');
}

function entryOf(text: string): NoProxyEntry {
  const [, bracketed, plain, port] = /^(?:(\[[^\]]*\])|([^:]*))(?::(\d+))?$/.exec(text) ?? [];
  const name = bracketed ?? plain ?? text;
  const host = plainHost(name).replace(/^(?:\*?\.)+/, '');
  return { text, host, port };
}

/** A name covers itself and everything below it; a network covers its addresses. */
function covers(pattern: string, host: string): boolean {
  if (pattern === '') return false;
  if (pattern === host) return true;
  if (isIP(host) === 0) return host.endsWith(`.${pattern}`);
  return inNetwork(pattern, host);
}

function inNetwork(pattern: string, address: string): boolean {
  const [network = '', bits = ''] = pattern.split('/');
  const family = isIP(network);
  const prefix = /^\d{1,3}$/.test(bits) ? Number(bits) : -1;
  if (family === 0 || family !== isIP(address)) return false;
  if (prefix < 0) return bits === '' && sameAddress(network, address);
  if (prefix > (family === 6 ? 128 : 32)) return false;
  return member(network, prefix, address);
}

function sameAddress(one: string, other: string): boolean {
  return member(one, isIP(one) === 6 ? 128 : 32, other);
}

function member(network: string, prefix: number, address: string): boolean {
  const list = new BlockList();
  const family = isIP(network) === 6 ? 'ipv6' : 'ipv4';
  list.addSubnet(network, prefix, family);
  return list.check(address, family);
}
