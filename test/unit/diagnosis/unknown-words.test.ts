import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { diagnose } from '../../../src/diagnosis/diagnose.ts';
import { rank } from '../../../src/diagnosis/rank.ts';
import { CAUSES } from '../../../src/knowledge/catalogue.ts';
import { exitCodeOfLayer } from '../../../src/model/exit-code.ts';
import type { Facts } from '../../../src/model/fact.ts';
import { factsOfCase, loadFixture } from '../../support/fixtures.ts';
import { factsOfAnswer } from '../../support/recorded-answers.ts';

/** Words of no language, so that no expression of the catalogue can know them. */
const WORDS = 'Zorbl frop quixel';

/** The class that a status has, whatever its text says. */
const CLASSES = [
  { status: 401, exitCode: 4 },
  { status: 402, exitCode: 5 },
  { status: 403, exitCode: 5 },
  { status: 451, exitCode: 5 },
  { status: 429, exitCode: 6 },
  ...[400, 404, 405, 406, 409, 410, 412, 413, 415, 418, 422, 423, 431].map((status) => ({
    status,
    exitCode: 8,
  })),
  ...[500, 501, 502, 503, 504, 505].map((status) => ({ status, exitCode: 7 })),
];

const SHAPES: readonly [name: string, bodyOf: (status: number, words: string) => object][] = [
  ['the standard shape', (statusCode, message) => ({ statusCode, message })],
  [
    'the shape of the key guard',
    (statusCode, message) => ({
      statusCode,
      timestamp: '2026-11-02T09:15:00.000Z',
      message,
      error: 'Unauthorized',
    }),
  ],
  ['no words at all', () => ({})],
];

describe.each(SHAPES)('an answer of Lusha in words nobody knows, %s', (_name, bodyOf) => {
  it.each(CLASSES)('keeps the class of $status and is no certainty', ({ status, exitCode }) => {
    const { verdict } = diagnose(answer(status, bodyOf(status, WORDS)));
    expect(exitCodeOfLayer(verdict.layer)).toBe(exitCode);
    if (status < 500) expect(verdict.certainty).not.toBe('certain');
  });
});

describe.each([401, 402, 403, 429])('%i in words nobody knows', (status) => {
  it('gets a verdict that admits it', () => {
    const { verdict } = diagnose(answer(status, { statusCode: status, message: WORDS }));
    expect(verdict.cause).toMatch(/-unexplained$/);
    expect(verdict.certainty).toBe('possible');
    expect(verdict.meaning).toContain(WORDS);
  });

  it('never loses its class, whatever the words', () => {
    const usual = exitCodeOfLayer(
      diagnose(answer(status, { statusCode: status, message: WORDS })).verdict.layer,
    );
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme', minLength: 1, maxLength: 200 }), (message) => {
        const facts = answer(status, { statusCode: status, message });
        expect(exitCodeOfLayer(diagnose(facts).verdict.layer)).toBe(usual);
      }),
      { numRuns: 50 },
    );
  });
});

function answer(status: number, body: object): Facts {
  return factsOfAnswer({
    status,
    body,
    method: 'POST',
    path: '/v3/contacts/enrich',
    headers: { 'x-rate-limit-daily': '100', 'x-daily-requests-left': '42' },
  });
}

describe('the verdict "unknown"', () => {
  const cases = CAUSES.map(({ id }) => loadFixture(id)).flatMap(({ positive, nearMiss }) => [
    ...positive,
    ...nearMiss,
  ]);

  it('comes only when no cause of a failure is left, whatever fact is missing', () => {
    let unknown = 0;
    for (const example of cases) {
      const facts = factsOfCase(example);
      for (const missing of ['', ...Object.keys(facts)]) {
        const rest = Object.fromEntries(Object.entries(facts).filter(([name]) => name !== missing));
        const { verdict } = diagnose(rest);
        const left = rank(CAUSES, rest).candidates.filter(
          ({ cause }) => cause.subject === 'failure',
        );
        expect(verdict.cause === 'unknown').toBe(left.length === 0);
        if (verdict.cause === 'unknown') unknown += 1;
      }
    }
    expect(unknown).toBeGreaterThan(0);
  });
});
