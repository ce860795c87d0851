import { describe, expect, it } from 'vitest';
import { contentOf, contentType } from '../../../src/evidence/body/body-content.ts';
import type { BodyNote } from '../../../src/model/exchange.ts';
import { headerList } from '../../support/answers.ts';

function kindOf(text: string, type?: string, notes: readonly BodyNote[] = []): string {
  const headers = type === undefined ? [] : headerList({ 'Content-Type': type });
  return contentOf({ text, wireBytes: text.length, bytes: text.length, notes }, headers).kind;
}

describe('contentOf', () => {
  it.each([
    ['', undefined, 'empty'],
    [' \n', undefined, 'empty'],
    ['{"a":1}', undefined, 'json-object'],
    ['\uFEFF {"a":1}', 'text/html', 'json-object'],
    ['[]', undefined, 'json-other'],
    ['"text"', 'application/json; charset=utf-8', 'json-other'],
    ['"text"', 'text/plain', 'text'],
    ['null', 'application/problem+json', 'json-other'],
    ['{"a":', undefined, 'broken-json'],
    ['Forbidden', 'application/json', 'broken-json'],
    ['<!DOCTYPE html><p>', undefined, 'html'],
    ['<!-- x --><HTML>', undefined, 'html'],
    ['<div>', 'text/html', 'html'],
    ['<html>', 'application/json', 'html'],
    ['<?xml version="1.0"?><Error/>', 'application/xml', 'text'],
    ['error code: 1020', 'text/plain', 'text'],
  ])('takes %j with type %s for %s', (text, type, kind) => {
    expect(kindOf(text, type)).toBe(kind);
  });

  it('calls a body binary when it could not be decoded', () => {
    expect(kindOf('', undefined, ['undecodable-encoding'])).toBe('binary');
    expect(kindOf('a\0b', 'application/json', ['nul-bytes'])).toBe('binary');
  });

  it('survives nesting of any depth', () => {
    const depth = 200_000;
    expect(kindOf('['.repeat(depth) + ']'.repeat(depth))).toBe('broken-json');
    expect(kindOf('['.repeat(depth))).toBe('broken-json');
  });

  it('reads the title of a page on one line', () => {
    const text = '<html><head><TITLE>ERROR:\n  denied \u001B[31m</TITLE>';
    expect(contentOf({ text, wireBytes: 0, bytes: 0, notes: [] }, []).title).toBe(
      'ERROR: denied [31m',
    );
  });
});

it('reads the media type without its parameters', () => {
  expect(contentType(headerList({ 'content-type': 'Application/JSON; charset=utf-8' }))).toBe(
    'application/json',
  );
  expect(contentType([])).toBeNull();
});
