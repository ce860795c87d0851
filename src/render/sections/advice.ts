import type { Diagnosis, FixStep } from '../../model/diagnosis.ts';
import { instant } from '../format.ts';
import { bodyWidth, commandLine, indented, labelled } from '../text/layout.ts';
import type { Theme } from '../text/theme.ts';
import { wrap } from '../text/wrap.ts';

/** The blocks that say what to do. Reports and catalogue pages share them. */

export function whoActsLines({ whoActs }: Diagnosis, theme: Theme): string[] {
  return labelled(theme, 'WHO ACTS', wrap(theme, [whoActs], bodyWidth(theme)));
}

/** Numbered steps, each command on its own line. */
export function fixLines({ fixes }: Diagnosis, theme: Theme): string[] {
  return labelled(
    theme,
    'FIX',
    fixes.flatMap((fix, index) => stepLines(fix, `${index + 1}`, theme, bodyWidth(theme))),
  );
}

/** One step with its command below; `number` is empty where there is only one. */
export function stepLines(fix: FixStep, number: string, theme: Theme, width: number): string[] {
  const hang = number === '' ? 0 : number.length + 2;
  const text = wrap(theme, [{ text: number, style: 'strong' }, '  ', fix.text], width, hang);
  return fix.command === null ? text : [...text, commandLine(theme, fix.command, hang)];
}

/** Each way to prove a fix, once. */
export function verifyLines({ fixes }: Diagnosis, theme: Theme): string[] {
  const proofs = new Map(
    fixes.flatMap(({ verify }) => (verify ? [[verify.command, verify.expect]] : [])),
  );
  const lines = [...proofs].flatMap(([command, expect]) => [
    commandLine(theme, command),
    ...indented(wrap(theme, [`${theme.glyph.arrow} ${expect}`], bodyWidth(theme) - 2, 2), 2),
  ]);
  return labelled(theme, 'VERIFY', lines);
}

/** Whether the same request is worth sending again. Silent where that follows from the fix. */
export function retryLines({ retry }: Diagnosis, theme: Theme, relativeTo: string): string[] {
  const { worth, at, note } = retry;
  const when = worth && at !== null ? `from ${instant(at, relativeTo)}` : null;
  const rule = [retryRule(retry), when].filter((part) => part !== null).join(', ');
  const sentences = [rule, note ?? ''].filter((part) => part !== '');
  return labelled(theme, 'RETRY', wrap(theme, [sentences.join('. ')], bodyWidth(theme)));
}

function retryRule({ worth, how }: Diagnosis['retry']): string | null {
  if (worth) return how === 'reset' ? 'yes, once the window has reset' : 'yes';
  return how === 'never' ? 'no, the same request gets the same answer' : null;
}

export function creditLines({ credits }: Diagnosis, theme: Theme): string[] {
  return labelled(theme, 'CREDITS', wrap(theme, [credits ?? ''], bodyWidth(theme)));
}
