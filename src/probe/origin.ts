export type OriginVerdict = { readonly ok: true } | { readonly ok: false; readonly reason: string };

/**
 * Whether a key may be sent to this URL: over https anywhere, in clear text only when it
 * cannot leave this machine.
 */
export function keyMayGoTo(url: URL): OriginVerdict {
  if (url.protocol === 'https:') return { ok: true };
  if (url.protocol !== 'http:') {
    return { ok: false, reason: `a key is not sent over ${url.protocol}` };
  }
  if (isLoopbackName(url.hostname)) return { ok: true };
  return { ok: false, reason: `http to ${url.hostname} would send the key in clear text` };
}

/** True for `localhost` and for literal loopback addresses, as `URL.hostname` spells them. */
export function isLoopbackName(hostname: string): boolean {
  return hostname === 'localhost' || isLoopbackAddress(unbracketed(hostname));
}

/** True for addresses that never leave this machine: 127.0.0.0/8 and ::1. */
export function isLoopbackAddress(address: string): boolean {
  return address === '::1' || /^(::ffff:)?127(\.\d{1,3}){3}$/.test(address);
}

/** A host as sockets want it: an IPv6 literal without its brackets. */
export function unbracketed(hostname: string): string {
  return hostname.startsWith('[') && hostname.endsWith(']') ? hostname.slice(1, -1) : hostname;
}
