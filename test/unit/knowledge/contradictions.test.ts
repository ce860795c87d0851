import { describe, expect, it } from 'vitest';
import { causeById } from '../../../src/knowledge/catalogue.ts';
import { CONTRADICTIONS } from '../../../src/knowledge/contradictions.ts';

const TOPICS = [
  'auth-header',
  'header-casing',
  'malformed-key',
  'rate-headers',
  'rate-scope',
  'rate-numbers',
  'empty-result-cost',
  'key-access',
  'prospecting-plan',
  'rare-statuses',
  'payment-required',
  'error-body',
  'usage-body',
  'v2-list-key',
  'page-size',
  'sunset-header',
  'daily-reset',
  'filter-endpoints',
  'tables-owner',
  'reveal-cost',
  'oauth',
  'request-id',
  'company-location',
  'decision-makers',
  'free-calls-count',
  'lookalike-cost',
  'mcp-plan',
];

describe('the register of contradictions', () => {
  it('holds every topic once', () => {
    expect(CONTRADICTIONS.map(({ id }) => id).sort()).toEqual([...TOPICS].sort());
  });

  it.each(CONTRADICTIONS)('$id: two sources differ, and the tool takes a stand', (entry) => {
    const texts = entry.statements.map(({ text }) => text);
    expect(new Set(texts).size).toBeGreaterThanOrEqual(2);
    expect(entry.action).toMatch(/^It .+\.$/);
    expect(entry.topic).not.toMatch(/\.$/);
  });

  it.each(CONTRADICTIONS.filter(({ observed }) => observed !== null))(
    '$id: what was observed comes from a recorded call',
    ({ observed }) => {
      expect(observed?.source).toMatch(/^live\//);
    },
  );

  it.each(CONTRADICTIONS)('$id: stands on the page of at least one cause', ({ causes }) => {
    expect(causes.length).toBeGreaterThan(0);
    expect(causes.filter((id) => causeById(id) === undefined)).toEqual([]);
  });
});
