import { describe, expect, it } from 'vitest';
import { run } from '../support/world.ts';

interface Shown {
  readonly diagnoses: readonly { readonly cause: string; readonly certainty: string }[];
  readonly checks: readonly { readonly summary: string }[];
}

async function explained(stdin: string, ...args: string[]): Promise<Shown> {
  return JSON.parse((await run(['explain', '-', '--json', ...args], { stdin })).stdout);
}

const failed = (code: string) => ({ error: { code, message: 'x' } });
const answer = (...results: object[]) =>
  JSON.stringify({ requestId: 'a', results, billing: { creditsCharged: 0 } });

describe('an answer whose items failed in several ways', () => {
  it('gets a diagnosis for each, with the number of items', async () => {
    const { diagnoses, checks } = await explained(
      answer(failed('NOT_FOUND'), failed('COMPLIANCE_RESTRICTED'), failed('NOT_FOUND')),
    );
    expect(diagnoses.map(({ cause }) => cause)).toEqual([
      'item-compliance-restricted',
      'item-not-found',
    ]);
    expect(checks.map(({ summary }) => /\(.*\)/.exec(summary)?.[0])).toEqual([
      '(2 items)',
      '(1 item)',
    ]);
  });

  it('names a cause of two codes once', async () => {
    const text = `POST /api/subscriptions HTTP/1.1\nhost: api.lusha.com\n\nHTTP/1.1 201 Created\ncontent-type: application/json\n\n${JSON.stringify(
      {
        results: [
          { success: false, ...failed('URL_VALIDATION_FAILED') },
          { success: false, ...failed('WEBHOOK_VERIFICATION_FAILED') },
          { success: false, ...failed('DUPLICATE_SUBSCRIPTION') },
        ],
      },
    )}`;
    const { diagnoses } = await explained(text);
    expect(diagnoses.map(({ cause }) => cause)).toEqual([
      'webhook-receiver-refused',
      'webhook-duplicate',
    ]);
  });
});

describe('a text that is less than an answer', () => {
  it.each(['{}', '{"foo":"bar"}', '{"credits":5}'])('%s tells of nobody', async (text) => {
    expect((await explained(text)).diagnoses).toEqual([]);
  });

  it('is recognised as the request it was', async () => {
    const { diagnoses, checks } = await explained('{"companies":[{"domain":"example.com"}]}');
    expect(diagnoses).toEqual([]);
    expect(checks[0]?.summary).toContain('what was sent, not what came back');
  });

  it('is no more than likely a success', async () => {
    const { diagnoses } = await explained(answer({ id: 'v1.a' }));
    expect(diagnoses).toMatchObject([{ cause: 'success', certainty: 'likely' }]);
  });

  it('is at most possibly the page of another host', async () => {
    const { diagnoses } = await explained('<html><head><title>Hello</title></head></html>');
    expect(diagnoses.filter(({ certainty }) => certainty !== 'possible')).toEqual([]);
  });

  it('is said to break off', async () => {
    const text = 'HTTP/1.1 401 Unauthorized\n\n{"message":"Invalid API key","sta';
    const { diagnoses, checks } = await explained(text);
    expect(diagnoses[0]?.cause).toBe('key-unknown');
    expect(checks[0]?.summary).toContain('breaks off before its end');
  });
});

describe('words that say no more than a status', () => {
  it.each([
    ['{"statusCode":429,"message":"Too Many Requests"}'],
    ['{"message":"Resource not found"}'],
    ['{"statusCode":404,"message":"Resource not found"}'],
    ['json.decoder.JSONDecodeError: Expecting value: line 1 column 1 (char 0)'],
  ])('%s is sure of nothing', async (text) => {
    const { diagnoses } = await explained(text);
    expect(diagnoses.length).toBeGreaterThan(1);
    expect(diagnoses.filter(({ certainty }) => certainty !== 'possible')).toEqual([]);
  });

  it('takes one status at a time', async () => {
    const { exitCode, stderr } = await run(['explain', '401', '403']);
    expect(exitCode).toBe(2);
    expect(stderr).toContain('lusha-doctor explain 403');
  });
});
