import { SINKHOLES } from '../../knowledge/transport-texts/sinkholes.ts';

/** An address that stands for "this name is blocked", and who blocks, as far as it says so. */
export interface Sinkhole {
  readonly address: string;
  readonly by: string;
}

/** A public name of the API in an address or behind a system call. */
const PUBLIC_NAME = /\b(?:[a-z]+\.)?lusha\.com?\b/i;
const CONNECTING =
  /\b(?:connect(?:ed|ion|ing)?|ECONN\w+|ETIMEDOUT|EHOSTUNREACH|dial tcp|Trying|attempted address(?:es)?|peer|remote)\b/i;

/** The blocked address that a failed connection went to; null where none is named. */
export function sinkholeIn(text: string): Sinkhole | null {
  if (!CONNECTING.test(text)) return null;
  for (const { by, address, isOrdinary } of SINKHOLES) {
    const found = address.exec(text)?.[0];
    if (found === undefined) continue;
    if (isOrdinary === true && !PUBLIC_NAME.test(text)) continue;
    return { address: found, by };
  }
  return null;
}
