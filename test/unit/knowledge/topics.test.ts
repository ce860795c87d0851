import { describe, expect, it } from 'vitest';
import { CAUSES, causeById } from '../../../src/knowledge/catalogue.ts';
import { CONTRADICTIONS } from '../../../src/knowledge/contradictions.ts';
import { ENDPOINTS } from '../../../src/knowledge/endpoints.ts';
import { GLOSSARY } from '../../../src/knowledge/glossary.ts';
import { findEndpoint } from '../../../src/knowledge/look-up/endpoint-lookup.ts';
import { PLANS } from '../../../src/knowledge/plans.ts';
import { ASKED_ABOUT_CAUSES } from '../../../src/knowledge/questions/about-causes.ts';
import {
  ASKED_ABOUT_CONFLICTS,
  ASKED_ABOUT_ENDPOINTS,
  ASKED_ABOUT_PLANS,
  ASKED_ABOUT_TOPICS,
} from '../../../src/knowledge/questions/about-pages.ts';
import { SAME_WORDS } from '../../../src/knowledge/questions/same-words.ts';
import { FACT_TOPICS } from '../../../src/knowledge/topics.ts';
import { TOPICS } from '../../../src/commands/explain-error/pages/look-up/topics.ts';
import { run } from '../../support/world.ts';

const CONFLICT_IDS = CONTRADICTIONS.map(({ id }) => id);
const ENDPOINT_IDS = ENDPOINTS.map(({ id }) => id);
const PLAN_NAMES = PLANS.flatMap(({ aliases }) => aliases);

describe('topics', () => {
  it('have names that nothing else has', () => {
    const names = [
      ...FACT_TOPICS.map(({ id }) => id),
      ...Object.keys(TOPICS),
      ...CAUSES.map(({ id }) => id),
      ...CONFLICT_IDS,
      ...ENDPOINT_IDS,
      ...PLAN_NAMES,
    ];
    expect(names.filter((name, index) => names.indexOf(name) !== index)).toEqual([]);
  });

  it.each(FACT_TOPICS.map((topic) => [topic.id, topic] as const))(
    '%s leads to pages that exist, by commands that cost nothing',
    async (_id, { see, run: commands = [] }) => {
      for (const name of see) {
        const { exitCode, stdout } = await run(['explain', name, '--quiet']);
        expect({ name, exitCode, isEmpty: stdout === '' }).toEqual({
          name,
          exitCode: 0,
          isEmpty: false,
        });
      }
      for (const { command } of commands) {
        expect(command).toMatch(/^lusha-doctor [a-z-]/);
        const [, method = '', path = ''] = /probe ([A-Z]+) (\/\S+)/.exec(command) ?? [];
        const found = findEndpoint(method, path);
        expect(path === '' || (found.kind === 'found' && found.endpoint.freeProbe !== null)).toBe(
          true,
        );
      }
    },
  );
});

it.each(FACT_TOPICS)('$id is one screen; --verbose shows its sources', async ({ id }) => {
  const { stdout } = await run(['explain', id], { columns: 80 });
  expect(stdout.split('\n').length).toBeLessThanOrEqual(25);
  expect(stdout).not.toContain('SOURCES');
  expect((await run(['explain', id, '--verbose'])).stdout).toMatch(/^SOURCES +\S+\/?\S* {2}/m);
});

describe('the glossary', () => {
  it.each(GLOSSARY)('$term is found by each of its spellings', async ({ term, also, see }) => {
    for (const spelling of [term, ...also]) {
      expect((await run(['explain', spelling])).exitCode).toBe(0);
    }
    expect((await run(['explain', see, '--quiet'])).exitCode).toBe(0);
  });
});

describe('how people ask', () => {
  it.each([
    ['causes', ASKED_ABOUT_CAUSES, (id: string) => causeById(id) !== undefined],
    ['topics', ASKED_ABOUT_TOPICS, (id: string) => Object.hasOwn(TOPICS, id)],
    ['conflicts', ASKED_ABOUT_CONFLICTS, (id: string) => CONFLICT_IDS.includes(id)],
    ['plans', ASKED_ABOUT_PLANS, (id: string) => PLANS.some((plan) => plan.id === id)],
    ['endpoints', ASKED_ABOUT_ENDPOINTS, (id: string) => ENDPOINT_IDS.includes(id)],
  ] as const)('is told of %s that exist', (_what, asked, exists) => {
    expect(Object.keys(asked).filter((id) => !exists(id))).toEqual([]);
  });

  it('gives each word one meaning', () => {
    const words = SAME_WORDS.flat();
    expect(words.filter((word, index) => words.indexOf(word) !== index)).toEqual([]);
  });
});
