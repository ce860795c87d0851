import { describe, expect, it } from 'vitest';
import { renderJson } from '../../../src/render/json.ts';
import { SAMPLE_REPORTS, sampleCheck, sampleReport } from '../../support/sample-reports.ts';

describe('JSON', () => {
  it.each(Object.entries(SAMPLE_REPORTS))('of %s parses back to the report', (_, report) => {
    const json = renderJson(report);
    expect(JSON.parse(json)).toEqual(report);
    expect(json).toMatch(/^\{\n {2}"schemaVersion"[^]*\n\}\n$/);
  });

  it('is safe to look at in a terminal', () => {
    const summary = '\u001B[2J \u009B2J \u202E \u2028 \u200B \u{E0041} \uD800 "quoted" \\ ü';
    const report = sampleReport({ checks: [sampleCheck('a', 'ok', summary)] });
    const json = renderJson(report);
    expect(json).toContain(
      String.raw`"\u001b[2J \u009b2J \u202e \u2028 \u200b \udb40\udc41 \ud800 \"quoted\" \\ ü"`,
    );
    expect(JSON.parse(json)).toEqual(report);
  });
});
