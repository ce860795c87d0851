import { clientIn } from '../knowledge/vendors.ts';
import { stops, type Call } from './call.ts';
import type { TextEntry } from './entries.ts';
import { hostsOfUrls } from './matches/hosts-in-text.ts';
import type { Paste } from './paste.ts';
import { whoseCall, type WhoseCall } from './whose-call.ts';

/** Lines between a failure and the host that it is about. */
const FARTHEST_HOST = 8;

/** Where the lines of several programs are mixed, one that never names Lusha speaks of other calls. */
export function ofOtherPrograms(
  parts: readonly Call[],
  entries: readonly TextEntry[],
): readonly Call[] {
  const naming = new Set(
    entries.flatMap(({ stream, text }) => (/lusha/i.test(text) ? stream : [])),
  );
  if (naming.size === 0) return parts;
  return parts.map((part) =>
    part.stream === '' || naming.has(part.stream) || part.whose.whose !== 'unknown'
      ? part
      : { ...part, whose: { whose: 'other', host: part.stream } },
  );
}

/** Whose calls a text is about, where it names one party only. */
export function whoseText(text: string): WhoseCall {
  return whoseCall({ door: 'pasted', phases: [] }, text);
}

/**
 * A call of which nothing says whose it is belongs to the only party of the text. Where calls to Lusha went
 * well and other hosts are named too, it is not taken for Lusha's.
 */
export function owned(
  call: Call,
  context: WhoseCall,
  isMixed: boolean,
  nearest: WhoseCall | null,
): Call {
  if (call.whose.whose !== 'unknown') return call;
  if (nearest !== null && nearest.whose !== 'unknown') return { ...call, whose: nearest };
  if (isMixed) return { ...call, whose: { whose: 'other', host: 'a host that is not named' } };
  return context.whose === 'lusha' ? { ...call, whose: context } : call;
}

/** Lines below a failure on which its program prints where it came from. */
const FRAMES = 3;

/** A failure right above frames of another service's client is that service's: `gems/redis-3.0.4/…`. */
export function frameOwner({ last, whose }: Call, { lines }: Paste): WhoseCall | null {
  if (whose.whose !== 'unknown') return null;
  const service = clientIn(lines.slice(last, last + FRAMES).join('\n'));
  return service === null ? null : { whose: 'other', host: service };
}

/** Where several hosts are named, the nearest to a call that names neither host nor path is the likeliest. */
export function nearestOwner(
  { first, last, exchange, facts }: Call,
  { lines }: Paste,
): WhoseCall | null {
  // The hosts beside a filter's page are those of the filter.
  if (facts.productSays !== undefined && stops(facts.productSays.value)) return null;
  const isProxys = exchange.failure?.kind.startsWith('proxy-') ?? exchange.proxy !== undefined;
  if (exchange.request?.path !== undefined || isProxys) return null;
  const around = lines.slice(first - 1, last);
  for (let away = 1; away <= FARTHEST_HOST; away += 1) {
    around.push(lines[first - 1 - away] ?? '', lines[last - 1 + away] ?? '');
  }
  const named = around.find((line) => hostsOfUrls(line).length > 0);
  return named === undefined ? null : whoseText(named);
}
