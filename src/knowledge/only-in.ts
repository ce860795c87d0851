import type { Pattern } from '../model/cause.ts';

/** For `unless` of a statement that holds in Node only: another runtime made the call. */
export const ONLY_IN_NODE = [{ runtime: /^(?!node$)/ }] as const satisfies readonly Pattern[];

/** The same for what Bun has taken over from Node. */
export const ONLY_IN_NODE_AND_BUN = [
  { runtime: /^(?!(?:node|bun)$)/ },
] as const satisfies readonly Pattern[];
