import { headerValue } from '../../evidence/header.ts';
import type { Header } from '../../model/exchange.ts';
import type { Check } from '../../model/report.ts';
import { maskContacts } from '../../redact/contacts.ts';
import { maskedTarget } from '../../redact/request-line.ts';
import { httpDate, isoTime } from '../../quota/window/reset-time.ts';
import type { Answer } from '../../run/client.ts';
import { check } from '../../run/report/report-builder.ts';
import { OLDER_USAGE_PATH } from '../../knowledge/usage-paths.ts';

const DAY_MS = 86_400_000;
/** As integrators report it; Lusha's own pages give no day (code/v2-sunset). */
const V2_END = Date.UTC(2026, 10, 18);
const LONGEST_WORDS = 120;

/** How long the endpoints that were used will live: what their headers announce, and V2's end. */
export function lifetimeChecks(answers: readonly Answer[], now: number): readonly Check[] {
  const asked = answers.filter(({ exchange }) => exchange.response !== undefined);
  if (asked.length === 0) return [];
  const found = new Map<string, Check>();
  for (const { exchange, facts } of asked) {
    const path = facts.path?.value ?? '';
    for (const announced of announcedIn(exchange.response?.headers ?? [], path, now)) {
      found.set(`${announced.id} ${path}`, announced);
    }
    if (path === OLDER_USAGE_PATH && found.size === 0) found.set('v2', v2Check(now));
  }
  return found.size > 0
    ? [...found.values()]
    : [check('lifetime', 'request', 'ok', 'no Sunset or Deprecation header on the endpoint used')];
}

function announcedIn(headers: readonly Header[], path: string, now: number): readonly Check[] {
  const sunset = shortened(headerValue(headers, 'sunset'));
  const deprecation = shortened(headerValue(headers, 'deprecation'));
  const successor = successorIn(headerValue(headers, 'link') ?? '');
  const then = successor === null ? '' : `; its successor is ${successor}`;
  return [
    ...(sunset === null ? [] : [sunsetCheck(path, sunset, then, now)]),
    ...(deprecation === null ? [] : [deprecationCheck(path, deprecation, then, now)]),
  ];
}

function sunsetCheck(path: string, words: string, then: string, now: number): Check {
  const at = httpDate(words) ?? isoTime(words);
  const end = at === null ? `announces its end: ${words}` : ends(at, now);
  return check('lifetime.sunset', 'request', 'warn', `${path} ${end} (Sunset)${then}`, {
    diagnosis: 'endpoint-sunset',
    evidence: { path, sunset: words, daysLeft: at === null ? null : daysUntil(at, now) },
  });
}

/** RFC 9745 writes `@` and epoch seconds; older drafts a date or `true`. */
function deprecationCheck(path: string, words: string, then: string, now: number): Check {
  const seconds = /^@(\d{1,11})$/.exec(words)?.[1];
  const at = seconds === undefined ? httpDate(words) : Number(seconds) * 1000;
  const since =
    at === null
      ? 'is deprecated'
      : at <= now
        ? `is deprecated since ${dayOf(at)}`
        : `will be deprecated on ${dayOf(at)}, in ${days(daysUntil(at, now))}`;
  return check('lifetime.deprecation', 'request', 'warn', `${path} ${since} (Deprecation)${then}`, {
    evidence: { path, deprecation: words },
  });
}

function v2Check(now: number): Check {
  return check(
    'lifetime.v2',
    'request',
    'warn',
    `${OLDER_USAGE_PATH} belongs to V2, which ${ends(V2_END, now)} by what integrators report`,
    { evidence: { daysLeft: daysUntil(V2_END, now) } },
  );
}

function ends(at: number, now: number): string {
  const left = daysUntil(at, now);
  return left < 0
    ? `was to end on ${dayOf(at)}, ${days(-left)} ago`
    : `ends on ${dayOf(at)}, in ${days(left)}`;
}

function daysUntil(at: number, now: number): number {
  return Math.floor(at / DAY_MS) - Math.floor(now / DAY_MS);
}

function days(count: number): string {
  return count === 1 ? '1 day' : `${count} days`;
}

function dayOf(at: number): string {
  return new Date(at).toISOString().slice(0, 10);
}

/** The target of a link with the relation `successor-version` (RFC 5829). */
function successorIn(link: string): string | null {
  for (const [, target = '', parameters = ''] of link.matchAll(/<([^<>]{1,300})>([^<]{0,300})/g)) {
    if (/;\s*rel\s*=\s*"?[^"]*\bsuccessor-version\b/i.test(parameters)) return maskedTarget(target);
  }
  return null;
}

function shortened(words: string | null): string | null {
  return words === null ? null : maskContacts(words).slice(0, LONGEST_WORDS);
}
