import type { StatedFacts } from '../stated.ts';
import { exitCodeFor, openCheck, showReport, type Lookup } from '../lookup.ts';
import { preparedPage } from './prepared-page.ts';
import type { StatusPage } from './status-page.ts';

/** A status, with whatever the options say about the call: what it can mean and what would decide. */
export async function explainStatus(status: number, lookup: Lookup): Promise<number> {
  const found = await pageFor(status, lookup.stated);
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
    const { meaningsInOneLine, renderMeanings } = await import('../../../render/meanings.ts');
    return lookup.output.quiet ? meaningsInOneLine(page, theme) : renderMeanings(page, theme);
  });
}

/** Made ahead where nothing but the status is given: loading the whole catalogue takes longer. */
async function pageFor(status: number, stated: StatedFacts): Promise<StatusPage | null> {
  const nothingStated = Object.keys(stated.facts).length === 0 && stated.remarks.length === 0;
  const prepared = nothingStated ? await preparedPage(status) : null;
  if (prepared !== null) return prepared;
  const { statusPage } = await import('./status-page.ts');
  return statusPage(status, stated);
}
