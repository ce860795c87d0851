import { ENDPOINTS } from '../../../knowledge/endpoints.ts';
import { ok, type Result } from '../../../model/problem.ts';
import type { Run } from '../../../run/network-command.ts';
import { check, type Outcome } from '../../../run/report/report-builder.ts';
import { drawing } from '../page.ts';
import { freeProbeOf } from '../request/request.ts';
import { endpointsIn } from './selection.ts';

/** The requests that a group would be probed with; nothing is sent. */
export function planOf(group: string, { options }: Run): Result<Outcome> {
  const requests = endpointsIn(group, ENDPOINTS).flatMap((endpoint) => {
    const request = freeProbeOf(endpoint);
    return request === null ? [] : [{ endpoint, request }];
  });
  const rows = requests.map(({ endpoint, request: { method, path, body } }) => [
    endpoint.id,
    `${method} ${path}`,
    body?.text ?? '',
  ]);
  return ok({
    checks: [
      check('request', 'request', 'ok', `${requests.length} free probes, not sent: --dry-run`),
      ...rows.map(([id = '', call = '', body = '']) =>
        check(`endpoint.${id}`, 'request', 'skip', `${id}   ${call}   not sent`, {
          evidence: { request: call, body: body === '' ? null : body },
        }),
      ),
    ],
    diagnoses: [],
    ...drawing(
      { grid: { headers: ['endpoint', 'request', 'body'], rows }, shown: ['endpoint.'] },
      options.output,
    ),
  });
}
