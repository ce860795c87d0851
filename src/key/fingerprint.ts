import { createHash } from 'node:crypto';
import type { Secret } from '../model/secret.ts';

/** Ties the fingerprint to this tool, so that no list of plain hashes matches it. */
const SALT = 'lusha-doctor/key-fingerprint/1\0';

/** 12 hex digits by which two people can tell whether they hold the same key. */
export function fingerprintOf(secret: Secret): string {
  const digest = secret.reveal((value) =>
    createHash('sha256')
      .update(SALT + value)
      .digest('hex'),
  );
  return `${digest.slice(0, 4)}-${digest.slice(4, 8)}-${digest.slice(8, 12)}`;
}
