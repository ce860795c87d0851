import { describe, expect, it } from 'vitest';
import { run } from '../support/world.ts';

const CREDITS = '{"statusCode":402,"message":"Insufficient credits for this operation"}';
const AT = '2026-11-22T21:00:00Z';

/** An exchange as a browser exports it. */
function exchange(status: number, body: string) {
  const content = { mimeType: 'application/json', text: body };
  return {
    startedDateTime: AT,
    request: { method: 'POST', url: 'https://api.lusha.com/v3/contacts/enrich', headers: [] },
    response: { status, statusText: '', headers: [], content },
  };
}

async function shown(files: Readonly<Record<string, string>>, ...options: readonly string[]) {
  const { stdout } = await run(['explain', ...Object.keys(files), ...options], { files });
  return stdout.replace(/\s+/g, ' ');
}

describe('the summary of a log', () => {
  it('names the file of each place', async () => {
    const line = `${AT} ERROR lusha 402 ${CREDITS}\n`;
    const files = { './a.log': line + line, './b.log': `\n${line}` };
    expect(await shown(files, '--verbose')).toContain('./a.log:1, also ./a.log:2, ./b.log:2');
    expect(await shown(files)).toMatch(
      /FAIL 3 calls failed, 1 cause.* 3 credits-exhausted .*a\.log:1 /,
    );
  });

  it('explains the first cause also when a bare status comes before it', async () => {
    const bare = `${AT} ERROR POST https://api.lusha.com/v3/contacts/enrich returned 429\n`;
    const text = await shown(
      { './a.log': `${bare}${bare}${AT} ERROR lusha 402 ${CREDITS}\n` },
      '--top',
      '1',
      '--verbose',
    );
    expect(text).toContain('WHY No credits are left');
  });

  it('speaks of entries where there are no lines, and sees items that failed', async () => {
    const error = { code: 'ENRICH_FAILED', message: 'Enrichment failed' };
    const items = { requestId: 'a', results: [{ id: '1', error }], billing: { creditsCharged: 0 } };
    const entries = [exchange(200, '{}'), exchange(201, JSON.stringify(items))];
    const har = JSON.stringify({ log: { entries: [...entries, exchange(402, CREDITS)] } });
    const text = await shown({ './a.har': har });
    expect(text).toContain('3 entries');
    expect(text).toMatch(/item-enrich-failed .* entry 2 .* credits-exhausted .* entry 3/);
  });

  it('tells what has no time from what is too old', async () => {
    const old = `2026-10-01T00:00:00Z ERROR lusha 402 ${CREDITS}\n`;
    const text = await shown(
      { './a.log': `ERROR lusha 402 ${CREDITS}\n${old}${AT} ERROR lusha 402 ${CREDITS}\n` },
      '--since',
      '2026-11-01',
    );
    expect(text).toContain('1 left out and 1 more without a readable time');
  });

  it('shows the year when it is another one, and no colours', async () => {
    const text = await shown({
      './a.log':
        `2020-11-22T21:00:00Z \u001B[31mERROR\u001B[0m lusha 402 ${CREDITS}\nINFO ok\n`.repeat(2),
    });
    expect(text).toContain('2020-11-22 21:00:00');
    expect(text).not.toContain('[31m');
  });
});

describe('a document of records', () => {
  const records = [200, 402, 402].map((status, at) => ({
    time: `2026-11-22T21:0${at}:00Z`,
    url: 'https://api.lusha.com/v3/contacts/enrich',
    status,
    ...(status === 402 ? { body: { message: 'Insufficient credits for this operation' } } : {}),
  }));

  it.each([
    ['a list', records],
    ['entries', { entries: records }],
    ['hits', { hits: { hits: records.map((record) => ({ _id: 'x', _source: record })) } }],
  ])('%s is read record by record', async (_, document) => {
    const stdin = JSON.stringify(document, null, 2);
    const { stdout } = await run(['explain', '-', '--json'], { stdin });
    expect(JSON.parse(stdout)).toMatchObject({
      kind: 'log-summary',
      unit: 'entry',
      lines: 3,
      rows: [{ id: 'credits-exhausted', count: 2, example: { line: 2 } }],
    });
  });
});
