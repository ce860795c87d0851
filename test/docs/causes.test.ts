import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { CAUSES } from '../../src/knowledge/catalogue.ts';
import { CONTRADICTIONS } from '../../src/knowledge/contradictions.ts';
import { SOURCES } from '../../src/knowledge/sources.ts';
import { causesDocument } from '../support/causes-document.ts';
import { expectGeneratedFile } from '../support/generated.ts';

const FILE = 'docs/causes.md';

describe(FILE, () => {
  it('is what the knowledge base makes of it today (npm run docs)', () => {
    expectGeneratedFile(FILE, `${causesDocument()}\n`);
  });

  it('has a section for each cause, each disagreement and each source', () => {
    const text = readFileSync(FILE, 'utf8');
    for (const { id } of CAUSES) expect(text).toContain(`\n## ${id}\n`);
    for (const { id } of CONTRADICTIONS) expect(text).toContain(`\n### ${id}\n`);
    for (const id of Object.keys(SOURCES)) expect(text).toContain(`\n| \`${id}\` | `);
  });

  it('has no link into nowhere', () => {
    const text = readFileSync(FILE, 'utf8');
    const headings = [...text.matchAll(/^#+ (.+)$/gm)].map(([, heading = '']) =>
      heading.toLowerCase().replaceAll(' ', '-'),
    );
    const links = [...text.matchAll(/\]\(#([^)]+)\)/g)].map(([, target]) => target);
    expect(links.length).toBeGreaterThan(CAUSES.length);
    expect(links.filter((target) => !headings.includes(target ?? ''))).toEqual([]);
    expect(new Set(headings).size).toBe(headings.length);
  });

  it('leaves no placeholder of the catalogue behind', () => {
    const text = readFileSync(FILE, 'utf8');
    expect(text.match(/\{\w+\|[^}]*\}/g)).toBeNull();
  });
});
