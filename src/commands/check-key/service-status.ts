import { STATUS_PAGE } from '../../knowledge/contacts.ts';
import { API_HOST } from '../../knowledge/endpoints.ts';
import type { Diagnosis } from '../../model/diagnosis.ts';
import type { Check } from '../../model/report.ts';
import { statusSummaryOf, type Component, type StatusSummary } from './status-summary.ts';
import { openClient, type Client } from '../../run/client.ts';
import type { Run } from '../../run/network-command.ts';
import { check } from '../../run/report/report-builder.ts';

/** Where Lusha's own hosts are; tests put servers of their own in their place. */
export interface Places {
  /** Host, with its port where it is not the usual one. */
  readonly apiHost: string;
  readonly statusUrl: string;
}

export const LUSHAS_PLACES: Places = { apiHost: API_HOST, statusUrl: STATUS_PAGE.url };

/** What the status page says, and the client that asked it. */
export interface StatusReading {
  readonly checks: readonly Check[];
  readonly client: Client | null;
}

const NOT_ASKED: StatusReading = { checks: [], client: null };
const IDS = STATUS_PAGE.components.map(({ id }) => id);

/**
 * Reads the public status page when Lusha itself failed. Without the key, and only when it was
 * really Lusha's host that was asked: the page says nothing about anybody else's.
 */
export async function readStatus(
  verdict: Diagnosis,
  run: Run,
  allowed: boolean,
  places: Places,
): Promise<StatusReading> {
  if (verdict.layer !== 'service' || run.target.baseUrl.host !== places.apiHost) return NOT_ASKED;
  if (!allowed) return { ...NOT_ASKED, checks: [skipped('--no-status')] };
  const { options, io, signal, target } = run;
  const page = { ...target, baseUrl: new URL(places.statusUrl), hostSource: 'default' };
  const opened = await openClient(page, options, io, signal, run.usage);
  if (!opened.ok) return { ...NOT_ASKED, checks: [skipped(opened.problem.message)] };
  const client = opened.value;
  run.progress.update('reading the status page');
  const { exchange } = await client.call({
    method: 'GET',
    path: STATUS_PAGE.summaryPath,
    key: null,
    placement: 'none',
  });
  const { response, failure } = exchange;
  if (response === undefined) {
    return { client, checks: [skipped(failure?.code ?? 'it did not answer')] };
  }
  const summary = response.status === 200 ? statusSummaryOf(response.body.text, IDS) : null;
  return {
    client,
    checks: [summary === null ? skipped(`status ${response.status}`) : statusCheck(summary)],
  };
}

function skipped(why: string): Check {
  return check('service.status', 'service', 'skip', `${STATUS_PAGE.host} was not read: ${why}`);
}

function statusCheck(summary: StatusSummary): Check {
  const { components, incidents, updatedAt } = summary;
  const isWell = components.every(({ status }) => status === 'operational');
  const said = [
    ...components.map(componentText),
    ...incidents.map(
      ({ name, status, startedAt }) =>
        `incident "${name}" ${status}${startedAt === null ? '' : ` since ${startedAt}`}`,
    ),
  ];
  const when = updatedAt === null ? '' : ` (page of ${updatedAt})`;
  return check(
    'service.status',
    'service',
    isWell && incidents.length === 0 ? 'ok' : 'warn',
    `${STATUS_PAGE.host} says: ${said.join('; ')}${when}`,
    {
      evidence: {
        updatedAt,
        ...Object.fromEntries(components.map(({ name, status }) => [name, status])),
        incidents: incidents.map(({ name }) => name),
      },
    },
  );
}

function componentText({ name, status, updatedAt }: Component): string {
  const words = status.replaceAll('_', ' ');
  return status === 'operational' || updatedAt === null
    ? `${name} ${words}`
    : `${name} ${words} since ${updatedAt}`;
}
