import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { statusSummaryOf } from '../../../../src/commands/check-key/status-summary.ts';

const API = {
  id: 'api',
  name: 'API',
  status: 'operational',
  updated_at: '2026-11-23T08:00:00+01:00',
};

function page(more: object): string {
  return JSON.stringify({
    page: { updated_at: '2026-11-23T09:00:00Z' },
    components: [API],
    ...more,
  });
}

describe('a status page', () => {
  it('is reduced to the wanted components', () => {
    const website = { id: 'web', name: 'Website', status: 'major_outage' };
    expect(statusSummaryOf(page({ components: [website, API] }), ['api'])).toEqual({
      updatedAt: '2026-11-23T09:00:00.000Z',
      components: [{ name: 'API', status: 'operational', updatedAt: '2026-11-23T07:00:00.000Z' }],
      incidents: [],
    });
  });

  it.each([
    ['of a wanted component', { components: [{ id: 'api' }] }, 1],
    ['of another one', { components: [{ id: 'web' }] }, 0],
    ['of no component', {}, 1],
  ])('tells an incident %s', (_what, about, count) => {
    const incident = { name: 'Errors', status: 'investigating', ...about };
    expect(statusSummaryOf(page({ incidents: [incident] }), ['api'])?.incidents).toHaveLength(
      count,
    );
  });

  it('tells maintenance only once it has begun', () => {
    const scheduled_maintenances = [
      { name: 'Tomorrow', status: 'scheduled' },
      { name: 'Now', status: 'in_progress' },
    ];
    const summary = statusSummaryOf(page({ scheduled_maintenances }), ['api']);
    expect(summary?.incidents.map(({ name }) => name)).toEqual(['Now']);
  });

  it.each(['', 'null', '[]', '<html>', '{}', '{"components":[]}', '{"components":[{"id":"api"}]}'])(
    'is none in %j',
    (text) => {
      expect(statusSummaryOf(text, ['api'])).toBeNull();
    },
  );

  it('is read without an exception, whatever it holds', () => {
    fc.assert(
      fc.property(fc.json(), (json) => {
        expect(() =>
          statusSummaryOf(`{"components":[${json}],"page":${json}}`, ['api']),
        ).not.toThrow();
      }),
    );
  });
});
