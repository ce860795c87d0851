import type { LogSummary } from '../model/log-summary.ts';
import { showReport, type Lookup } from './explain-lookup.ts';
import { presentJson, themeFor } from './present.ts';
import { check } from './report-builder.ts';

/** Shows a summary: as text, as a JSON document, or in any other format as a report. */
export async function showSummary(summary: LogSummary, lookup: Lookup): Promise<number> {
  const { io, output } = lookup;
  if (output.format === 'json') {
    await presentJson(summary, io);
    return summary.exitCode;
  }
  if (output.format === 'terminal' && output.files.length === 0) {
    const { renderLogSummary } = await import('../render/log-summary.ts');
    const { quiet, verbose } = output;
    const relativeTo = new Date(io.clock.now()).toISOString();
    const theme = await themeFor(io, output);
    io.stdout.write(await renderLogSummary(summary, theme, { quiet, verbose, relativeTo }));
    return summary.exitCode;
  }
  const checks = summary.rows.map((row) =>
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
  const { diagnoses, exitCode, next } = summary;
  return showReport({ checks, diagnoses, exitCode, next }, lookup, async (theme) => {
    const { renderLogSummary } = await import('../render/log-summary.ts');
    const { quiet, verbose } = output;
    const relativeTo = new Date(io.clock.now()).toISOString();
    return renderLogSummary(summary, theme, { quiet, verbose, relativeTo });
  });
}
