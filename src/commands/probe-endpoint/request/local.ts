import { V2_END } from '../../../knowledge/versions.ts';
import { nearestEndpoints } from '../../../knowledge/look-up/endpoint-lookup.ts';
import type { Check } from '../../../model/report.ts';
import type { LocalFinding } from '../../../request/finding.ts';
import { maskContacts } from '../../../redact/contacts.ts';
import { maskedValue } from '../../../redact/members.ts';
import { lint } from '../../../request/lint.ts';
import { translate, type Translation } from '../../../request/translate.ts';
import { check } from '../../../run/report/report-builder.ts';
import { toldRequest, type ProbeRequest } from './request.ts';

/**
 * What can be said about a request without sending it. A finding is a warning while the answer
 * decides, and a failure (`whenWrong`) where nothing is sent.
 */
export function localChecks(request: ProbeRequest, whenWrong: 'warn' | 'fail'): readonly Check[] {
  return [...placeChecks(request), ...findingChecks(request, whenWrong), ...versionChecks(request)];
}

function placeChecks({ endpoint, path, kind, inPlaceOf, method }: ProbeRequest): readonly Check[] {
  if (kind === 'probe') {
    const what = `the free probe of ${endpoint?.id ?? path}`;
    const summary = inPlaceOf === null ? what : `${what}, in the place of ${inPlaceOf}`;
    return [
      check('request.probe', 'request', 'ok', `${summary}: ${toldRequest({ method, path })}`),
    ];
  }
  if (endpoint !== null) return [];
  const near = nearestEndpoints(path, 3).map((one) => `${one.method} ${one.path}`);
  const hint = near.length === 0 ? '' : `; nearest: ${near.join(', ')}`;
  return [check('request.path', 'request', 'warn', `the path is not in the catalogue${hint}`)];
}

function findingChecks(request: ProbeRequest, whenWrong: 'warn' | 'fail'): readonly Check[] {
  const { endpoint, path, body, kind } = request;
  // A free probe is wrong on purpose.
  if (endpoint === null || kind === 'probe') return [];
  const byRule = new Map<string, LocalFinding[]>();
  for (const finding of lint({ endpoint, path, body: body?.json })) {
    byRule.set(finding.rule, [...(byRule.get(finding.rule) ?? []), finding]);
  }
  return [...byRule].map(([rule, findings]) =>
    check(`request.${rule}`, 'request', whenWrong, findings.map(textOf).join('; '), {
      evidence: { source: [...new Set(findings.map(({ source }) => source))] },
    }),
  );
}

function textOf({ at, problem, instead }: LocalFinding): string {
  return maskContacts(`${at}: ${problem}${instead === null ? '' : `; instead: ${instead}`}`);
}

function versionChecks(request: ProbeRequest): readonly Check[] {
  const { endpoint } = request;
  if (endpoint === null || endpoint.group !== 'v2') return [];
  const twin = translationOf(request);
  const today = twin === null ? '' : `; its twin today is ${twin.method} ${twin.endpoint.path}`;
  return [
    check(
      'request.version',
      'request',
      'warn',
      `this is V2, which was announced to end on ${V2_END.date}${today}`,
      {
        evidence: {
          end: V2_END.date,
          twin: twin?.endpoint.id ?? null,
          request: twin === null ? null : toldRequest(twin),
          body: twin?.body === undefined ? null : JSON.stringify(maskedValue(twin.body)),
          source: V2_END.source,
        },
      },
    ),
  ];
}

/** The call of today that does what this old one does. */
export function translationOf({ endpoint, path, body, kind }: ProbeRequest): Translation | null {
  if (endpoint === null || endpoint.version === 'v3') return null;
  // The probe's own body is refused by design; the catalogue's example says more.
  return kind === 'probe'
    ? translate(endpoint, endpoint.path, undefined)
    : translate(endpoint, path, body?.json);
}
