import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { pagesFor } from '../../src/commands/explain-error/questions/index.ts';
import { answerOf, PageIndex } from '../../src/commands/explain-error/questions/page-index.ts';
import { listOf, objectOf, objectsIn, textOf } from '../../src/model/json.ts';
import { run } from '../support/world.ts';

/** Several pages fit these about as well. */
const AMBIGUOUS = [
  'which header does the key go into',
  '402 but I still have credits',
  'what is unified credits',
  'charged for a phone number i already had',
];

describe('a plain question', () => {
  it('is answered by the page that fits', async () => {
    const { exitCode, stdout, stderr } = await run(['explain', 'how do I get an api key']);
    expect({ exitCode, stderr }).toEqual({ exitCode: 0, stderr: '' });
    expect(stdout).toMatch(/^How to get an API key\n/);
    expect(stdout).toContain('manage-api-keys');
  });

  it('may be given without quotes', async () => {
    const { stdout } = await run('explain why was I charged 44 credits'.split(' '));
    expect(stdout).toMatch(/^Why a call cost what it cost\n/);
  });

  it('is answered by the best three, with a line each, when none is clearly the one', async () => {
    const index = new PageIndex();
    const open = AMBIGUOUS.find((one) => answerOf(pagesFor(one, index)).length === 3) ?? '';
    const { exitCode, stdout } = await run(['explain', open], { columns: 80 });
    expect(exitCode).toBe(0);
    expect(stdout).toMatch(/^These pages come nearest +3 results\n\n(\S.*\n){3}\nnext: /);
  });

  it.each([
    'why do I get 401 with a valid key',
    'what does 403 mean',
    'why 402 when I have credits',
  ])('is no failure, whatever the page says: %s', async (question) => {
    const { exitCode, stdout } = await run(['explain', question, '--json', '--exit-code']);
    expect(exitCode).toBe(0);
    expect(stdout).not.toContain('"verdict": "FAIL"');
  });

  it('is told that no page knows', async () => {
    const { exitCode, stdout, stderr } = await run(['explain', 'who won the world cup in 1998']);
    expect({ exitCode, stdout }).toEqual({ exitCode: 1, stdout: '' });
    expect(stderr).toContain('Nothing known fits "who won the world cup in 1998"');
  });

  it('is none on stdin, where a text is pasted', async () => {
    const { exitCode } = await run(['explain', '-'], { stdin: 'how do I get an api key' });
    expect(exitCode).toBe(1);
  });

  it.each([
    ['contacts-limit', /^Buying group and decision makers\n/],
    ['sdk', /^Libraries, SDKs and documents\n/],
  ])('may be one word that is no name: %s', async (word, says) => {
    expect((await run(['explain', word])).stdout).toMatch(says);
  });

  it('is none where a path is meant', async () => {
    const { exitCode, stderr } = await run(['explain', '/person/of/nobody']);
    expect(exitCode).toBe(1);
    expect(stderr).toContain('No such path is known');
  });

  it('leaves a message that is known to the diagnosis', async () => {
    const { stdout } = await run(['explain', 'Invalid API key format', '--json']);
    expect(stdout).toContain('"cause": "key-malformed"');
  });
});

/** Questions that nobody here had seen; the rates of their first run are in docs/reading.md. */
const SETS = ['set-1', 'set-2'].flatMap((name) => {
  const set: unknown = JSON.parse(readFileSync(`fixtures/questions/${name}.json`, 'utf8'));
  return objectsIn(objectOf(set)?.cases).map((one) => ({
    id: textOf(one.id) ?? '',
    ask: textOf(one.ask) ?? '',
    shows: (listOf(one.shows) ?? []).map(String),
  }));
});

/** Not answered, or by another page than the set wants; each is a gap to close. */
const OPEN = ['P2-10'];

describe('questions of the sealed sets', () => {
  it.each(SETS)('$id $ask', async ({ id, ask, shows }) => {
    const { stdout, stderr } = await run(['explain', ask, '--no-color'], { columns: 100 });
    const { stdout: json } = await run(['explain', ask, '--json']);
    const lines = `${stdout}\n${stderr}`.split('\n').filter((line) => line.trim() !== '');
    const shown = `${lines.slice(0, 4).join('\n')}\n${idsIn(JSON.parse(json)).join('\n')}`;
    const isAnswered = shows.some((words) => new RegExp(words, 'is').test(shown));
    expect(isAnswered).toBe(!OPEN.includes(id));
  });
});

/** What a document is about: kind, title, name of the page, cause of the first diagnosis. */
function idsIn(document: unknown): readonly string[] {
  const first = objectOf(Array.isArray(document) ? document[0] : document);
  const data = objectOf(first?.data);
  const [diagnosis] = objectsIn(first?.diagnoses);
  return [first?.kind, first?.title, data?.id, data?.name, data?.path, diagnosis?.cause].flatMap(
    (id) => textOf(id) ?? [],
  );
}
