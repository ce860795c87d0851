import { readdirSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { causeById, CAUSES } from '../../../src/knowledge/catalogue.ts';
import type { Cause } from '../../../src/model/cause.ts';
import { LAYERS } from '../../../src/model/layer.ts';

const FOLDER = '../../../src/knowledge/causes';
const isCauseList = (name: string) => name.endsWith('Causes');

describe('the catalogue of causes', () => {
  it('is ordered by layer, from the key outwards, and ends with the unknown', () => {
    const layers = CAUSES.map(({ layer }) => LAYERS.indexOf(layer));
    expect(layers).toEqual([...layers].sort((a, b) => a - b));
    expect(CAUSES.at(-1)?.id).toBe('unknown');
  });

  it('leaves out no cause that a file of the folder exports', async () => {
    const files = readdirSync(new URL(FOLDER, import.meta.url));
    const written: string[] = [];
    for (const file of files) {
      const lists: Record<string, readonly Cause[]> = await import(`${FOLDER}/${file}`);
      for (const name of Object.keys(lists).filter(isCauseList)) {
        written.push(...(lists[name] ?? []).map(({ id }) => id));
      }
    }
    expect(CAUSES.map(({ id }) => id).sort()).toEqual(written.sort());
  });

  it('finds a cause by its id', () => {
    expect(CAUSES.every((cause) => causeById(cause.id) === cause)).toBe(true);
    expect(causeById('constructor')).toBeUndefined();
  });
});
