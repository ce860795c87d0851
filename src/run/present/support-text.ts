import type { GuardedIo } from '../../model/io.ts';
import type { Report } from '../../model/report.ts';
import { forSomebodyElse, renderSupportText } from '../../render/support-text.ts';
import { createTheme } from '../../render/text/theme.ts';

/** Writes the message to stdout; where there is nobody to write to, stderr says why. */
export async function presentSupportText(report: Report, io: GuardedIo): Promise<void> {
  const diagnosis = forSomebodyElse(report);
  if (diagnosis === null || isOpen(report)) {
    io.stderr.write(`lusha-doctor: there is nothing to send: ${reasonOf(report)}\n`);
    return;
  }
  const theme = await createTheme({ level: 0, ascii: false, width: 0 });
  io.stdout.write(renderSupportText(diagnosis, report, theme));
}

/** A bare status has several meanings; a message about one of them would be a guess. */
function isOpen({ command, diagnoses }: Report): boolean {
  const failures = diagnoses.filter(({ subject }) => subject === 'failure');
  return (
    command === 'explain-error' && failures.length > 1 && failures[0]?.certainty === 'possible'
  );
}

function reasonOf(report: Report): string {
  const [first] = report.diagnoses;
  if (first === undefined || first.severity === 'ok') return 'nothing failed.';
  if (isOpen(report)) {
    return 'several causes are possible. Pipe in the whole answer:  curl -si ... | lusha-doctor explain - --support-text';
  }
  return `you can act on this yourself.\n  lusha-doctor explain ${first.cause}`;
}
