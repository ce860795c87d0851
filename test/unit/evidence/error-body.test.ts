import { describe, expect, it } from 'vitest';
import { errorBodyOf } from '../../../src/evidence/body/error-body.ts';

describe('errorBodyOf', () => {
  it.each([
    [
      'the documented standard',
      { statusCode: 400, message: 'Validation failed', errors: ['a must be text', 'b is missing'] },
      { message: 'Validation failed', errors: ['a must be text', 'b is missing'], statusCode: 400 },
    ],
    [
      'the key guard',
      { statusCode: 401, timestamp: '2026', message: 'Invalid API key', error: 'Unauthorized' },
      { message: 'Invalid API key', errorName: 'Unauthorized', statusCode: 401 },
    ],
    [
      'the answer to a missing key',
      {
        statusCode: 401,
        error: 'invalid_request',
        error_description: 'missing Authorization header',
      },
      {
        message: 'missing Authorization header',
        messageIn: 'error_description',
        errorName: 'invalid_request',
      },
    ],
    [
      'the validation guard, whose errors are an object',
      {
        name: 'BadRequest',
        message: 'property x should not exist',
        code: 400,
        className: 'bad-request',
        errors: { x: 'unknown', y: ['one', 'two'] },
      },
      {
        message: 'property x should not exist',
        errorName: 'BadRequest',
        errors: ['x: unknown', 'y: one, two'],
        statusCode: 400,
      },
    ],
    [
      'an error inside an error',
      { error: { code: 400, message: 'Bad email', name: 'BadInput' } },
      { message: 'Bad email', messageIn: 'error.message', errorName: 'BadInput', statusCode: 400 },
    ],
    [
      'a word as code',
      { code: 'DEDUPE_SESSION_INVALID', message: 'Session expired' },
      { message: 'Session expired', errorName: 'DEDUPE_SESSION_INVALID', statusCode: null },
    ],
    [
      'a list of messages',
      { statusCode: 400, message: ['a is missing', { message: 'b is bad', code: 'B' }, 3] },
      { message: 'a is missing; B: b is bad; 3' },
    ],
    [
      'errors alone',
      { errors: ['one', 'two'], statusCode: 400 },
      { message: 'one; two', messageIn: 'errors' },
    ],
    [
      'an error that is one word',
      { error: 'Forbidden' },
      { message: 'Forbidden', errorName: 'Forbidden' },
    ],
    [
      'a problem document',
      { title: 'Denied', detail: 'by policy', status: 403 },
      { message: 'by policy', statusCode: 403 },
    ],
  ])('reads %s', (_, body, expected) => {
    expect(errorBodyOf(body)).toMatchObject(expected);
  });

  it.each([
    null,
    5,
    'text',
    [],
    {},
    { foo: 'bar' },
    { message: '' },
    { message: {} },
    { error: null },
  ])('finds nothing in %j', (body) => {
    expect(errorBodyOf(body)).toBeNull();
  });

  it('is not led astray by members named like those of every object', () => {
    const body: unknown = JSON.parse('{"__proto__":{"message":"planted"},"constructor":"x"}');
    expect(errorBodyOf(body)).toBeNull();
  });

  it('bounds what it takes over', () => {
    const read = errorBodyOf({
      message: `a\u001B[2J\r\n${'x'.repeat(5000)}`,
      errors: Array.from({ length: 500 }, () => 'y'.repeat(900)),
    });
    expect(read?.message?.length).toBe(1000);
    expect(read?.message).toMatch(/^a \[2J x+…$/);
    expect(read?.errors.length).toBe(30);
    expect(read?.errors[0]?.length).toBe(300);
  });
});
