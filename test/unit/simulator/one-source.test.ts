import { describe, expect, it } from 'vitest';
import { API_HOST, ENDPOINTS } from '../../../src/knowledge/endpoints.ts';
import { FREE_CREDITS } from '../../../src/knowledge/plans.ts';
import { priceOf } from '../../../src/knowledge/prices.ts';
import { pricing } from '../../../src/simulator/account/credits.ts';
import { PLAN_CREDITS } from '../../../src/simulator/account/plans.ts';

/** Figures that the simulator plays by are those that the knowledge states. */
describe('the simulator and the knowledge', () => {
  it.each(Object.entries(pricing()))('charge the same for %s', (action, price) => {
    const listed = priceOf(action);
    expect(listed).toBeDefined();
    expect(price).toEqual({
      credits: listed?.credits ?? 1,
      perQuantity: listed?.quantity ?? 1,
    });
  });

  it('have a price for every action that an endpoint charges', () => {
    const charged = ENDPOINTS.filter(({ host }) => (host ?? API_HOST) === API_HOST).flatMap(
      ({ cost }) => (cost.kind === 'billed' ? cost.charges : []),
    );
    expect(charged.filter(({ action }) => priceOf(action) === undefined)).toEqual([]);
  });

  it('give a free account the same credits', () => {
    expect(PLAN_CREDITS.free).toBe(FREE_CREDITS.monthly);
  });
});
