import type { CompanyIdentity, ContactIdentity } from './account/identity.ts';

/** Codes an item inside a 200 can carry instead of data (spec3). */
export type ItemErrorCode = 'NOT_FOUND' | 'COMPLIANCE_RESTRICTED' | 'ENRICH_FAILED' | 'NO_SCORE';

/** What there is to find, the same for every account. */
export interface World {
  /** The same seed and the same requests give the same data. */
  readonly seed: string;
  /** Given for every item, whatever was asked. */
  readonly everyItem: ItemErrorCode | null;
  /** What was asked for by which id. Held in memory only: it is somebody's contact data. */
  readonly contacts: Map<string, ContactIdentity>;
  readonly companies: Map<string, CompanyIdentity>;
}

export function createWorld(seed: string, everyItem: ItemErrorCode | null = null): World {
  return { seed, everyItem, contacts: new Map(), companies: new Map() };
}

/** Remembers who an id stands for; the oldest entry gives way. */
export function remember<I>(map: Map<string, I>, id: string, identity: I): void {
  map.delete(id);
  map.set(id, identity);
  if (map.size > MOST_REMEMBERED) {
    const oldest = map.keys().next();
    if (oldest.done !== true) map.delete(oldest.value);
  }
}

const MOST_REMEMBERED = 10_000;
