import type { Diagnosis } from '../../model/diagnosis.ts';
import type { Check, Report } from '../../model/report.ts';
import { count } from '../format.ts';
import { withoutColumns } from '../formats/status-words.ts';
import { decidingIn, selectDiagnoses } from '../sections/select.ts';
import { commandLine } from '../text/layout.ts';
import type { Theme } from '../text/theme.ts';
import { oneLine, type Content } from '../text/wrap.ts';
import { keyPlace } from './account.ts';
import { entry, entryWidth, under } from './entry.ts';

const MOST_NOTES = 3;
const MOST_ALTERNATIVES = 3;

/** Other explanations of the same answer, while none is certain; their pages tell them apart. */
export function alternativeLines(report: Report, theme: Theme): string[] {
  const { alternatives } = selectDiagnoses(report);
  const names = alternatives.slice(0, MOST_ALTERNATIVES).map(({ cause }) => cause);
  const more = alternatives.length - names.length;
  const text = [...names, ...(more > 0 ? [`${more} more`] : [])].join(', ');
  return entry(theme, 'Or', [text]);
}

/** What was noticed beside the problem; where nothing failed, with the first thing to do about it. */
export function noteLines(report: Report, theme: Theme): string[] {
  const { main, side } = selectDiagnoses(report);
  const { check: deciding } = decidingIn(report);
  const isPass = report.verdict === 'PASS';
  const explained = [...(isPass ? main : main.slice(1)), ...side].filter(
    ({ severity }) => severity !== 'ok',
  );
  const bare = report.checks.filter((check) =>
    isBare(check, explained, isPass ? null : deciding, report),
  );
  const notes = [
    ...explained.map((found) => noteOf(found, isPass, theme)),
    ...bare.map(({ summary }) => entry(theme, 'note', [withoutColumns(summary)])),
  ];
  const more = notes.length - MOST_NOTES;
  return [
    ...notes.slice(0, MOST_NOTES).flat(),
    ...(more > 0
      ? entry(theme, 'note', [{ text: `and ${more} more: --verbose`, style: 'muted' }])
      : []),
  ];
}

/** A finding that no diagnosis speaks of. */
function isBare(
  { id, status, diagnosis }: Check,
  explained: readonly Diagnosis[],
  deciding: Check | null,
  { diagnoses }: Report,
): boolean {
  if (status !== 'fail' && status !== 'warn' && status !== 'unknown') return false;
  if (id === deciding?.id || explained.some(({ cause }) => cause === diagnosis)) return false;
  return !diagnoses.some(({ cause }) => cause === diagnosis);
}

function noteOf(found: Diagnosis, withFix: boolean, theme: Theme): string[] {
  const { title, cause, fixes } = found;
  const fix = withFix ? fixes[0] : undefined;
  return [
    ...entry(theme, 'note', [title, '  ', { text: cause, style: 'muted', solid: true }], {
      hang: 2,
    }),
    ...(fix === undefined
      ? []
      : entry(theme, '', [`${theme.glyph.arrow} ${fix.text}`], { hang: 2 })),
    ...(fix === undefined || fix.command === null
      ? []
      : under(theme, '', [commandLine(theme, fix.command, 2)])),
  ];
}

/** What is in order, in a line: so that nobody looks there. */
export function inOrderLines(report: Report, theme: Theme): string[] {
  const { key, checks, account, calls } = report;
  const isOk = (id: string) => checks.some((check) => check.id === id && check.status === 'ok');
  const parts = [
    key !== null && isOk('key.text')
      ? `the key is clean (${keyPlace(key)}, ${key.length} characters, ${key.fingerprint})`
      : '',
    isOk('login') ? 'the key is accepted' : '',
    account?.plan === null || account === null ? '' : `plan ${account.plan}`,
    calls === undefined || calls.ok === 0 ? '' : `${count(calls.ok, 'call')} to Lusha succeeded`,
  ].filter((part) => part !== '');
  return entry(theme, 'ok', [parts.join('; ')], { style: 'ok' });
}

/** What the key may use, a line a group. */
export function accessLines({ access = [] }: Report, theme: Theme): string[] {
  const widest = Math.max(0, ...access.map(({ group }) => group.length));
  return access.flatMap(({ group, access: found, request, status }, index) => {
    const answer: Content = [
      `${group.padEnd(widest)}  `,
      {
        text: found.padEnd('not in plan'.length),
        style: found === 'allowed' ? 'ok' : 'warn',
        solid: true,
      },
      `  ${request}${status === null ? '' : ` ${theme.glyph.arrow} ${status}`}`,
    ];
    return under(theme, index === 0 ? 'access' : '', [oneLine(theme, answer, entryWidth(theme))]);
  });
}
