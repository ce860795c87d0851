import type { FailureKind, Phase } from '../../model/exchange.ts';

/** Words by which programs report a failure that happened before there was an answer. */
export interface FailurePhrase {
  readonly kind: FailureKind;
  /** Where it happened, when it is not where this kind usually happens. */
  readonly phase?: Phase;
  /** What the failure is called, where that tells more than the words do. */
  readonly code?: string;
  /** And that name stands, whatever codes of the system are named beside it. */
  readonly isCode?: true;
  /** Any of these makes it; plain text is found in any case. */
  readonly says: readonly (string | RegExp)[];
  /** And this must stand in the same text. */
  readonly beside?: RegExp;
}

const TCP_KINDS: readonly FailureKind[] = [
  'connection-refused',
  'connection-timeout',
  'network-unreachable',
  'host-unreachable',
  'blocked-locally',
];

/** Where a kind of failure usually happens. */
export function usualPhase(kind: FailureKind): Phase {
  if (kind.startsWith('dns-')) return 'dns';
  if (kind.startsWith('tls-')) return 'tls';
  if (kind.startsWith('proxy-')) return 'proxy';
  if (kind.startsWith('body-') || kind === 'length-mismatch') return 'body';
  if (kind === 'header-refused' || kind === 'unclassified') return 'send';
  return TCP_KINDS.includes(kind) ? 'tcp' : 'wait';
}
