import { expect, it } from 'vitest';
import { readHar } from '../../../src/reading/forms/har.ts';
import { linesOfList, recordsIn } from '../../../src/reading/logs/record-list.ts';

it('a HAR file is read up to 50,000 entries, and says how many are left out', () => {
  const entry =
    '{"request":{"method":"GET","url":"https://api.lusha.com/"},"response":{"status":429}}';
  const har = (count: number) => `{"log":{"entries":[${Array(count).fill(entry).join(',')}]}}`;
  const read = (count: number) => readHar(har(count), (part) => part);
  expect(read(3)?.leftOut).toBe(0);
  expect(read(50_002)).toMatchObject({ leftOut: 2 });
  expect(read(50_002)?.exchanges).toHaveLength(50_000);
});

it('what Loki answers is the lines of a log', () => {
  const at = '1790000000000000000';
  const answer = JSON.stringify({
    status: 'success',
    data: { resultType: 'streams', result: [{ stream: {}, values: [[at, 'GET /v3 429 ']] }] },
  });
  expect(recordsIn(answer, 0)).toEqual([
    `${new Date(1_790_000_000_000).toISOString()} GET /v3 429`,
  ]);
  expect(linesOfList(answer, 0, 0)).toBe(recordsIn(answer, 0)?.join('\n'));
  expect(recordsIn(answer.replace(at, '1e99'), 0)).toBeNull();
});

it('a long list is the lines of a log, a short one is none', () => {
  const list = JSON.stringify([{ status: 429 }, { status: 401 }, { status: 200 }]);
  expect(linesOfList(list, 2, 0)).toBe('{"status":429}\n{"status":401}\n{"status":200}');
  expect(linesOfList(list, 3, 0)).toBeNull();
  expect(linesOfList('ERROR 429', 0, 0)).toBeNull();
});
