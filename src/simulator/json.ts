/** What a JSON body may hold. A member that is undefined is left out when it is written. */
export type Json = null | boolean | number | string | readonly Json[] | JsonObject;

export interface JsonObject {
  readonly [name: string]: Json | undefined;
}

/** An object with one member per item. */
export function jsonRecord<T>(
  items: readonly T[],
  member: (item: T, index: number) => readonly [string, Json | undefined],
): JsonObject {
  return Object.fromEntries(items.map(member));
}
