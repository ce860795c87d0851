import type { GuardedIo } from '../../../model/io.ts';
import { ok, wrongUsage, type Result } from '../../../model/problem.ts';
import type { Check } from '../../../model/report.ts';
import { maskContacts } from '../../../redact/contacts.ts';
import { maskedTarget } from '../../../redact/request-line.ts';
import { maskedValue } from '../../../redact/members.ts';
import { curlLine, type CurlRequest } from '../../../request/curl.ts';
import { estimate } from '../../../request/estimate.ts';
import type { Block } from '../../../render/sections/block.ts';
import { DEFAULT_BASE_URL } from '../../../run/base-url.ts';
import type { Run } from '../../../run/network-command.ts';
import { networkOptionsOf, type NetworkOptions } from '../../../run/network-options.ts';
import { openTarget } from '../../../run/target.ts';
import { complain, presentJson } from '../../../run/present/present.ts';
import type { ProbeGiven } from '../options.ts';
import { check, type Outcome } from '../../../run/report/report-builder.ts';
import { localChecks, translationOf } from './local.ts';
import { drawing } from '../page.ts';
import { toldRequest, withoutKey, type ProbeRequest } from './request.ts';
import { estimateText, mayBeSent } from '../spending.ts';

/** The request as it would be sent, and everything that can be said about it; nothing is sent. */
export function dryRun(request: ProbeRequest, showBody: boolean, run: Run): Result<Outcome> {
  const { options, target } = run;
  const curl = curlOf(request, options, target.baseUrl);
  const url = maskedTarget(curl.url);
  const headers = headerLines(curl).map(maskContacts);
  const shown = bodyText(request, showBody);
  const blocks: Block[] = [
    {
      label: 'REQUEST',
      lines: [`${request.method} ${url}`, ...headers],
      ...(shown === undefined ? {} : { code: shown }),
    },
    ...translationBlocks(request, showBody, run),
  ];
  const checks = [...localChecks(request, 'fail'), ...costChecks(request, options.maxCredits)];
  return ok({
    checks: [
      check('request', 'request', 'ok', `${request.method} ${url}   not sent: --dry-run`, {
        evidence: {
          method: request.method,
          url,
          headers,
          body: shown ?? null,
        },
      }),
      ...checks,
    ],
    diagnoses: [],
    next: null,
    ...drawing({ above: blocks, shown: ['request'] }, options.output),
  });
}

function bodyText({ body, kind }: ProbeRequest, showBody: boolean): string | undefined {
  if (body === undefined) return undefined;
  return JSON.stringify(kind === 'probe' || showBody ? body.json : maskedValue(body.json), null, 2);
}

function headerLines({ headers, key }: CurlRequest): string[] {
  const own = key === null ? [] : [`${key.header}: ${key.scheme}$${key.variable}`];
  return [...own, ...Object.entries(headers).map(([name, value]) => `${name}: ${value}`)];
}

function costChecks(request: ProbeRequest, maxCredits: number): readonly Check[] {
  const { endpoint, kind, body } = request;
  const allowed = mayBeSent(request, { maxCredits, simulated: false });
  if (!allowed.ok && allowed.problem.code !== 'may-cost-credits') {
    return [check('request.allowed', 'request', 'fail', allowed.problem.message)];
  }
  if (kind === 'probe') {
    const how = endpoint?.freeProbe?.certainty ?? 'inferred';
    return [check('request.cost', 'request', 'ok', `cost: free by design (${how})`)];
  }
  if (endpoint === null) return [];
  const most = estimate(endpoint, body?.json);
  const least = Math.max(1, most.credits ?? 1);
  const needs = allowed.ok ? '' : `; sent with --max-credits ${least} only`;
  return [
    check(
      'request.cost',
      'request',
      allowed.ok ? 'ok' : 'warn',
      `cost: ${estimateText(most)}${needs}`,
      {
        evidence: { credits: most.credits, parts: most.parts, prices: most.prices },
      },
    ),
  ];
}

