import { toJsonSchema } from '@valibot/to-json-schema';
import { expect, it } from 'vitest';
import { CONFIG, SETTING_NAMES } from '../../../../src/run/config/schema.ts';
import { IN_CONFIG } from '../../../../src/run/options/network.ts';
import { expectGeneratedFile } from '../../../support/generated.ts';

it('schema/config-1.json is what the product checks', () => {
  // That a URL carries no credentials is more than a JSON Schema can say.
  const { $schema, title, description, ...schema } = toJsonSchema(CONFIG, {
    target: 'draft-2020-12',
    ignoreActions: ['check'],
  });
  const shipped = { $schema, $id: 'urn:lusha-doctor:config:1', title, description, ...schema };
  expectGeneratedFile('schema/config-1.json', `${JSON.stringify(shipped, null, 2)}\n`);
});

it('a setting is an option that says so, or the plan', () => {
  const configurable = Object.entries(IN_CONFIG).flatMap(([name, rule]) =>
    typeof rule === 'string' ? [name] : [],
  );
  expect([...SETTING_NAMES].sort()).toEqual([...configurable, 'plan'].sort());
});
