import type { Report } from '../../model/report.ts';
import { headlineOf, VERDICT_STYLE } from '../screen/headline.ts';
import type { Theme } from '../text/theme.ts';
import { oneLine } from '../text/wrap.ts';
import { decidingIn, isFinding, isMereLookUp, retryFrom } from './select.ts';

/** The whole report in one line: verdict, exit code, the causes found, from when a retry helps. */
export function verdictInOneLine(report: Report, theme: Theme): string {
  const { verdict, checks, exitCode } = report;
  const { check, diagnosis } = decidingIn(report);
  const first = check?.diagnosis ?? null;
  const causes = checks.flatMap(({ status, diagnosis: cause }) =>
    cause !== null && isFinding(status) ? [cause] : [],
  );
  const names = [...new Set(first === null ? causes : [first, ...causes])];
  const at = diagnosis === null ? null : retryFrom(diagnosis, report);
  return oneLine(
    theme,
    [
      { text: verdict, style: VERDICT_STYLE[verdict] },
      '  ',
      ...(isMereLookUp(report) ? [] : [{ text: `exit ${exitCode}`, solid: true }, '   ']),
      names.length > 0 ? names.join(', ') : headlineOf(report).text,
      at === null ? '' : `   retry from ${at}`,
    ],
    theme.width,
  );
}
