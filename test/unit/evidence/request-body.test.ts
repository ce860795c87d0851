import { describe, expect, it } from 'vitest';
import { isRequestBody } from '../../../src/evidence/body/request-body.ts';

describe('isRequestBody', () => {
  it.each([
    { contacts: [{ email: 'a@b.example' }] },
    {
      contacts: [{ firstName: 'A', lastName: 'B', companyDomain: 'c.example' }],
      reveal: ['emails'],
    },
    { companies: [{ domain: 'c.example' }] },
    { ids: ['v1.a'], reveal: ['phones'] },
    { pagination: { page: 0, size: 10 }, filters: { contacts: { include: {} } } },
  ])('knows what was sent: %j', (body) => {
    expect(isRequestBody(body)).toBe(true);
  });

  it.each([
    [{}],
    [[]],
    ['contacts'],
    [{ contacts: [] }],
    [{ contacts: [{ id: '1', isSuccess: false }] }],
    [{ contacts: { a: { error: { name: 'EMPTY_DATA', code: 3 } } } }],
    [{ contacts: [{ email: 'a@b.example' }], foo: 1 }],
    [{ filters: ['a', 'b'] }],
    [{ requestId: 'a', results: [{ id: 'v1.a' }] }],
    [{ message: 'Validation failed' }],
  ])('leaves anything else: %j', (body) => {
    expect(isRequestBody(body)).toBe(false);
  });
});
