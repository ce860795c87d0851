import { LUSHA_DOMAIN } from '../../knowledge/hosts.ts';
import { VENDOR_NAMES } from '../../knowledge/vendors.ts';
import { hostsOfUrls } from './hosts-in-text.ts';

const SPEAKER = new RegExp(
  String.raw`\b(lusha|${VENDOR_NAMES.map((name) => name.replaceAll(' ', String.raw`\s`)).join('|')})(?:\.\w{2,4})?\b`,
  'gi',
);
const NEAR = 120;

/**
 * True when another service is named right before the words at this place: "Lusha is fine, but
 * Apollo returns …". The last one named before them is the one that speaks.
 */
export function isSaidByAnother(text: string, at: number): boolean {
  const before = text.slice(Math.max(0, at - NEAR), at);
  const last = [...before.matchAll(SPEAKER)].at(-1);
  if (last !== undefined) return last[1]?.toLowerCase() !== 'lusha';
  const host = hostsOfUrls(before).at(-1);
  return host !== undefined && !LUSHA_DOMAIN.test(host);
}
