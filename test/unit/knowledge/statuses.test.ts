import { describe, expect, it } from 'vitest';
import { ENDPOINTS } from '../../../src/knowledge/endpoints.ts';
import { STATUSES } from '../../../src/knowledge/statuses.ts';

const listed = STATUSES.map(({ status }) => status);

describe('the table of statuses', () => {
  it('lists each status once, in ascending order', () => {
    expect(listed).toEqual([...new Set(listed)].sort((a, b) => a - b));
  });

  it('has the nine of the article', () => {
    const article = STATUSES.filter(({ origin }) => origin === 'article');
    expect(article.map(({ status }) => status)).toEqual([
      200, 400, 401, 403, 404, 422, 429, 500, 503,
    ]);
    expect(new Set(article.map(({ commonCause }) => commonCause.source))).toEqual(
      new Set(['article#overview']),
    );
  });

  it('adds those that only the documents of the API and live calls know', () => {
    const added = STATUSES.filter(({ origin }) => origin === 'lusha');
    expect(added.map(({ status }) => status)).toEqual([201, 402, 409, 410, 412, 451, 499, 502]);
  });

  it('knows every status that an endpoint or a probe mentions', () => {
    const mentioned = ENDPOINTS.flatMap(({ statuses, freeProbe }) => [
      ...statuses,
      ...(freeProbe?.expect.statuses ?? []),
    ]);
    expect(mentioned.filter((status) => !listed.includes(status))).toEqual([]);
  });
});
