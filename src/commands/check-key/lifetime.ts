import { headerValue } from '../../evidence/header.ts';
import type { Header } from '../../model/exchange.ts';
import type { Check } from '../../model/report.ts';
import { maskContacts } from '../../redact/contacts.ts';
import { maskedTarget } from '../../redact/request-line.ts';
import { dayOf, days, daysUntil, endWords, sunsetTime } from '../../evidence/sunset.ts';
import { httpDate } from '../../quota/window/reset-time.ts';
import type { Answer } from '../../run/client.ts';
import { lushaAnswered } from '../../run/report/findings.ts';
import { check } from '../../run/report/report-builder.ts';

const LONGEST_WORDS = 120;

/** How long the endpoints that were asked will live, by what their answers announce. */
export function lifetimeChecks(answers: readonly Answer[], now: number): readonly Check[] {
  // Somebody else's answer says nothing about how long an endpoint of Lusha's lives.
  const asked = answers.filter(lushaAnswered);
  if (asked.length === 0) return [];
  const found = new Map<string, Check>();
  for (const { exchange, facts } of asked) {
    const path = facts.path?.value ?? '';
    for (const announced of announcedIn(exchange.response?.headers ?? [], path, now)) {
      found.set(`${announced.id} ${path}`, announced);
    }
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
  const at = sunsetTime(words);
  const end = at === null ? `announces its end: ${words}` : endWords(at, now);
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
