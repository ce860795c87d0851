import { expect, it } from 'vitest';
import type { Format } from '../../src/model/report-format.ts';
import { objectsIn } from '../../src/model/json.ts';
import { run } from '../support/world.ts';
import { elements, parseXml } from '../support/xml.ts';

/** Where each format says which cause a report is about. */
const CAUSE_IN: Readonly<Record<Exclude<Format, 'ndjson'>, (document: string) => unknown>> = {
  terminal: (document) => /^[^\n]* (\S+), (?:certain|likely|possible)\n/.exec(document)?.[1],
  json: (document) => objectsIn(JSON.parse(document).diagnoses)[0]?.cause,
  github: (document) => /^(?:FAIL|UNKNOWN) {2}.* {2}(\S+), \w+$/m.exec(document)?.[1],
  junit: (document) =>
    elements(parseXml(document), 'property').find(({ attributes }) => attributes.name === 'cause')
      ?.attributes.value,
  markdown: (document) => /^\*\*.*\*\* \((\S+), \w+\)$/m.exec(document)?.[1]?.replaceAll('\\', ''),
  linear: (document) => /^Cause: .* Code (\S+)\. /m.exec(document)?.[1],
};
const FORMATS = Object.entries(CAUSE_IN);

it.each([
  ['check-key', 'key-unknown'],
  ['check-key', 'key-has-quotes'],
  ['check-key', 'key-has-scheme-prefix'],
  ['check-key', 'proxy-page'],
  ['check-key', 'service-down'],
  ['probe-endpoint', 'plan-lacks-endpoint'],
  ['watch-ratelimit --once', 'quota-hour-exhausted'],
])('every format of %s names the same cause first: %s', async (command, scenario) => {
  const args = [...command.split(' '), '--simulate', scenario];
  const world = { columns: 120, env: { GITHUB_OUTPUT: 'outputs' } };
  const quiet = await run([...args, '--quiet'], world);
  const [, expected] = /^\w+ {2}exit \d+ {3}([a-z-]+)/.exec(quiet.stdout) ?? [];
  expect(expected).toMatch(/^[a-z]+-/);
  const found = [];
  for (const [format, causeIn] of FORMATS) {
    const { stdout, written } = await run([...args, '--format', format], world);
    found.push([format, causeIn(stdout)]);
    if (format === 'github') expect(written['outputs']).toContain(`cause=${expected}\n`);
  }
  expect(found).toEqual(FORMATS.map(([format]) => [format, expected]));
});

it.each([...FORMATS.map(([format]) => format), 'quiet'])(
  'as %s says when a quota opens again',
  async (format) => {
    const args = ['check-key', '--simulate', 'quota-hour-exhausted'];
    const how = format === 'quiet' ? ['--quiet'] : ['--format', format];
    const { stdout } = await run([...args, ...how], { columns: 120 });
    expect(stdout).toMatch(/\d\d:\d\d:\d\d(?: UTC|\.\d{3}Z)/);
    expect(stdout).toMatch(format === 'json' ? /"at": "\d/ : /[Rr]etry/);
  },
);
