import type { TlsSession } from '../../model/exchange.ts';

/** Products that put their own certificate in place of the server's, by the issuer's name. */
const ISSUERS: readonly (readonly [RegExp, string])[] = [
  [/zscaler/i, 'Zscaler'],
  [/forti(?:gate|net|guard)/i, 'Fortinet FortiGate'],
  [/palo ?alto/i, 'Palo Alto Networks'],
  [/blue ?coat|proxysg/i, 'Blue Coat ProxySG'],
  [/symantec (?:web|cloud ?soc|wss)/i, 'Symantec Web Security'],
  [/mcafee|skyhigh/i, 'Skyhigh Web Gateway'],
  [/forcepoint|websense/i, 'Forcepoint'],
  [/netskope|goskope/i, 'Netskope'],
  [/cisco umbrella|opendns|ironport/i, 'Cisco Umbrella'],
  [/sophos/i, 'Sophos'],
  [/check ?point/i, 'Check Point'],
  [/barracuda/i, 'Barracuda'],
  [/cato networks/i, 'Cato Networks'],
  [/iboss/i, 'iboss'],
  [/cloudflare (?:gateway|for teams|zero trust)|gateway ca - cloudflare/i, 'Cloudflare Gateway'],
  [/kaspersky/i, 'Kaspersky'],
  [/\bavast|\bavg (?:web|technologies)/i, 'Avast'],
  [/\beset ssl/i, 'ESET'],
  [/bitdefender/i, 'Bitdefender'],
  [/mitmproxy/i, 'mitmproxy'],
  [/charles proxy/i, 'Charles'],
  [/\bfiddler|do_not_trust/i, 'Fiddler'],
  [/portswigger/i, 'Burp Suite'],
  [/proxyman/i, 'Proxyman'],
  [/squid/i, 'Squid'],
];

/** The product known to sign as one of the issuers of a chain, or null. */
export function interceptorIn(tls: TlsSession | undefined): string | null {
  const issuers = (tls?.chain ?? []).map(({ issuer }) => issuer.slice(0, 1000));
  return ISSUERS.find(([name]) => issuers.some((issuer) => name.test(issuer)))?.[1] ?? null;
}
