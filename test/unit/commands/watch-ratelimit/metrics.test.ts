import { describe, expect, it } from 'vitest';
import { createMetrics } from '../../../../src/commands/watch-ratelimit/metrics/metrics.ts';
import type { Sample } from '../../../../src/model/watch.ts';
import { Tracker } from '../../../../src/quota/window/tracker.ts';

const NOW = Date.UTC(2026, 10, 23, 14);

function viewOf(left: number, more: Partial<Sample> = {}) {
  const figure = (value: number) => ({ value, source: 'body' }) as const;
  const tracker = new Tracker();
  tracker.take({
    at: NOW,
    source: 'poll',
    windows: [
      { name: 'day', limit: figure(1500), used: null, left: figure(left), resetsAt: null },
      {
        name: 'hour',
        limit: figure(150),
        used: figure(104),
        left: figure(46),
        resetsAt: { value: NOW + 60_000, source: 'inferred' },
      },
    ],
    credits: { total: 1000, used: null, left: 812 },
    plan: 'pro',
    call: null,
    retryAt: null,
    oddities: [],
    ...more,
  });
  return tracker.view(NOW);
}

/** The lines that are no comments. */
async function lines(metrics = createMetrics({ version: '1.2.3', node: '20' }), left = 888) {
  const text = await metrics.text(viewOf(left));
  return text.split('\n').filter((line) => line !== '' && !line.startsWith('#'));
}

describe('the metrics', () => {
  it('tell what is known and leave out what is not', async () => {
    expect(await lines()).toEqual([
      'lusha_ratelimit_limit_requests{window="hour"} 150',
      'lusha_ratelimit_limit_requests{window="day"} 1500',
      'lusha_ratelimit_left_requests{window="hour"} 46',
      'lusha_ratelimit_left_requests{window="day"} 888',
      'lusha_ratelimit_used_requests{window="hour"} 104',
      `lusha_ratelimit_reset_timestamp_seconds{window="hour",inferred="1"} ${(NOW + 60_000) / 1000}`,
      'lusha_ratelimit_alert{window="hour"} 0',
      'lusha_ratelimit_alert{window="day"} 0',
      'lusha_credits{state="total"} 1000',
      'lusha_credits{state="left"} 812',
      `lusha_last_reading_timestamp_seconds ${NOW / 1000}`,
      'lusha_doctor_own_calls_total 1',
      'lusha_doctor_build_info{version="1.2.3",node="20"} 1',
    ]);
  });

  it('count calls by status and cause', async () => {
    const metrics = createMetrics({ version: '1', node: '20' });
    const call = { endpoint: 'contacts.search', title: null };
    metrics.call({ ...call, status: 200, cause: null });
    metrics.call({ ...call, status: 200, cause: null });
    metrics.call({ ...call, status: null, cause: 'dns-not-found' });

    expect(await lines(metrics)).toEqual(
      expect.arrayContaining([
        'lusha_requests_total{status="200",cause="none"} 2',
        'lusha_requests_total{status="none",cause="dns-not-found"} 1',
      ]),
    );
  });

  it('forget a window that is no longer known', async () => {
    const metrics = createMetrics({ version: '1', node: '20' });
    await metrics.text(viewOf(1));
    const text = await metrics.text({ ...viewOf(1), windows: [] });

    expect(text).not.toMatch(/^lusha_ratelimit_left_requests\{/m);
  });

  it('hold a bounded number of series', async () => {
    const metrics = createMetrics({ version: '1', node: '20' });
    for (let n = 0; n < 2000; n += 1) {
      metrics.call({ status: 500, cause: `cause-${n}`, endpoint: '', title: null });
    }

    expect((await lines(metrics)).length).toBeLessThan(600);
  });
});
