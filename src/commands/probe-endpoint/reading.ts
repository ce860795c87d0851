import type { Findings } from '../../diagnosis/diagnose.ts';
import type { Proof } from '../../model/endpoint.ts';
import type { Check } from '../../model/report.ts';
import type { Answer } from '../../run/client.ts';
import { verdictCheck } from '../../run/report/findings.ts';
import { check } from '../../run/report/report-builder.ts';
import { toldRequest, type ProbeRequest } from './request/request.ts';

/** How an answer reads, seen from what was sent. */
export interface Reading {
  /** True when the answer is the one the free probe is made for. */
  readonly expected: boolean;
  readonly check: Check;
}

/** Causes that say the path itself is wrong, or that the body is unreadable: no probe is made for that. */
const PROVES_NOTHING = [
  'contract-broken',
  'path-unknown',
  'method-wrong',
  'method-not-allowed',
  'path-retired',
  'v2-retired',
];
const OK_LAYERS = ['request', 'service', 'unknown'];

/**
 * The expected refusal of a free probe is a success: path, method and key are in order, and only
 * the body would have had to be good. Anything else is what the diagnosis says.
 */
export function readingOf(request: ProbeRequest, answer: Answer, findings: Findings): Reading {
  const { verdict } = findings;
  const plain = verdictCheck(verdict, answer);
  const expect = request.kind === 'probe' ? request.endpoint?.freeProbe?.expect : undefined;
  const status = answer.facts.status?.value;
  if (expect === undefined || status === undefined || !expect.statuses.includes(status)) {
    return { expected: false, check: accepted(request, answer) ?? plain };
  }
  if (verdict.severity === 'ok') return { expected: true, check: plain };
  const party = answer.facts.answeredBy?.value;
  const elsewhere = request.endpoint?.host !== undefined;
  const byLusha = party === 'lusha' || party === 'gateway' || elsewhere;
  const aboutRequest = OK_LAYERS.includes(verdict.layer) && !PROVES_NOTHING.includes(verdict.cause);
  if (!byLusha || !(aboutRequest || elsewhere)) return { expected: false, check: plain };
  const { message } = expect;
  const asKnown = message === undefined || message.test(answer.facts.message?.value ?? '');
  const proves = request.endpoint?.freeProbe?.proves ?? [];
  return {
    expected: true,
    check: check(
      'endpoint',
      'request',
      'ok',
      `${toldRequest(request)}   ${status} as expected: ${provedText(proves, status)}`,
      {
        ...(plain.durationMs === null ? {} : { durationMs: plain.durationMs }),
        evidence: { ...plain.evidence, proves: [...proves], knownWording: asKnown },
      },
    ),
  };
}

/** A probe that was meant to be refused and was not: nobody knows what it did. */
function accepted(request: ProbeRequest, answer: Answer): Check | null {
  const probe = request.kind === 'probe' ? (request.endpoint?.freeProbe ?? null) : null;
  const status = answer.facts.status?.value ?? 0;
  if (probe === null || probe.kind === 'as-is' || status < 200 || status > 299) return null;
  if (answer.facts.answeredBy?.value !== 'lusha') return null;
  const charged = answer.facts.creditsCharged?.value;
  const cost = charged === undefined ? 'it does not say what it charged' : `it charged ${charged}`;
  return check(
    'endpoint',
    'request',
    'warn',
    `${toldRequest(request)}   ${status}: the probe was meant to be refused and was not; ${cost}`,
    { evidence: { status } },
  );
}

/** What an expected answer shows, and no more than that. */
function provedText(proves: readonly Proof[], status: number): string {
  const plan = proves.includes('plan') ? ['plan allows it'] : [];
  const parts = ['reachable', ...(proves.includes('key') ? ['key accepted'] : []), ...plan];
  if (status === 404) return `${parts.join(', ')}; there is no such object, on purpose`;
  if (status !== 400) return parts.join(', ');
  const refusal = plan.length > 0 ? [] : ['not refused by the plan'];
  return `${[...parts, ...refusal].join(', ')}; a real body would be validated next`;
}
