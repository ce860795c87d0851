import { describe, expect, it } from 'vitest';
import { ENDPOINTS } from '../../../src/knowledge/endpoints.ts';
import {
  GENERAL_LIMITS,
  LIMIT_TABLES,
  PLAN_IDS,
  planOf,
  PLANS,
  type LimitTable,
  type PlanId,
} from '../../../src/knowledge/plans.ts';
import { PRICES } from '../../../src/knowledge/prices.ts';

describe('published limits', () => {
  it.each<[LimitTable['id'], PlanId, number, number | null, number]>([
    ['current', 'free', 40, null, 100],
    ['current', 'starter', 40, null, 100],
    ['current', 'pro', 50, 150, 1500],
    ['current', 'premium', 300, 1800, 18_000],
    ['current', 'scale', 300, 5000, 50_000],
    ['early-2026', 'free', 5, 10, 25],
    ['early-2026', 'starter', 5, 10, 25],
    ['early-2026', 'pro', 200, 400, 2000],
    ['early-2026', 'premium', 200, 400, 2000],
    ['early-2026', 'scale', 300, 600, 6000],
    ['legacy-customers', 'scale', 300, 600, 6000],
  ])('%s, %s: %d a minute, %s an hour, %d a day', (id, plan, minute, hour, day) => {
    const table = LIMIT_TABLES.find((entry) => entry.id === id);
    expect(table?.limits[plan]).toEqual({ minute, hour, day });
  });

  it('keep every edition, with one that is in force for all plans that have limits', () => {
    expect(LIMIT_TABLES.map(({ id }) => id)).toEqual(['current', 'early-2026', 'legacy-customers']);
  });

  it('agree with the own limits of endpoints', () => {
    const perMinute = (scope: string) =>
      GENERAL_LIMITS.find((limit) => limit.scope === scope && limit.per === 'minute')?.requests;
    const own = (id: string) => ENDPOINTS.find((endpoint) => endpoint.id === id)?.ownLimit?.calls;
    expect(perMinute('usage')).toBe(own('account.usage'));
    expect(perMinute('webhooks')).toBe(own('webhooks.list'));
  });

  it('keep all three statements on the general rate', () => {
    const general = GENERAL_LIMITS.filter(({ scope }) => scope === 'everything');
    expect(general.map(({ requests, per }) => `${requests}/${per}`)).toEqual([
      '25/second',
      '50/second',
      '25/minute',
    ]);
  });
});

describe('plan names', () => {
  it.each([
    ['professional', 'pro'],
    ['Pro', 'pro'],
    [' SCALE ', 'scale'],
    ['free', 'free'],
    ['enterprise', 'enterprise'],
  ])('%s is the plan %s', (name, id) => {
    expect(planOf(name)?.id).toBe(id);
  });

  it.each(['', 'platinum', 'constructor'])('%j is no plan', (name) => {
    expect(planOf(name)).toBeUndefined();
  });

  it('describe each plan once', () => {
    expect(PLANS.map(({ id }) => id)).toEqual([...PLAN_IDS]);
    const aliases = PLANS.flatMap((plan) => plan.aliases);
    expect(new Set(aliases).size).toBe(aliases.length);
  });
});

describe('the price list', () => {
  it.each([
    ['revealEmail', 1],
    ['revealPhone', 5],
    ['reveal_company', 1],
  ])('%s costs %d', (action, credits) => {
    expect(PRICES.find(({ actions }) => actions.includes(action))?.credits).toBe(credits);
  });

  it('has an entry for every action that an endpoint charges', () => {
    const listed = new Set(PRICES.flatMap(({ actions }) => actions));
    const charged = ENDPOINTS.flatMap(({ cost }) =>
      cost.kind === 'billed' ? cost.charges.map(({ action }) => action) : [],
    );
    expect(charged.filter((action) => !listed.has(action))).toEqual([]);
  });

  it('never asks another price than the endpoint', () => {
    for (const { cost } of ENDPOINTS) {
      for (const { action, credits } of cost.kind === 'billed' ? cost.charges : []) {
        const prices = PRICES.filter(({ actions }) => actions.includes(action));
        expect(prices.map((price) => price.credits)).toContain(credits);
      }
    }
  });
});
