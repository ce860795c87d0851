import type { Cause, Pattern } from '../../../model/cause.ts';
import type { FactName } from '../../../model/fact.ts';
import { couldNotCheck } from '../../../model/layer.ts';

/** Meanings that one look at the answer tells apart. */
export interface ToldApart {
  /** What to look at. */
  readonly by: string;
  readonly rows: readonly { readonly cause: string; readonly sign: string }[];
  /** The command that shows these meanings alone, where they are about a host of its own. */
  readonly alone?: string;
}

interface Look {
  readonly by: string;
  readonly facts: readonly FactName[];
  /** What a sign need not repeat below such a heading. */
  readonly implied?: RegExp;
}

const AT_MCP = 'the host: mcp.lusha.com';

/** In the order in which a person looks; what fits none of them needs no more than the status. */
const LOOKS: readonly Look[] = [
  {
    by: 'the words of the answer',
    facts: ['message', 'errors', 'errorName', 'itemErrors', 'itemErrorCounts'],
    implied: /^(?:the (?:message|text) says |the message is )/,
  },
  {
    by: AT_MCP,
    facts: ['host'],
    implied:
      /^the host is mcp\.lusha\.com(?:,? and (?:the (?:answer is \d+ with|request has|message says) )?)?/,
  },
  { by: 'how the key was sent', facts: ['keyPlacement'] },
  {
    by: 'what was called',
    facts: ['path', 'endpoint', 'method', 'otherMethod', 'endpointVersion'],
  },
  { by: 'the counters', facts: ['windowEmpty', 'windowLimit', 'windowReset', 'retryAfter'] },
  {
    by: 'other calls with the same key',
    facts: [
      'keyAccepted',
      'withoutKey',
      'junkKey',
      'asBearer',
      'olderUsage',
      'plan',
      'creditsLeft',
      'keyDefects',
    ],
  },
  { by: 'where it points to', facts: ['redirect', 'redirectTo'] },
];
const REST = 'the rest of the answer';
const NOT_LUSHA = 'the sender: not Lusha';

/** What a sign need not say on the page of a status. */
const OF_STATUS =
  /^(?:the )?status (?:is )?[\dx]+(?:,? (?:and|or) \d+)?(?: to \d+)?(?: and |, which [^,]+,? and |, and |; ?)/;

/**
 * The meanings of one status, grouped by what tells them apart. Those of the MCP server have a group of
 * their own, with the command that shows them alone.
 */
export function toldApart(causes: readonly Cause[], status: number): readonly ToldApart[] {
  const isMixed = causes.some((cause) => !couldNotCheck(cause.layer));
  const groups = new Map<string, ToldApart['rows'][number][]>();
  const order = [...LOOKS.map(({ by }) => by), REST, NOT_LUSHA];
  for (const cause of causes) {
    const look = lookAt(cause);
    const by = isMixed && couldNotCheck(cause.layer) ? NOT_LUSHA : (look?.by ?? REST);
    const sign = signOf(cause, look?.implied);
    groups.set(by, [...(groups.get(by) ?? []), { cause: cause.id, sign }]);
  }
  return order.flatMap((by) => {
    const rows = groups.get(by);
    if (rows === undefined) return [];
    const alone = by === AT_MCP ? { alone: `lusha-doctor explain ${status} --endpoint mcp` } : {};
    return [{ by, rows, ...alone }];
  });
}

/** The look that the surest sign of a cause asks for. */
function lookAt(cause: Cause): Look | undefined {
  const { signs, when } = cause;
  const surest = signs.find(({ makes }) => makes === 'certain') ?? signs[0];
  const patterns: readonly Pattern[] = [...(surest === undefined ? [] : [surest.facts]), ...when];
  const names = patterns.flatMap((pattern) => Object.keys(pattern));
  const isMcp = cause.id.startsWith('mcp-') || names.includes('host');
  const first = isMcp ? ['host', ...names] : names;
  for (const name of first) {
    const look = LOOKS.find(({ facts }) => facts.some((fact) => fact === name));
    if (look !== undefined) return look;
  }
  return undefined;
}

/** What to look for, without what the page and the heading say already. */
function signOf({ tell }: Cause, implied: RegExp | undefined): string {
  const short = tell.replace(OF_STATUS, '');
  return implied === undefined ? short : short.replace(implied, '');
}
