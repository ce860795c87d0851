import { describe, expect, it } from 'vitest';
import { run } from '../support/world.ts';

const KEY = '3b1d7a52-9c44-4e0a-8f60-2d5f7c9e1ab3';
const PASTED = `jane.roe@acme.example api_key: ${KEY}\nHTTP/1.1 401 Unauthorized\n\n{"statusCode":401,"message":"Invalid API key"}`;

describe('a case keeps a pasted text', () => {
  it('without key and contact data, and reads back to the same', async () => {
    const first = await run(['explain', '-', '--case', 'case.json'], { stdin: PASTED });
    const kept = first.written['case.json'] ?? '';
    expect(kept).toContain('Invalid API key');
    expect(kept).not.toContain(KEY);
    expect(kept).not.toContain('jane.roe');
    const again = await run(['explain', 'case.json'], { files: { 'case.json': kept } });
    expect(again.stdout).toBe(first.stdout);
  });

  it.each([[['403']], [['--list']], [['--search', 'quota']]])(
    'and says that %j has none',
    async (words) => {
      const ran = await run(['explain', ...words, '--case', 'case.json']);
      expect(ran.exitCode).toBe(2);
      expect(ran.stderr).toContain('nothing-to-keep');
      expect(ran.written).toEqual({});
    },
  );
});

describe('a case never takes the place of another file', () => {
  const CASE = JSON.stringify({ kind: 'lusha-doctor-case/1', exchanges: [] });
  it.each([
    ['of somebody’s work', 'notes', 2],
    ['but for an older case', CASE, 4],
    ['but for an empty file', '', 4],
  ])('%s', async (_what, there, exitCode) => {
    const args = ['check-key', '--simulate', 'key-unknown', '--case', 'case.json'];
    const ran = await run(args, { files: { 'case.json': there } });
    expect(ran.exitCode).toBe(exitCode);
    expect(Object.keys(ran.written)).toEqual(exitCode === 2 ? [] : ['case.json']);
  });
});
