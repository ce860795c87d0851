import type { Check } from '../../model/report.ts';
import { maskContacts } from '../../redact/contacts.ts';
import { maskedValue } from '../../redact/members.ts';
import { meets, type Demand } from '../../request/json-path.ts';
import type { Answer } from '../../run/client.ts';
import { check } from '../../run/report/report-builder.ts';
import type { Expectations } from './wanted.ts';

/** One check for each thing that was demanded. */
export function expectationChecks(
  { statuses, json, maxTtfbMs }: Expectations,
  answer: Answer,
  isSecret: boolean,
): readonly Check[] {
  return [
    ...(statuses.length === 0 ? [] : [statusCheck(statuses, answer)]),
    ...json.map((demand, index) => jsonCheck(demand, index, answer, isSecret)),
    ...(maxTtfbMs === null ? [] : [ttfbCheck(maxTtfbMs, answer)]),
  ];
}

/** True when the status was demanded, so that it is no finding whatever it is. */
export function isDemanded({ statuses }: Expectations, { facts }: Answer): boolean {
  return statuses.includes(facts.status?.value ?? 0);
}

function statusCheck(statuses: readonly number[], { facts }: Answer): Check {
  const status = facts.status?.value;
  const met = status !== undefined && statuses.includes(status);
  const seen = status === undefined ? 'there was no answer' : `it is ${status}`;
  const wanted = statuses.join(' or ');
  const summary = met ? `status ${status}, as demanded` : `status ${wanted} demanded, ${seen}`;
  return verdict('expect.status', met, summary, { demanded: statuses, found: status ?? null });
}

const LONGEST_SHOWN = 80;

function jsonCheck(demand: Demand, index: number, { exchange }: Answer, isSecret: boolean): Check {
  const id = index === 0 ? 'expect.json' : `expect.json-${index + 1}`;
  const body = exchange.response?.body.text;
  if (body === undefined) return verdict(id, false, `${demand.text} demanded, there was no answer`);
  const result = meets(demand, body);
  if (result.met) return verdict(id, true, `${demand.text}, as demanded`);
  const { found } = result;
  if (found === 'nothing')
    return verdict(id, false, `${demand.text} demanded, the body has no such place`);
  if (found === 'no JSON')
    return verdict(id, false, `${demand.text} demanded, the body is no JSON`);
  return verdict(
    id,
    false,
    `${demand.text} demanded, it is ${isSecret ? 'another value' : shown(found.value, demand)}`,
  );
}

/** The value in the report must not be somebody's name or number. */
function shown(value: unknown, { path }: Demand): string {
  const named = path.reduceRight<unknown>(
    (inner, step) => (typeof step === 'number' ? [inner] : { [step]: inner }),
    value,
  );
  const masked = path.reduce<unknown>(
    (place, step) =>
      typeof place === 'object' && place !== null
        ? Object.values(place)[0]
        : (place ?? String(step)),
    maskedValue(named),
  );
  return maskContacts(JSON.stringify(masked) ?? 'nothing').slice(0, LONGEST_SHOWN);
}

function ttfbCheck(mostMs: number, { exchange }: Answer): Check {
  const wait = exchange.phases.find(({ phase, outcome }) => phase === 'wait' && outcome === 'done');
  if (wait === undefined) {
    return verdict('expect.ttfb', false, `first byte within ${mostMs} ms demanded, none came`);
  }
  const ms = Math.round(wait.startMs + wait.durationMs);
  const met = ms <= mostMs;
  return verdict(
    'expect.ttfb',
    met,
    met
      ? `first byte after ${ms} ms, at most ${mostMs} demanded`
      : `first byte after ${ms} ms, more than the ${mostMs} demanded`,
    { demanded: mostMs, found: ms },
  );
}

function verdict(
  id: string,
  met: boolean,
  summary: string,
  evidence: Check['evidence'] = {},
): Check {
  return check(id, 'unknown', met ? 'ok' : 'fail', maskContacts(summary), { evidence });
}
