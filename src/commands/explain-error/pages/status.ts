import { exitCodeFor, openCheck, showReport, type Lookup } from '../lookup.ts';
import { statusPage } from './status-page.ts';

/** A status, with whatever the options say about the call: what it can mean and what would decide. */
export async function explainStatus(status: number, lookup: Lookup): Promise<number> {
  const found = statusPage(status, lookup.stated);
  if (found === null) {
    const { showUnknownStatus } = await import('./unknown-status.ts');
    return showUnknownStatus(status, lookup);
  }
  const { page, isKnown, nearest, next } = found;
  const { rows } = page;
  const [first] = rows;
  const exitCode = first !== undefined && isKnown ? exitCodeFor(first, lookup) : 1;
  const summary = `${status} has ${rows.length} ${rows.length === 1 ? 'meaning' : 'meanings'}`;
  const check = openCheck(summary, { status, ...(isKnown ? {} : { nearest }) });
  return showReport({ checks: [check], diagnoses: rows, exitCode, next }, lookup, async (theme) => {
    const { quiet, verbose } = lookup.output;
    const { meaningsInOneLine, renderMeanings } = await import('../../../render/meanings.ts');
    const { renderStatusScreen } = await import('../../../render/screen/status-screen.ts');
    if (quiet) return meaningsInOneLine(page, theme);
    return verbose ? renderMeanings(page, theme) : renderStatusScreen(page, theme);
  });
}
