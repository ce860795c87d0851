import { describe, expect, it } from 'vitest';
import { demandOf, meets } from '../../../src/request/json-path.ts';

const BODY = JSON.stringify({
  a: { b: [{ c: 1 }, { c: 'x' }] },
  flag: true,
  none: null,
  'od d': 2,
  text: '200',
});

function verdict(text: string, body = BODY) {
  const demand = demandOf(text);
  return demand.ok ? meets(demand.value, body) : 'refused';
}

describe('--expect-json', () => {
  it.each([
    'a.b[0].c=1',
    'a.b[1].c=x',
    'a.b[1].c="x"',
    'flag=true',
    'none=null',
    'od d=2',
    'text=200',
    'a.b[0]={"c":1}',
  ])('%s is met', (text) => {
    expect(verdict(text)).toEqual({ met: true });
  });

  it.each<[string, unknown]>([
    ['a.b[0].c=2', { value: 1 }],
    ['a.b[2].c=1', 'nothing'],
    ['a.x=1', 'nothing'],
    ['toString=1', 'nothing'],
    ['__proto__.x=1', 'nothing'],
    ['flag=false', { value: true }],
  ])('%s is missed', (text, found) => {
    expect(verdict(text)).toEqual({ met: false, found });
  });

  it('is missed by a body that is no JSON', () => {
    expect(verdict('a=1', '<html>')).toEqual({ met: false, found: 'no JSON' });
  });

  it.each(['', '=1', 'a', 'a..b=1', 'a[x]=1', 'a[=1', `${'a.'.repeat(30)}b=1`])(
    'refuses "%s"',
    (text) => {
      expect(verdict(text)).toBe('refused');
    },
  );
});