/** The call of today in the place of an old one. */
export function translationBlocks(
  request: ProbeRequest,
  showBody: boolean,
  { options, target }: Pick<Run, 'options' | 'target'>,
): readonly Block[] {
  const today = translationOf(request);
  if (today === null) return [];
  const { method, path, body, notes, endpoint } = today;
  const text = body === undefined ? undefined : JSON.stringify(body);
  const call = toldRequest(today);
  // The user's own values are masked like any body, and a masked line must not be run.
  if (request.kind === 'own' && !showBody) {
    const code = JSON.stringify(maskedValue(body), null, 2);
    return [{ label: 'TODAY', lines: [call, ...notes], ...(body === undefined ? {} : { code }) }];
  }
  const translated: ProbeRequest = {
    ...request,
    kind: 'own',
    method,
    path,
    endpoint,
    key: 'send',
    headers: text === undefined ? {} : { 'content-type': 'application/json' },
    body: text === undefined || body === undefined ? undefined : { text, json: body },
  };
  const command = curlLine(curlOf(translated, options, target.baseUrl));
  return [{ label: 'TODAY', lines: [call, ...notes], command }];
}

function curlOf(request: ProbeRequest, options: NetworkOptions, baseUrl: URL): CurlRequest {
  const { method, path, headers, body, key, endpoint } = request;
  const isApi = baseUrl.href === new URL(DEFAULT_BASE_URL).href;
  const origin =
    isApi && endpoint?.host !== undefined ? `https://${endpoint.host}` : baseUrl.origin;
  const bearer = options.auth === 'bearer';
  return {
    method,
    url: new URL(path, origin).href,
    headers,
    body: body?.text,
    key:
      key === 'omit'
        ? null
        : {
            variable: options.key.keyEnv ?? 'LUSHA_API_KEY',
            header: bearer ? 'Authorization' : 'api_key',
            scheme: bearer ? 'Bearer ' : '',
          },
    proxy: withoutPassword(options.proxy),
    ca: options.ca,
  };
}

/** A password does not belong into a line that is pasted around. */
function withoutPassword(proxy: string | undefined): string | undefined {
  return proxy?.replace(/(?<=\/\/|^)[^/@]*@/, '');
}

/** Prints the request as a curl line and nothing else. */
export async function printCurl(
  request: ProbeRequest,
  given: ProbeGiven,
  io: GuardedIo,
): Promise<number> {
  const options = await networkOptionsOf(given, io);
  if (!options.ok) return complain(options.problem, io);
  if (options.value.simulate !== undefined) {
    const clash = wrongUsage(
      'contradiction',
      '--curl and --simulate do not go together: the simulator is gone when the line is run.',
      'Start one that stays:  lusha-doctor simulate',
    );
    return complain(clash.problem, io);
  }
  const { keyEnv } = options.value.key;
  if (keyEnv !== undefined && !/^[A-Za-z_]\w*$/.test(keyEnv)) {
    const bad = wrongUsage(
      'bad-variable',
      `"${keyEnv}" is no name a shell can expand.`,
      'Use letters, digits and underscores.',
    );
    return complain(bad.problem, io);
  }
  // Only for what it protects: a pipe with the key in it is left to the line itself.
  const target = options.value.key.keyStdin === true ? null : await openTarget(options.value, io);
  if (target?.ok === false) return complain(target.problem, io);
  const keyless = withoutKey(request, io);
  if (!keyless.ok) return complain(keyless.problem, io);
  const allowed = mayBeSent(request, { maxCredits: Infinity, simulated: false });
  if (!allowed.ok) return complain(allowed.problem, io);
  const curl = curlLine(curlOf(request, options.value, options.value.baseUrl));
  if (options.value.output.format === 'json') await presentJson({ curl }, io);
  else io.stdout.write(`${curl}\n`);
  return 0;
}
