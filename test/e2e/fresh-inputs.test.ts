import { readdirSync, readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { run } from '../support/world.ts';

const FOLDERS = [
  'fixtures/field',
  ...readdirSync('fixtures/fresh').map((batch) => `fixtures/fresh/${batch}`),
];
/** Read wrongly today; the page on reading says why. Whatever reads one of them right takes it out. */
const OPEN: readonly string[] = [
  'B17',
  'B20',
  'F4-21',
  'F4-31',
  'T-05',
  'F10-24',
  'F10-25',
  'F10-28',
  'F11-14',
  'F11-23',
  'F11-27',
  'F11-28',
  'F11-29',
  'F11-35',
  'F11-36',
];

interface Case {
  readonly id: string;
  readonly input?: string;
  readonly causes?: readonly string[];
  readonly classes?: readonly number[];
  readonly nearMiss?: true;
}

interface Told {
  readonly verdict?: string;
  readonly kind?: string;
  readonly failures?: number;
  readonly rows?: readonly { readonly id: string; readonly count: number }[];
  readonly diagnoses: readonly { readonly cause: string; readonly certainty: string }[];
}

const ALIASES: Readonly<Record<string, readonly string[]>> = JSON.parse(
  readFileSync('fixtures/field/aliases.json', 'utf8'),
);

/** What is wrong with a reading, in words; empty where nothing is. */
function faultsOf({ causes, classes, nearMiss }: Case, told: Told, exitCode: number): string[] {
  const rows = told.rows ?? [];
  const most = rows[0]?.count;
  const front =
    told.kind === 'log-summary'
      ? rows.filter(({ count }) => count === most).map(({ id }) => id)
      : told.diagnoses.slice(0, 1).map(({ cause }) => cause);
  const isAccepted = (id: string) =>
    causes?.some((one) => one === id || one === 'any' || ALIASES[id]?.includes(one)) ?? true;
  const isOpen = causes?.includes('open') === true && told.diagnoses[0]?.certainty !== 'certain';
  const isNone = front.length === 0 && causes?.includes('none') === true;
  const isNamed = causes === undefined || front.some(isAccepted) || isOpen || isNone;
  const isAlarm = nearMiss === true && (told.verdict === 'FAIL' || (told.failures ?? 0) > 0);
  return [
    ...(isNamed ? [] : [`names ${front.join(', ') || 'nothing'}`]),
    ...(classes === undefined || classes.includes(exitCode) ? [] : [`exits ${exitCode}`]),
    ...(isAlarm ? ['a false alarm'] : []),
  ];
}

describe.each(FOLDERS)('%s', (folder) => {
  const document = JSON.parse(readFileSync(`${folder}/cases.json`, 'utf8'));
  const cases: readonly Case[] = document.cases.filter(({ input }: Case) => input !== undefined);

  it.each(cases.map((one) => [one.id, one] as const))('%s', async (id, one) => {
    const stdin = readFileSync(`${folder}/${one.input}`, 'utf8');
    const ran = await run(['explain', '-', '--json', '--exit-code'], { stdin });
    const faults = faultsOf(one, JSON.parse(ran.stdout), ran.exitCode);
    if (OPEN.includes(id)) expect(faults).not.toEqual([]);
    else expect(faults).toEqual([]);
  });
});
