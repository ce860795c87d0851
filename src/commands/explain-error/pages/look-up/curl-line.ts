import type { Endpoint, FreeProbe } from '../../../../model/endpoint.ts';

const ORIGIN = 'https://api.lusha.com';
const WITH_KEY = `printf 'api_key: %s' "$LUSHA_API_KEY" | curl -sS -i -H @-`;
const READ = 'lusha-doctor explain -';

/**
 * A curl line that sends an endpoint's free probe and has the answer read by this tool. The key
 * goes through a pipe, so that no process list shows it. Null where there is no free probe.
 */
export function probeLine({ freeProbe, host, never }: Endpoint): string | null {
  if (freeProbe === null || never === 'any-call') return null;
  const { key } = freeProbe;
  const origin = host === undefined ? ORIGIN : `https://${host}`;
  const start = key === 'send' ? WITH_KEY : 'curl -sS -i';
  return `${start} ${requestWords(freeProbe)}${quoted(`${origin}${freeProbe.path}`)} | ${READ}`;
}

function requestWords({ method, body }: FreeProbe): string {
  const named = method === (body === undefined ? 'GET' : 'POST') ? '' : `-X ${method} `;
  if (body === undefined) return named;
  const type = quoted('Content-Type: application/json');
  return `${named}-H ${type} -d ${quoted(JSON.stringify(body))} `;
}

function quoted(text: string): string {
  return /^[\w./:@%+=,-]+$/.test(text) ? text : `'${text.replaceAll("'", String.raw`'\''`)}'`;
}
