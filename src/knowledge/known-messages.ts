import type { Cause, Pattern } from '../model/cause.ts';
import { CAUSES } from './catalogue.ts';
import { mcpCredentialCauses } from './causes/mcp-credential.ts';
import { mcpLocalCauses } from './causes/mcp-local.ts';
import { mcpTransportCauses } from './causes/mcp-transport.ts';
import { statusesOf } from './cause-statuses.ts';

/** Words by which a cause is known, and the statuses that it comes with. */
export interface KnownMessage {
  readonly words: RegExp;
  /** Empty when the cause says nothing about a status. */
  readonly statuses: readonly number[];
}

/** Layers about which Lusha's own words say something. */
const SPOKEN_BY_LUSHA: readonly string[] = [
  'key',
  'account',
  'plan',
  'quota',
  'request',
  'service',
];

/** The words of MCP clients tell as much, and name nothing that others fail in. */
const SPOKEN_BY_MCP: ReadonlySet<string> = new Set(
  [...mcpCredentialCauses, ...mcpTransportCauses, ...mcpLocalCauses].map(({ id }) => id),
);

let known: readonly KnownMessage[] | undefined;

/** The messages of Lusha's that the causes know, each once for all causes that read it. */
export function knownMessages(): readonly KnownMessage[] {
  known ??= gathered();
  return known;
}

function gathered(): readonly KnownMessage[] {
  const found = new Map<string, { readonly words: RegExp; readonly statuses: Set<number> }>();
  for (const cause of CAUSES) {
    if (!SPOKEN_BY_LUSHA.includes(cause.layer) && !SPOKEN_BY_MCP.has(cause.id)) continue;
    for (const words of wordsOf(cause)) {
      const entry = found.get(String(words)) ?? { words, statuses: new Set<number>() };
      for (const status of statusesOf(cause)) entry.statuses.add(status);
      found.set(String(words), entry);
    }
  }
  return [...found.values()].map(({ words, statuses }) => ({ words, statuses: [...statuses] }));
}

/** Only words that tell a cause by themselves; others need a path or a status beside them. */
function wordsOf({ when, signs }: Cause): readonly RegExp[] {
  const patterns: readonly Pattern[] = [...when, ...signs.map(({ facts }) => facts)];
  return patterns.flatMap((pattern) =>
    pattern.message instanceof RegExp && Object.keys(pattern).length === 1 ? [pattern.message] : [],
  );
}
