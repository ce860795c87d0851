import { describe, expect, it } from 'vitest';
import { inContext } from '../../../../src/reading/logs/entry-context.ts';
import { readEntry } from '../../../../src/reading/logs/read-entry.ts';

const NOW = Date.UTC(2026, 10, 23);

describe('an entry in its context', () => {
  it('is a row below the header line of its table', () => {
    const header = 'time,ms,status,url';
    const row = '2026-11-23T14:00:00Z,503,402,https://api.lusha.com/v3/contacts/enrich';
    expect(inContext(row, '', header)).toBe(`${header}\n${row}`);
    expect(readEntry(inContext(row, '', header), NOW)?.facts.status?.value).toBe(402);
    expect(inContext('ERROR 429', '', header)).toBe('ERROR 429');
    expect(inContext(row, '', null)).toBe(row);
  });

  it('is an answer below the command that got it', () => {
    const before =
      'cut\n$ curl -si https://api.lusha.com/v2/person\n$ curl -si https://api.hunter.io/v2/x\n';
    const answer = 'HTTP/1.1 401 Unauthorized\n\n{"errors":[]}';
    const failure = readEntry(inContext(answer, before, null), NOW);
    expect(failure?.whose).toEqual({ whose: 'other', host: 'api.hunter.io' });
    expect(inContext(answer, 'x\nnothing here\n', null)).toBe(answer);
  });
});
