import { readdirSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { diagnose, type Findings } from '../../../src/diagnosis/diagnose.ts';
import { better, rank } from '../../../src/diagnosis/rank.ts';
import { CAUSES } from '../../../src/knowledge/catalogue.ts';
import { SOURCES } from '../../../src/knowledge/sources.ts';
import type { Cause } from '../../../src/model/cause.ts';
import { factsOfCase, loadFixture } from '../../support/fixtures.ts';

const FOLDER = 'fixtures/exchanges';
const byId = CAUSES.map((cause) => [cause.id, cause] as const);
const fixtures = byId.map(([id]) => [id, loadFixture(id)] as const);
const positives = fixtures.flatMap(([id, { positive }]) =>
  positive.map((example) => [`${id}: ${example.name}`, id, example] as const),
);
const nearMisses = fixtures.flatMap(([id, { nearMiss }]) =>
  nearMiss.map((example) => [`${id}: ${example.name} is ${example.is}`, id, example] as const),
);

describe('the catalogue is complete', () => {
  it('has no id twice', () => {
    expect(new Set(byId.map(([id]) => id)).size).toBe(CAUSES.length);
  });

  it('has a fixture file for each cause and none without', () => {
    const files = readdirSync(FOLDER).map((file) => file.replace(/\.json$/, ''));
    expect(files.toSorted()).toEqual(byId.map(([id]) => id).toSorted());
  });

  it.each(fixtures)('%s has two positive examples and a near miss', (_id, fixture) => {
    expect(fixture.positive.length).toBeGreaterThanOrEqual(2);
    expect(fixture.nearMiss.length).toBeGreaterThanOrEqual(1);
  });
});

describe('each cause is recognised', () => {
  it.each(positives)('%s', (_name, id, example) => {
    const facts = factsOfCase(example);
    const { verdict, conditions } = diagnose(facts);
    const cause = CAUSES.find((entry) => entry.id === id);
    if (cause?.subject === 'failure') {
      expect([verdict.cause, ...(verdict.consequences ?? [])]).toContain(id);
      const [first, second] = rank(CAUSES, facts).candidates.filter(
        (found) => found.cause.subject === 'failure',
      );
      if (first !== undefined && second !== undefined)
        expect(better(first, second)).toBeLessThan(0);
    } else {
      expect(namesIn({ verdict, conditions })).toContain(id);
    }
  });
});

describe('each cause is told from its neighbours', () => {
  it.each(nearMisses)('%s', (_name, id, example) => {
    const { verdict, conditions } = diagnose(factsOfCase(example));
    const named = namesIn({ verdict, conditions });
    expect(named).not.toContain(id);
    expect(named).toContain(example.is);
  });
});

describe('each cause can be acted on', () => {
  it.each(byId)('%s', (_id, cause: Cause) => {
    const fixes = cause.severity === 'ok' ? [] : cause.fixes;
    if (cause.severity !== 'ok') expect(fixes.length).toBeGreaterThan(0);
    if (cause.severity === 'fail')
      expect(fixes.some(({ verify }) => verify !== undefined)).toBe(true);
    expect(cause.reasons.length + (cause.severity === 'ok' ? 1 : 0)).toBeGreaterThan(0);
    for (const text of [cause.title, cause.tell, cause.meaning]) expect(text.trim()).not.toBe('');
    for (const id of sourcesOf(cause)) expect(SOURCES).toHaveProperty([id]);
    expect(JSON.stringify(cause)).not.toMatch(
      /api_key: (?!%s|\$LUSHA_API_KEY|<key>|<your key>|…)[^"\\$<…]/,
    );
  });
});

/** Everything that is told, roots and what follows from them. */
function namesIn({ verdict, conditions }: Pick<Findings, 'verdict' | 'conditions'>) {
  return [verdict, ...conditions].flatMap(({ cause, consequences = [] }) => [
    cause,
    ...consequences,
  ]);
}

function sourcesOf(cause: Cause): readonly string[] {
  const { reasons, fixes, notes = [], credits } = cause;
  const statements = [...reasons, ...fixes, ...notes, ...[credits ?? []].flat()];
  return [...cause.sources, ...statements.map(({ source }) => source)];
}
