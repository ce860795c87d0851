import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  logLine,
  summaryLine,
  summaryText,
} from '../../../src/commands/simulate/account-of-run.ts';
import { limitsOf, type LimitSettings } from '../../../src/commands/simulate/limits.ts';
import { accountOf, merged } from '../../../src/commands/simulate/settings.ts';
import { createTheme } from '../../../src/render/text/theme.ts';
import type { RequestLogEntry } from '../../../src/simulator/http/request-log-entry.ts';
import { createTally } from '../../../src/simulator/summary.ts';
import { NOON } from '../simulator/manual-clock.ts';

const GOOD: RequestLogEntry = {
  at: NOON,
  method: 'POST',
  path: '/v3/contacts/search',
  status: 200,
  keyPlacement: 'api_key',
  keyVerdict: 'accepted',
  creditsCharged: 0,
  retryAt: null,
  endpoint: 'contacts.search',
};

describe('--limits', () => {
  it.each<[string, LimitSettings]>([
    ['minute=5', { minute: 5 }],
    ['minute=5,hour=10,day=25', { minute: 5, hour: 10, day: 25 }],
    ['day=off, minute=0', { day: null, minute: 0 }],
    ['endpoint=off', { endpoint: false }],
    ['endpoint=on,hour=1', { endpoint: true, hour: 1 }],
  ])('reads %s', (text, expected) => {
    expect(limitsOf(text)).toEqual({ ok: true, value: expected });
  });

  it.each([
    '',
    'minute',
    'minute=',
    'minute=-1',
    'minute=1.5',
    'week=1',
    'hour=on',
    'endpoint=5',
    'day=1,',
  ])('refuses "%s"', (text) => {
    expect(limitsOf(text).ok).toBe(false);
  });

  it('never throws', () => {
    fc.assert(fc.property(fc.string(), (text) => typeof limitsOf(text).ok === 'boolean'));
  });
});

describe('settings', () => {
  it('of the command line win over those of a file, limit by limit', () => {
    const file = {
      plan: 'free',
      credits: 3,
      limits: { minute: 1, day: null },
      rules: ['a'],
    } as const;
    const both = merged(file, { credits: 5, limits: { minute: 2 }, rules: ['b'] });
    expect(both).toEqual({
      plan: 'free',
      credits: 5,
      limits: { minute: 2, day: null },
      rules: ['b', 'a'],
    });
    expect(accountOf({ ...both, limits: { ...both.limits, endpoint: false } })).toEqual({
      plan: 'free',
      credits: 5,
      limits: { minute: 2, day: null },
      endpointLimits: false,
    });
  });
});

describe('a line of the log', () => {
  it.each<[Partial<RequestLogEntry>, string]>([
    [{}, '12:00:00  200  POST /v3/contacts/search'],
    [{ creditsCharged: 1 }, '12:00:00  200  POST /v3/contacts/search   1 credit'],
    [
      { status: 401, keyPlacement: 'bearer' },
      '12:00:00  401  POST /v3/contacts/search   key: bearer',
    ],
    [{ status: null }, '12:00:00  ---  POST /v3/contacts/search'],
  ])('%o', (entry, line) => {
    expect(logLine({ ...GOOD, ...entry })).toBe(line);
  });
});

describe('the summary', () => {
  const tally = createTally();
  tally.observe({ ...GOOD, creditsCharged: 2 });
  tally.observe({ ...GOOD, status: null, keyPlacement: 'bearer', endpoint: 'account.usage' });
  const summary = tally.summary();

  it('tells calls, credits, answers and misuse', async () => {
    const theme = await createTheme({ level: 0, ascii: true, hyperlinks: false, width: 80 });
    expect((await summaryText(summary, theme)).split('\n')).toEqual([
      '',
      "2 requests, 2 credits at Lusha's prices",
      'endpoint         calls  credits',
      'contacts.search  1      2',
      'account.usage    1      0',
      'answers: 200 (1), none (1)',
      'misuse:',
      '  1 x sent the key as Authorization: Bearer instead of api_key',
      '      lusha-doctor explain key-sent-as-bearer',
      '',
    ]);
  });

  it('has one line for --quiet', () => {
    expect(summaryLine(summary)).toBe('2 requests, 2 credits, misuse: bearer-key (1)\n');
  });
});
