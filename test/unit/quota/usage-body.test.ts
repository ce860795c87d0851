import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { usageFromBody } from '../../../src/quota/usage-body.ts';

const CREDITS = { total: 40, used: 4, remaining: 36 };
const READ = { total: 40, used: 4, left: 36 };

describe('usageFromBody', () => {
  it('reads credits, windows, plan and prices of the V3 answer', () => {
    const body = {
      credits: CREDITS,
      rateLimits: {
        daily: { limit: 25, used: 5, remaining: 20, resetsAt: '2026-11-24T00:00:00.000Z' },
        hourly: null,
        minute: { limit: 5, used: 0, remaining: 5 },
      },
      plan: { category: 'free', renewalType: 'monthly', startDate: '2026-11-01', endDate: null },
      pricing: {
        contactSearch: { credits: 1, perQuantity: 25 },
        revealEmail: { credits: 1, perQuantity: 1 },
      },
    };
    expect(usageFromBody(body)).toEqual({
      shape: 'v3',
      account: {
        plan: 'free',
        renewal: 'monthly',
        planEnds: null,
        credits: READ,
        pricing: [
          { action: 'contactSearch', credits: 1, per: 25 },
          { action: 'revealEmail', credits: 1, per: 1 },
        ],
      },
      windows: [
        { name: 'minute', limit: 5, used: 0, left: 5, resetsAt: null, source: 'body' },
        {
          name: 'day',
          limit: 25,
          used: 5,
          left: 20,
          resetsAt: '2026-11-24T00:00:00.000Z',
          source: 'body',
        },
      ],
    });
  });

  it.each([
    ['v3', { credits: CREDITS }],
    ['v2-bulk', { usage: { bulkCredits: CREDITS } }],
    ['v2-credits', { usage: { credits: CREDITS } }],
    ['flat', { usage: CREDITS }],
  ])('knows the shape %s', (shape, body) => {
    const usage = usageFromBody(body);
    expect(usage?.shape).toBe(shape);
    expect(usage?.account.credits).toEqual(READ);
    expect(usage?.windows).toEqual([]);
  });

  it.each([
    ['nothing', null],
    ['a list', [CREDITS]],
    ['a text', 'credits'],
    ['an error', { statusCode: 401, message: 'Invalid API key' }],
    ['credits that are a number', { credits: 5 }],
    ['credits without any amount', { credits: {} }],
    ['usage without any amount', { usage: { calls: '3' } }],
  ])('is null for %s', (_, body) => {
    expect(usageFromBody(body)).toBeNull();
  });

  it.each([
    ['negative', -1],
    ['fractional', 1.5],
    ['not finite', Number.NaN],
    ['beyond what is exact', 2 ** 60],
    ['a text', '25'],
    ['missing', undefined],
  ])('makes a number that is %s null', (_, total) => {
    expect(usageFromBody({ credits: { ...CREDITS, total } })?.account.credits).toEqual({
      ...READ,
      total: null,
    });
  });

  it('does not believe more credits left than there are', () => {
    expect(
      usageFromBody({ credits: { total: 1, used: 4, remaining: 36 } })?.account.credits,
    ).toEqual({
      total: null,
      used: 4,
      left: null,
    });
  });

  it('leaves out prices it cannot read and words that are none', () => {
    const usage = usageFromBody({
      credits: CREDITS,
      plan: { category: 'x'.repeat(500), renewalType: 7 },
      pricing: {
        a: { credits: 1 },
        b: { credits: -1, perQuantity: 1 },
        c: null,
        d: { credits: 2.5, perQuantity: 1 },
      },
    });
    expect(usage?.account).toMatchObject({
      plan: null,
      renewal: null,
      pricing: [{ action: 'd', credits: 2.5, per: 1 }],
    });
  });

  it('is total, whatever the JSON', () => {
    const hostile = fc.oneof(
      fc.jsonValue(),
      fc.record({ credits: fc.jsonValue(), rateLimits: fc.jsonValue(), pricing: fc.jsonValue() }),
      fc.record({ usage: fc.jsonValue(), plan: fc.jsonValue() }),
    );
    fc.assert(
      fc.property(hostile, (json) => {
        const usage = usageFromBody(json);
        for (const amount of Object.values(usage?.account.credits ?? {})) {
          expect(amount === null || (Number.isSafeInteger(amount) && amount >= 0)).toBe(true);
        }
      }),
    );
  });
});
