import type { Report, Verdict } from '../../model/report.ts';
import { count, runTime } from '../format.ts';
import { capital, withoutColumns } from '../formats/status-words.ts';
import { decidingIn } from '../sections/select.ts';
import type { StyleName, Theme } from '../text/theme.ts';
import { headedLines } from './headed.ts';

/** The colour of a verdict. */
export const VERDICT_STYLE = { PASS: 'ok', FAIL: 'fail', UNKNOWN: 'unknown' } satisfies Record<
  Verdict,
  StyleName
>;

/** What a report says in its first line. */
interface Headline {
  readonly text: string;
  /** The cause and how sure it is; null where no cause is known. */
  readonly cause: string | null;
}

/** The problem in a sentence; where all is well, what works. The same in every format. */
export function headlineOf(report: Report): Headline {
  const { verdict, checks, diagnoses } = report;
  const { check, diagnosis } = decidingIn(report);
  if (verdict === 'PASS') return { text: successText(report), cause: null };
  if (diagnosis !== null) {
    // A look-up says under which condition its title holds.
    const isLookUp = report.command === 'explain-error' && check !== null;
    const text = isLookUp ? withoutColumns(check.summary) : diagnosis.title;
    return {
      text,
      cause: diagnosis.cause === 'unknown' ? null : `${diagnosis.cause}, ${diagnosis.certainty}`,
    };
  }
  const [first] = diagnoses;
  const text = check?.summary ?? checks[0]?.summary ?? first?.title ?? 'Nothing was checked';
  return { text: capital(withoutColumns(text)), cause: null };
}

function successText({ command, checks, diagnoses, exchanges }: Report): string {
  const [looked] = checks;
  if (command === 'explain-error' && looked !== undefined) return withoutColumns(looked.summary);
  const isOk = (id: string) => checks.some((check) => check.id === id && check.status === 'ok');
  if (command === 'check-key' && isOk('login')) return 'The key works';
  if (command === 'watch-ratelimit') return 'Calls are left in every window';
  const [exchange] = exchanges;
  if (command === 'probe-endpoint' && exchanges.length === 1 && exchange !== undefined) {
    return `${exchange.request.replace(/\?.*$/s, '')} works`;
  }
  const well = diagnoses.find(({ severity }) => severity === 'ok');
  const [first] = checks.filter(({ status }) => status === 'ok');
  return withoutColumns(well?.title ?? first?.summary ?? 'Nothing is wrong');
}

/** The first line: the verdict, the problem, and at the right edge its cause or what the run cost. */
export function headLines(report: Report, theme: Theme): string[] {
  const { text, cause } = headlineOf(report);
  const { verdict } = report;
  const right = cause ?? (verdict === 'PASS' ? spentText(report) : '');
  return headedLines({ text, style: 'strong' }, right, theme, [
    { text: verdict, style: VERDICT_STYLE[verdict], solid: true },
  ]);
}

/** `1 request, 0 credits, 0.41 s`. */
export function spentText({ command, cost, durationMs }: Report): string {
  if (command === 'explain-error') return 'offline, nothing sent';
  const used =
    cost.requests === 0
      ? ['nothing sent', '0 credits']
      : [count(cost.requests, 'request'), count(cost.credits, 'credit')];
  return [...used, runTime(durationMs)].join(', ');
}
