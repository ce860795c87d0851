/** Signs that only one runtime, client or platform writes. Each expression is bounded. */
export interface Signs<Id extends string> {
  readonly id: Id;
  readonly signs: readonly RegExp[];
}
