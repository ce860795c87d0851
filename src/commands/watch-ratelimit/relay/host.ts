import { isIP } from 'node:net';

/**
 * True for a `Host` that names this machine. Anything else comes from a page whose name was
 * made to point here, and such a page must not get at what is served.
 */
export function isLoopbackHost(host: string | undefined): boolean {
  const name = nameIn(host);
  if (name === null) return false;
  return name === 'localhost' || name === '[::1]' || /^127(?:\.\d{1,3}){3}$/.test(name);
}

/**
 * The same for a server that listens on `boundTo` for other machines too: addresses, the name it was
 * given, and names that no page on the internet can have.
 */
export function isExpectedHost(host: string | undefined, boundTo: string): boolean {
  if (isLoopbackHost(host)) return true;
  const name = nameIn(host);
  if (name === null || isLoopbackHost(bracketed(boundTo))) return false;
  return (
    name === boundTo.toLowerCase() ||
    isIP(name.replace(/^\[(.*)\]$/, '$1')) !== 0 ||
    !name.includes('.') ||
    /\.(?:internal|local|localhost|svc|home\.arpa)$/.test(name)
  );
}

function nameIn(host: string | undefined): string | null {
  return /^(\[[0-9a-f:.]+\]|[^:[\]]+)(?::\d{1,5})?$/i.exec(host ?? '')?.[1]?.toLowerCase() ?? null;
}

function bracketed(address: string): string {
  return address.includes(':') ? `[${address}]` : address;
}
