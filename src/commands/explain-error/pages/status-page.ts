import { diagnose } from '../../../diagnosis/diagnose.ts';
import { orderOfStatus } from '../../../diagnosis/order-of-status.ts';
import { valueText } from '../../../diagnosis/fill.ts';
import { CAUSES, causeById } from '../../../knowledge/catalogue.ts';
import { namesStatus, needsMoreThan } from '../../../knowledge/cause-statuses.ts';
import { CONTRADICTIONS } from '../../../knowledge/contradictions.ts';
import { SOURCES } from '../../../knowledge/sources.ts';
import { nearestStatuses, statusEntry } from '../../../knowledge/look-up/status-lookup.ts';
import type { StatusEntry } from '../../../knowledge/statuses.ts';
import type { Statement } from '../../../model/cause.ts';
import type { Diagnosis, Exclusion } from '../../../model/diagnosis.ts';
import type { Facts } from '../../../model/fact.ts';
import type { Meanings } from '../../../render/meanings.ts';
import { deciders, type Decider } from './deciding.ts';
import type { StatedFacts } from '../stated.ts';
import { toldApart } from './told-apart.ts';

/** Statuses named in place of one that nobody is known to send. */
const MOST_NEAR = 3;

/** Everything a look-up of a status shows, as data. */
export interface StatusPage {
  readonly page: Meanings;
  /** False for a status that no source names. */
  readonly isKnown: boolean;
  /** Known statuses near one that is not. */
  readonly nearest: readonly number[];
  readonly next: string | null;
}

/**
 * What a status can mean, given what is known of the call, and what would decide. Null when it
 * is no status that anybody sends.
 */
export function statusPage(status: number, stated: StatedFacts): StatusPage | null {
  const alone: Facts = { status: { name: 'status', value: status, seenIn: 'given' } };
  const facts: Facts = { ...alone, ...stated.facts };
  const bare = diagnose(alone);
  if (status < 100 || status > 599 || bare.verdict.cause === 'unknown') return null;
  const { verdict, alternatives } = diagnose(facts);
  const left = verdict.cause === 'unknown' ? [] : orderOfStatus([verdict, ...alternatives], status);
  const [first, ...others] = left;
  // What the bare status rules out is no news about this call.
  const excluded = verdict.excluded.filter(
    ({ cause }) => !bare.verdict.excluded.some((always) => always.cause === cause),
  );
  const rows = first === undefined ? [] : [{ ...first, excluded }, ...others];
  const isKnown = statusEntry(status) !== undefined || rows.some((row) => speaksOf(row, status));
  const ways = deciders(causesOf(rows), facts, { status, endpoint: stated.endpoint });
  const more = onlyWithMore(status, rows, excluded);
  const page: Meanings = {
    status,
    heading: headingOf(status),
    lead: leadOf(status),
    groups: toldApart(causesOf([...rows, ...more]), status),
    given: Object.values(stated.facts)
      .filter(({ name }) => name !== 'endpointVersion' && name !== 'otherMethod')
      .map(({ name, value }) => [name, valueText(value)] as const),
    rows,
    statements: statementsOn(status, isKnown),
    remarks: stated.remarks,
    excluded,
    more,
    disputes: disputesOf(rows),
    others: apart(status),
    tellApart: ways.map((way) => ({ ...way, about: narrowed(way, rows.length) })),
  };
  return {
    page,
    isKnown,
    nearest: isKnown ? [] : nearestStatuses(status, MOST_NEAR),
    next: ways[0]?.command ?? (first === undefined ? null : `lusha-doctor explain ${first.cause}`),
  };
}

function speaksOf({ cause }: Diagnosis, status: number): boolean {
  const known = causeById(cause);
  return known !== undefined && namesStatus(known, status);
}

function causesOf(rows: readonly { readonly cause: string }[]) {
  return rows.flatMap(({ cause }) => causeById(cause) ?? []);
}

/** Lusha is named as the sender only of what it is known to send. */
function headingOf(status: number): string {
  const entry = statusEntry(status);
  const name = entry === undefined ? `${status}` : `${status} ${entry.name}`;
  const isOurs = entry !== undefined && entry.origin !== 'on-the-way';
  return isOurs ? `${name} from the Lusha API` : `${name} on a call to Lusha`;
}

/** What the article says of the status, else what is known of it. */
function leadOf(status: number): string | null {
  const entry = statusEntry(status);
  if (entry === undefined) return null;
  const text = entry.commonCause.text.replace(/\.$/, '');
  return entry.origin === 'article' ? `${text} (Lusha's article).` : `${text}.`;
}

/** What the sources say of the status as such; the article's own line first. */
function statementsOn(status: number, isKnown: boolean): readonly string[] {
  const entry = statusEntry(status);
  if (entry === undefined) {
    const near = nearestStatuses(status, MOST_NEAR).join(', ');
    return isKnown ? [] : [`${status} is in no list of Lusha. Nearest statuses: ${near}.`];
  }
  const { meaning, commonCause, note } = entry;
  return [
    `${speaker(entry)}: ${meaning}. Common cause: ${sourced(commonCause)}`,
    ...(note === undefined ? [] : [`But: ${sourced(note)}`]),
  ];
}

function speaker({ origin }: StatusEntry): string {
  if (origin === 'article') return "Lusha's article";
  return origin === 'lusha' ? 'Not in the article; Lusha sends it' : 'Not sent by Lusha itself';
}

function sourced({ text, source }: Statement): string {
  const known = SOURCES[source];
  const seen = known === undefined ? source : `${source}, ${known.state}, ${known.checked}`;
  return `${text.replace(/\.$/, '')} (${seen}).`;
}

/** Causes that come with this status too, but that the status alone never names. */
function onlyWithMore(
  status: number,
  rows: readonly Diagnosis[],
  excluded: readonly Exclusion[],
): Meanings['more'] {
  const named = new Set([...rows, ...excluded].map(({ cause }) => cause));
  return CAUSES.filter(
    (cause) =>
      cause.subject === 'failure' &&
      !named.has(cause.id) &&
      namesStatus(cause, status) &&
      needsMoreThan(cause, status),
  ).map(({ id, tell }) => ({ cause: id, tell }));
}

function disputesOf(rows: readonly Diagnosis[]): Meanings['disputes'] {
  const shown = new Set(rows.map(({ cause }) => cause));
  return CONTRADICTIONS.filter(({ causes }) => causes.some((id) => shown.has(id))).map(
    ({ id, topic }) => ({ id, topic }),
  );
}

function apart(status: number): Meanings['others'] {
  return (statusEntry(status)?.apartFrom ?? []).flatMap((other) => {
    const entry = statusEntry(other);
    return entry === undefined ? [] : [{ status: other, text: entry.commonCause.text }];
  });
}

/** Which causes a fact is about is worth saying only when it is not about all of them. */
function narrowed({ about }: Decider, of: number): readonly string[] {
  return about.length < of ? about : [];
}
