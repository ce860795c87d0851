import type { Diagnosis, FixStep } from '../../model/diagnosis.ts';
import type { Report } from '../../model/report.ts';
import { forSomebodyElse } from '../support-text.ts';
import { decidingIn, retryFrom } from '../sections/select.ts';
import { commandLine, isStacked } from '../text/layout.ts';
import type { Theme } from '../text/theme.ts';
import { wrap } from '../text/wrap.ts';
import { entry, under } from './entry.ts';

/** More steps would be a manual; the rest is on the page of the cause. */
const MOST_FIXES = 4;
/** Commands stand a little further in than the text of their step. */
const COMMAND_INDENT = 10;
const NARROW_INDENT = 2;
const OURS = 'lusha-doctor ';
const MESSAGE = 'a message to them: --support-text';

/** Who acts, what to do step by step, and the command that proves it. */
export function adviceLines(report: Report, theme: Theme): string[] {
  const { diagnosis } = decidingIn(report);
  if (diagnosis === null) return nextLines(report, null, theme);
  return [
    ...fixLines(diagnosis, theme, {
      about: forSomebodyElse(report) === diagnosis ? MESSAGE : null,
    }),
    ...waitLines(diagnosis, report, theme),
    ...againLines(diagnosis, report, theme),
    ...nextLines(report, proofOf(diagnosis)?.command ?? null, theme),
  ];
}

/** Who acts and the first steps; `about` is a remark beside who acts. */
export function fixLines(
  { whoActs, fixes }: Diagnosis,
  theme: Theme,
  {
    most = MOST_FIXES,
    about = null,
  }: { readonly most?: number; readonly about?: string | null } = {},
): string[] {
  const steps = fixes.slice(0, most);
  if (steps.length === 0) return [];
  const who = whoActs === 'nobody' ? 'nobody has to act' : whoActs;
  return [
    ...entry(theme, 'Fix', [about === null ? who : `${who}; ${about}`]),
    ...steps.flatMap(({ text, command }, index) => [
      ...entry(theme, `  ${index + 1}`, [text], { style: 'strong' }),
      ...(command === null
        ? []
        : [commandLine(theme, command, isStacked(theme) ? NARROW_INDENT : COMMAND_INDENT)]),
    ]),
  ];
}

/** When the same request may succeed, where the answer said so. */
function waitLines(diagnosis: Diagnosis, report: Report, theme: Theme): string[] {
  const from = retryFrom(diagnosis, report);
  return from === null ? [] : entry(theme, 'Retry', [`from ${from}`]);
}

/** The way to see that a fix worked: with this tool where that can tell. */
export function checkLines(diagnosis: Diagnosis, theme: Theme): string[] {
  const proof = proofOf(diagnosis);
  if (proof === null) return [];
  const { command, expect } = proof;
  const says = expect.startsWith('exit 0')
    ? []
    : entry(theme, '', [`${theme.glyph.arrow} ${expect}`], { hang: 2 });
  return [...commandEntry(theme, 'Check', command), ...says];
}

/** The same after a run: where this tool has no better proof, the run itself is one. */
function againLines(diagnosis: Diagnosis, { command }: Report, theme: Theme): string[] {
  const proof = proofOf(diagnosis);
  const isOurs = proof?.command.startsWith(OURS) === true;
  if (proof === null || isOurs || command === 'explain-error') return checkLines(diagnosis, theme);
  return entry(theme, 'Check', ['run the same command again']);
}

function proofOf({ fixes }: Diagnosis): FixStep['verify'] {
  const proofs = fixes.flatMap(({ verify }) => (verify === null ? [] : [verify]));
  return proofs.find(({ command }) => command.startsWith(OURS)) ?? proofs[0] ?? null;
}

/** The command to run next, unless it would explain what the screen has, or stands there already. */
function nextLines({ next, command }: Report, known: string | null, theme: Theme): string[] {
  if (next === null || next === known || next.startsWith(`${OURS}explain `)) return [];
  return commandEntry(theme, command === 'explain-error' ? 'Prove' : 'Next', next);
}

/** A label and a command that is never broken; below the label where there is little room. */
export function commandEntry(theme: Theme, label: string, command: string): string[] {
  if (isStacked(theme))
    return [
      ...wrap(theme, [{ text: label, style: 'label' }], theme.width),
      commandLine(theme, command, NARROW_INDENT),
    ];
  return under(theme, label, [commandLine(theme, command)]);
}
