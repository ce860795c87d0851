import { describe, expect, it } from 'vitest';
import { ATTACKS } from '../support/hostile.ts';
import { otherCommands, workflowCommands } from '../support/workflow-runner.ts';
import { run } from '../support/world.ts';

/** Everything that a terminal might obey. */
const CONTROLS = /[^\P{Cc}\n]/u;

/** Places where text of the caller ends up in what is written. */
const PLACES: Record<string, (attack: string) => string[]> = {
  'a command that does not exist': (attack) => [attack],
  'an option that does not exist': (attack) => ['check-key', `--${attack}`],
  'a value that does not fit': (attack) => ['check-key', '--format', attack],
  'a number': (attack) => ['check-key', '--timeout', attack],
  'a base URL': (attack) => ['check-key', '--base-url', attack],
  'a scenario': (attack) => ['check-key', '--simulate', attack],
  'a file to write': (attack) => [
    'check-key',
    '--simulate',
    'healthy',
    '--output',
    `${attack}.pdf`,
  ],
  'a file to read': (attack) => ['check-key', '--key-file', attack],
  'a skip': (attack) => ['check-key', '--simulate', 'healthy', '--skip', attack],
  'a path': (attack) => ['probe', '--simulate', 'healthy', 'GET', attack],
  'a text to explain': (attack) => ['explain', attack],
  'a topic': (attack) => ['help', attack],
  'a shell': (attack) => ['completion', attack],
};

describe.each(Object.keys(PLACES))('hostile text as %s', (place) => {
  it.each(Object.entries(ATTACKS))('%s stays text', async (_name, attack) => {
    const ran = await run(PLACES[place]?.(attack) ?? []);
    const log = ran.stdout + ran.stderr;
    expect(ran.exitCode).not.toBe(70);
    expect(workflowCommands(log)).toEqual([]);
    expect(otherCommands(log)).toEqual([]);
    expect(CONTROLS.exec(log)?.[0]).toBeUndefined();
  });
});
