import type { LogSummary } from '../../../model/log-summary.ts';
import { showReport, writeReport, type Found, type Lookup } from '../lookup.ts';
import { presentJson, themeFor } from '../../../run/present/present.ts';
import { check } from '../../../run/report/report-builder.ts';

/** Shows a summary: as text, as a JSON document, or in any other format as a report. */
export async function showSummary(summary: LogSummary, lookup: Lookup): Promise<number> {
  const { io, output } = lookup;
  if (output.format === 'json') {
    await presentJson(summary, io);
    return output.files.length === 0 ? summary.exitCode : writeReport(foundOf(summary), lookup);
  }
  if (output.format === 'terminal' && output.files.length === 0) {
    const { renderLogSummary } = await import('../../../render/pages/log-summary.ts');
    const { quiet, verbose } = output;
    const relativeTo = new Date(io.clock.now()).toISOString();
    const theme = await themeFor(io, output);
    io.stdout.write(await renderLogSummary(summary, theme, { quiet, verbose, relativeTo }));
    return summary.exitCode;
  }
  return showReport(foundOf(summary), lookup, async (theme) => {
    const { renderLogSummary } = await import('../../../render/pages/log-summary.ts');
    const { quiet, verbose } = output;
    const relativeTo = new Date(io.clock.now()).toISOString();
    return renderLogSummary(summary, theme, { quiet, verbose, relativeTo });
  });
}

/** A summary as a report: a check for each row, and one for each source that could not be read. */
function foundOf({ rows, sources, diagnoses, exitCode, next }: LogSummary): Found {
  const counted = rows.map((row) =>
    check(
      `log.${row.id}`,
      row.layer ?? 'unknown',
      row.id === 'unknown' ? 'unknown' : 'fail',
      row.title,
      {
        evidence: {
          count: row.count,
          share: Math.round(row.share * 1000) / 1000,
          firstAt: row.firstAt,
          lastAt: row.lastAt,
          line: row.example.line,
          example: row.example.text,
        },
        diagnosis: row.certainty === null || row.id.startsWith('status-') ? null : row.id,
      },
    ),
  );
  const unread = sources.flatMap(({ name, problem }) =>
    problem === null ? [] : [check('log.source', 'unknown', 'unknown', `${name}: ${problem}`)],
  );
  return { checks: [...unread, ...counted], diagnoses, exitCode, next };
}
