import type { FailureKind } from './exchange.ts';
import { CHROMIUM_CODES } from './failure-codes/chromium.ts';
import { MOZILLA_CODES, NSS_NUMBERS } from './failure-codes/mozilla.ts';
import { NODE_CODES } from './failure-codes/node.ts';
import { WINDOWS_CODES, WINDOWS_NUMBERS } from './failure-codes/windows.ts';

/** What each code means, whatever the phase. The phase refines some of them afterwards. */
const KIND_BY_CODE: ReadonlyMap<string, FailureKind> = new Map(
  [...NODE_CODES, ...CHROMIUM_CODES, ...MOZILLA_CODES, ...WINDOWS_CODES].flatMap(([kind, codes]) =>
    codes.map((code) => [code, kind] as const),
  ),
);

/** Families of codes of which not every member is worth a line. */
const KIND_BY_FAMILY: readonly (readonly [RegExp, FailureKind])[] = [
  [/^HPE_/, 'malformed-response'],
  [/^Z_[A-Z_]+$/, 'body-undecodable'],
  [/^(?:MOZILLA_PKIX_ERROR_|SEC_ERROR_OCSP_)/, 'tls-bad-certificate'],
  [/^(?:ERR_SSL_|ERR_TLS_|ERR_OSSL_|SSL_ERROR_|SEC_E_|EPROTO$)/, 'tls-failure'],
];

/** The kind a code stands for by itself, or undefined for a code nobody has met. */
export function kindOfCode(code: string): FailureKind | undefined {
  return KIND_BY_CODE.get(code) ?? KIND_BY_FAMILY.find(([family]) => family.test(code))?.[1];
}

/** The name of a number that NSS (`-12190`) or Windows (`0x80090325`) prints; undefined if unknown. */
export function codeOfNumber(number: string): string | undefined {
  return NSS_NUMBERS.get(number) ?? WINDOWS_NUMBERS.get(number.toLowerCase());
}
