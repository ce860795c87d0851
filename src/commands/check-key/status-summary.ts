import { objectOf, objectsIn, parseJson, textOf, type JsonObject } from '../../model/json.ts';

/** One line of a status page. */
export interface Component {
  readonly name: string;
  /** As the page words it, for example `operational` or `partial_outage`. */
  readonly status: string;
  /** ISO time of its last change; null when the page does not say. */
  readonly updatedAt: string | null;
}

/** An incident or maintenance that is not over. */
interface Incident {
  readonly name: string;
  readonly status: string;
  readonly startedAt: string | null;
}

/** What a status page says at one moment. */
export interface StatusSummary {
  /** ISO time of the page's last change. */
  readonly updatedAt: string | null;
  readonly components: readonly Component[];
  readonly incidents: readonly Incident[];
}

const LONGEST = 120;
const MOST_INCIDENTS = 3;

/**
 * Reads the summary of an Atlassian Statuspage, and of its components only those with the given
 * ids: a page lists much that an API does not depend on. Null when the text is none or has none
 * of them.
 */
export function statusSummaryOf(text: string, ids: readonly string[]): StatusSummary | null {
  const page = objectOf(parseJson(text));
  if (page === null) return null;
  const components = objectsIn(page.components).flatMap((component) => {
    const name = wordsOf(component.name);
    const status = wordsOf(component.status);
    const isWanted = typeof component.id === 'string' && ids.includes(component.id);
    return isWanted && name !== null && status !== null
      ? [{ name, status, updatedAt: timeOf(component.updated_at) }]
      : [];
  });
  if (components.length === 0) return null;
  return {
    updatedAt: timeOf(objectOf(page.page)?.updated_at),
    components,
    incidents: [...objectsIn(page.incidents), ...underWay(page)]
      .filter((incident) => touches(incident, ids))
      .slice(0, MOST_INCIDENTS)
      .flatMap(incidentOf),
  };
}

/** Maintenance that has begun; what is only planned explains nothing. */
function underWay(page: JsonObject): readonly JsonObject[] {
  return objectsIn(page.scheduled_maintenances).filter(({ status }) => status !== 'scheduled');
}

/** An incident that names no component may be about any. */
function touches({ components }: JsonObject, ids: readonly string[]): boolean {
  const named = objectsIn(components);
  return named.length === 0 || named.some(({ id }) => typeof id === 'string' && ids.includes(id));
}

function incidentOf(incident: JsonObject): readonly Incident[] {
  const name = wordsOf(incident.name);
  const status = wordsOf(incident.status);
  if (name === null || status === null) return [];
  return [{ name, status, startedAt: timeOf(incident.started_at ?? incident.created_at) }];
}

function wordsOf(value: unknown): string | null {
  return textOf(value)?.slice(0, LONGEST) ?? null;
}

function timeOf(value: unknown): string | null {
  const ms = typeof value === 'string' ? Date.parse(value) : Number.NaN;
  return Number.isNaN(ms) ? null : new Date(ms).toISOString();
}
