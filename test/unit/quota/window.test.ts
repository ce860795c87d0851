import { describe, expect, it } from 'vitest';
import type { QuotaWindow } from '../../../src/model/report.ts';
import {
  consistent,
  emptyWindow,
  mergeWindows,
  quotaWindow,
} from '../../../src/quota/window/window.ts';

const RESET = '2026-11-24T00:00:00.000Z';

function day(figures: Partial<QuotaWindow>): QuotaWindow {
  return {
    name: 'day',
    limit: null,
    used: null,
    left: null,
    resetsAt: null,
    source: 'header',
    ...figures,
  };
}

describe('consistent', () => {
  it.each([
    ['figures that add up', [25, 10, 15], [25, 10, 15]],
    ['figures of which one is not stated', [25, null, 15], [25, null, 15]],
    ['nothing at all', [null, null, null], [null, null, null]],
    ['a plan that shrank below what was used', [25, 40, 0], [25, 40, 0]],
    ['more left than the limit', [25, 5, 30], [null, 5, null]],
    ['a sum that is not the limit', [25, 5, 5], [25, null, null]],
  ])('judges %s', (_, [limit, used, left], expected) => {
    const judged = consistent({ limit: limit ?? null, used: used ?? null, left: left ?? null });
    expect([judged.limit, judged.used, judged.left]).toEqual(expected);
  });
});

describe('quotaWindow', () => {
  it('is null when nothing usable was stated', () => {
    const nothing = { limit: null, used: null, left: null, resetsAt: null };
    expect(quotaWindow('day', nothing, 'header')).toBeNull();
    expect(quotaWindow('day', { ...nothing, limit: 1, left: 2 }, 'header')).toBeNull();
    expect(quotaWindow('day', { ...nothing, resetsAt: RESET }, 'body')).toEqual(
      day({ resetsAt: RESET, source: 'body' }),
    );
  });
});

describe('mergeWindows', () => {
  it('fills what the more trusted source leaves open and keeps its name', () => {
    const header = [day({ limit: 25, left: 5 })];
    const body = [day({ limit: 25, used: 19, left: 6, resetsAt: RESET, source: 'body' })];
    expect(mergeWindows(header, body)).toEqual([day({ limit: 25, left: 5, resetsAt: RESET })]);
  });

  it('takes the counts of a less trusted source when there are no others', () => {
    const first = [day({ limit: 25 })];
    const second = [day({ used: 20, left: 5, source: 'body' })];
    expect(mergeWindows(first, second)).toEqual([day({ limit: 25, used: 20, left: 5 })]);
  });

  it('never lets a fill contradict what was counted', () => {
    const first = [day({ left: 100 })];
    const second = [day({ limit: 25, source: 'body' })];
    expect(mergeWindows(first, second)).toEqual(first);
  });

  it('orders windows from short to long and keeps those only one source has', () => {
    const hour = { ...day({ left: 1 }), name: 'hour' } as const;
    const minute = { ...day({ left: 2 }), name: 'minute' } as const;
    expect(mergeWindows([day({ left: 3 })], [hour], [minute]).map(({ name }) => name)).toEqual([
      'minute',
      'hour',
      'day',
    ]);
  });
});

describe('emptyWindow', () => {
  it('names the longest of several, because it holds back the longest', () => {
    const minute = { ...day({ left: 0 }), name: 'minute' } as const;
    expect(emptyWindow([day({ left: 0 }), minute])?.name).toBe('day');
    expect(emptyWindow([day({ left: 1 }), minute])?.name).toBe('minute');
    expect(emptyWindow([day({ left: null })])).toBeNull();
  });
});
