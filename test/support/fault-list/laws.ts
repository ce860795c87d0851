import { causeById } from '../../../src/knowledge/catalogue.ts';
import type { Diagnosis } from '../../../src/model/diagnosis.ts';
import { FACT_NAMES } from '../../../src/model/fact-words.ts';
import type { Cost, ExchangeSummary, ReportTarget } from '../../../src/model/report.ts';

/** What the laws ask of a report; a report has more. */
interface Told {
  readonly diagnoses: readonly Diagnosis[];
  readonly cost: Pick<Cost, 'requests'>;
  readonly target: ReportTarget | null;
  readonly exchanges: readonly Pick<ExchangeSummary, 'status'>[];
}

const LUSHAS = 'https://api.lusha.com';

const EMPTY = new RegExp(`\\{(?:${FACT_NAMES.join('|')})(?:\\|[^}]*)?\\}`);

/** Sentences of a report that are about Lusha's own address, not about where the call went. */
const ABOUT_LUSHAS = /Lusha is at https:\/\/api\.lusha\.com|straight to Lusha|is that of V1/;

/** Every way in which a report says something false or useless; empty for one that is true. */
export function brokenLaws(found: Record<string, unknown>): readonly string[] {
  const report = found as Record<string, unknown> & Told;
  return [
    ...anotherHost(report),
    ...sentOrNot(report),
    ...charged(report),
    ...notFolded(report),
    ...unfilled(report),
  ];
}

/** `api.lusha.com` stands where the call went there, or where Lusha's own address is meant. */
function anotherHost({ diagnoses, target }: Told): readonly string[] {
  if (target === null || target.origin === LUSHAS) return [];
  return diagnoses.flatMap((found) =>
    sentencesOf(found)
      .filter((text) => text.includes('api.lusha.com') && !ABOUT_LUSHAS.test(text))
      .map((text) => `${found.cause} speaks of another host than ${target.origin}: ${text}`),
  );
}

/** "Nothing was sent" and "was not asked" go with no request, and with none only. */
function sentOrNot({ diagnoses: [first], cost: { requests } }: Told): readonly string[] {
  if (first === undefined) return [];
  const saysNothing = /nothing was sent|key was not sent/i.test(first.meaning);
  return saysNothing && requests > 0
    ? [`${first.cause} says that nothing was sent, and ${requests} went out`]
    : [];
}

/** A refusal is told as free, and only what succeeded or got lost as perhaps charged. */
function charged({ diagnoses: [first], exchanges: [exchange] }: Told): readonly string[] {
  const { credits = null } = first ?? {};
  const status = exchange?.status ?? null;
  if (first === undefined || credits === null || status === null) return [];
  const isRefusal = status >= 400 && status < 500 && status !== 499;
  const isFree = /\bnot charged|\bno credit|nothing was charged/i.test(credits);
  const isDoubt = /\bmay (?:have been|be) charged/i.test(credits);
  return [
    ...(isRefusal && isDoubt && !isFree ? [`${first.cause} doubts the price of a ${status}`] : []),
    ...(status < 300 && /refused request/i.test(credits)
      ? [`${first.cause} calls a ${status} refused`]
      : []),
  ];
}

/** One fault, one diagnosis: what follows from another one stands in it, and not beside it. */
function notFolded({ diagnoses }: Told): readonly string[] {
  const named = new Set(diagnoses.map(({ cause }) => cause));
  return diagnoses.flatMap(({ cause, consequences = [] }) => [
    ...(causeById(cause)?.because ?? [])
      .filter((root) => named.has(root))
      .map((root) => `${cause} stands beside ${root}, from which it follows`),
    ...consequences
      .filter((other) => named.has(other))
      .map((other) => `${other} is folded into ${cause} and told once more`),
  ]);
}

/** Every placeholder was filled. */
function unfilled({ diagnoses }: Told): readonly string[] {
  return diagnoses.flatMap((found) =>
    [...sentencesOf(found), ...found.fixes.map(({ command }) => command ?? '')]
      .filter((text) => EMPTY.test(text))
      .map((text) => `${found.cause} has an empty place: ${text}`),
  );
}

function sentencesOf({ title, meaning, reasons, fixes, notes, credits }: Diagnosis) {
  return [title, meaning, ...reasons, ...fixes.map(({ text }) => text), ...notes, credits ?? ''];
}
