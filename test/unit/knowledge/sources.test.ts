import { readdirSync, readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { CAUSES } from '../../../src/knowledge/catalogue.ts';
import { PAGES, STATUS_PAGE, SUPPORT } from '../../../src/knowledge/contacts.ts';
import { CONTRADICTIONS } from '../../../src/knowledge/contradictions.ts';
import { ENDPOINTS } from '../../../src/knowledge/endpoints.ts';
import { GLOSSARY } from '../../../src/knowledge/glossary.ts';
import { HOSTS } from '../../../src/knowledge/hosts.ts';
import { GENERAL_LIMITS, LIMIT_TABLES, PLANS } from '../../../src/knowledge/plans.ts';
import { PRICES } from '../../../src/knowledge/prices.ts';
import { RATE_HEADER_FAMILIES } from '../../../src/knowledge/rate-headers.ts';
import { FIELD_RENAMES } from '../../../src/knowledge/renames.ts';
import { CREDENTIAL_HEADERS, OTHER_HEADERS } from '../../../src/knowledge/request-headers.ts';
import { REMEDIES } from '../../../src/knowledge/remedies.ts';
import { SOURCES, sourceNotes } from '../../../src/knowledge/sources.ts';
import { STATUSES } from '../../../src/knowledge/statuses.ts';
import { FACT_TOPICS } from '../../../src/knowledge/topics.ts';
import { VERSION_EVENTS } from '../../../src/knowledge/versions.ts';
import { WEBHOOK_FACTS } from '../../../src/knowledge/webhook-facts.ts';

const KNOWLEDGE = {
  CAUSES,
  CONTRADICTIONS,
  CREDENTIAL_HEADERS,
  ENDPOINTS,
  FACT_TOPICS,
  FIELD_RENAMES,
  GENERAL_LIMITS,
  GLOSSARY,
  HOSTS,
  LIMIT_TABLES,
  OTHER_HEADERS,
  PAGES,
  PLANS,
  PRICES,
  RATE_HEADER_FAMILIES,
  REMEDIES,
  STATUSES,
  STATUS_PAGE,
  SUPPORT,
  VERSION_EVENTS,
  WEBHOOK_FACTS,
};

const cited = new Set(sourcesIn(KNOWLEDGE));

describe('the register of sources', () => {
  it.each(Object.entries(KNOWLEDGE))('knows every source of %s', (_name, data) => {
    const ids = sourcesIn(data);
    expect(ids.length).toBeGreaterThan(0);
    expect(ids.filter((id) => !Object.hasOwn(SOURCES, id))).toEqual([]);
  });

  it('holds no source that nothing cites', () => {
    expect(Object.keys(SOURCES).filter((id) => !cited.has(id))).toEqual([]);
  });

  it.each(Object.entries(SOURCES))('%s says what it is, how far it goes and when', (id, source) => {
    expect(source.title).not.toBe('');
    expect(source.checked).toMatch(/^2026-\d\d-\d\d$/);
    if (source.url !== undefined) expect(new URL(source.url).protocol).toBe('https:');
    if (id.startsWith('live/')) expect(source.state).toBe('observed');
    if (id.startsWith('code/')) expect(source.state).toBe('inferred');
  });

  it('notes each source once, and none that is not registered', () => {
    const notes = sourceNotes(['spec3', 'nowhere', 'article#429', 'spec3']);
    expect(notes.map(({ id }) => id)).toEqual(['spec3', 'article#429']);
    expect(notes[0]).toMatchObject({ state: 'documented', checked: '2026-11-20' });
  });

  it('covers the sources that comments in the code name', () => {
    const named = sourceFiles('src').flatMap((file) =>
      [...readFileSync(file, 'utf8').matchAll(ID_IN_TEXT)].map(([id]) => id),
    );
    expect(named.length).toBeGreaterThan(cited.size);
    expect([...new Set(named)].filter((id) => !Object.hasOwn(SOURCES, id))).toEqual([]);
  });
});

const ID_IN_TEXT = /\barticle#[\w-]+|(?<![/\w])(?:live|code|measured)\/[a-z0-9][\w-]*/g;

/** Values of `source` and entries of `sources`, at any depth. */
function sourcesIn(data: unknown): string[] {
  if (typeof data !== 'object' || data === null) return [];
  return Object.entries(data).flatMap(([name, value]: [string, unknown]) => {
    if (name === 'source' && typeof value === 'string') return [value];
    if (name === 'sources' && Array.isArray(value)) return value.map(String);
    return sourcesIn(value);
  });
}

function sourceFiles(folder: string): string[] {
  return readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .filter((file) => file.endsWith('.ts'))
    .map((file) => `${folder}/${file}`);
}
