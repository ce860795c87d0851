import { fingerprintOf } from '../../key/fingerprint.ts';
import type { FoundKey, KeySearch } from '../../key/find.ts';
import { inspectKey } from '../../key/inspect.ts';
import type { Check } from '../../model/report.ts';
import { Secret } from '../../model/secret.ts';
import { check } from './report-builder.ts';

/** The keys that lost against the one in use, and whether they are the same key. */
export function otherKeyChecks(
  { overridden, named = false }: KeySearch,
  { secret }: FoundKey,
  repaired: string | null,
): readonly Check[] {
  const used = fingerprintOf(secret);
  const meant = repaired === null ? used : fingerprintOf(new Secret(repaired));
  return overridden.map((other) => {
    const fingerprint = fingerprintOf(other.secret);
    const evidence = { source: other.source, fingerprint };
    if (fingerprint === used) {
      return check('key.other', 'key', 'ok', `${other.source} holds the same key`, { evidence });
    }
    if (meantBy(other.secret) === meant) {
      const summary = `${other.source} holds the same key, apart from characters that do not belong into one of the two; it was not used`;
      return check('key.other', 'key', named ? 'ok' : 'warn', summary, { evidence });
    }
    return check(
      'key.other',
      'key',
      named ? 'ok' : 'warn',
      `${other.source} holds a different key, fingerprint ${fingerprint}; it was not used`,
      { evidence },
    );
  });
}

/** The fingerprint of the key without its defects. */
function meantBy(secret: Secret): string {
  const repaired = secret.reveal(inspectKey).repaired;
  return fingerprintOf(repaired === null ? secret : new Secret(repaired));
}
