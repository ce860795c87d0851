import type { RequestLogEntry } from '../../simulator/http/request-log-entry.ts';
import type { ClientSummary } from '../../simulator/client-summary.ts';
import { renderTable } from '../../render/text/table.ts';
import type { Theme } from '../../render/text/theme.ts';

/** One request as a line of the log; what is usual is left out. */
export function logLine(entry: RequestLogEntry): string {
  const { at, method, path, status, keyPlacement, creditsCharged } = entry;
  const remarks = [
    ...(keyPlacement === 'api_key' ? [] : [`key: ${keyPlacement}`]),
    ...(creditsCharged === 0 ? [] : [count(creditsCharged, 'credit')]),
  ];
  const time = new Date(at).toISOString().slice(11, 19);
  const answer = status === null ? '---' : String(status);
  return [`${time}  ${answer}  ${method} ${path}`, ...remarks].join('   ');
}

/** What the client did, told at the end. */
export async function summaryText(summary: ClientSummary, theme: Theme): Promise<string> {
  const { requests, credits, endpoints, statuses, misuses } = summary;
  const total = `${count(requests, 'request')}, ${count(credits, 'credit')} at Lusha's prices\n`;
  if (requests === 0) return `\n${total}`;
  const rows = endpoints.map((one) => [one.endpoint, `${one.calls}`, `${one.credits}`]);
  const answers = statuses.map((one) => `${one.status ?? 'none'} (${one.count})`).join(', ');
  const complaints = misuses.flatMap((one) => [
    `  ${one.count} x ${one.text}\n`,
    `      lusha-doctor explain ${one.cause}\n`,
  ]);
  return [
    `\n${total}`,
    await renderTable(['endpoint', 'calls', 'credits'], rows, theme),
    `answers: ${answers}\n`,
    complaints.length === 0 ? 'misuse: none\n' : `misuse:\n${complaints.join('')}`,
  ].join('');
}

/** The same in one line, for `--quiet`. */
export function summaryLine({ requests, credits, misuses }: ClientSummary): string {
  const ids = misuses.map(({ id, count: times }) => `${id} (${times})`).join(', ');
  return `${count(requests, 'request')}, ${count(credits, 'credit')}, misuse: ${ids === '' ? 'none' : ids}\n`;
}

function count(number: number, one: string): string {
  return `${number} ${one}${number === 1 ? '' : 's'}`;
}
