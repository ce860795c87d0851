import { describe, expect, it } from 'vitest';
import { colourLevel, wantsAscii } from '../../../src/render/text/theme.ts';

type Case = [
  expected: number,
  env: Record<string, string>,
  more?: { isTTY?: boolean; colorDepth?: number; flag?: boolean },
];

describe('colour level', () => {
  it.each<Case>([
    [3, {}],
    [0, {}, { isTTY: false }],
    [0, {}, { colorDepth: 1 }],
    [1, {}, { colorDepth: 4 }],
    [2, {}, { colorDepth: 8 }],
    [0, { FORCE_COLOR: '3' }, { flag: false }],
    [3, { FORCE_COLOR: '0', NO_COLOR: '1', TERM: 'dumb' }, { flag: true }],
    [1, {}, { flag: true, isTTY: false, colorDepth: 1 }],
    [0, { FORCE_COLOR: '0' }],
    [0, { FORCE_COLOR: 'false' }],
    [2, { FORCE_COLOR: '2', NO_COLOR: '1' }, { isTTY: false }],
    [1, { FORCE_COLOR: 'true', NO_COLOR: '1' }, { isTTY: false, colorDepth: 1 }],
    [2, { FORCE_COLOR: 'true' }, { isTTY: false, colorDepth: 8 }],
    [0, { FORCE_COLOR: 'purple', NO_COLOR: '1' }],
    [0, { NO_COLOR: '0', CLICOLOR_FORCE: '1' }],
    [3, { NO_COLOR: '' }],
    [1, { CLICOLOR_FORCE: '1', TERM: 'dumb', CLICOLOR: '0' }, { isTTY: false, colorDepth: 1 }],
    [0, { CLICOLOR_FORCE: '0' }, { isTTY: false }],
    [0, { CLICOLOR_FORCE: '' }, { isTTY: false }],
    [0, { TERM: 'dumb' }],
    [0, { CLICOLOR: '0' }],
    [3, { CLICOLOR: '1' }],
  ])('is %i for %j %j', (expected, env, more = {}) => {
    expect(colourLevel({ env, isTTY: true, colorDepth: 24, ...more })).toBe(expected);
  });
});

describe('the wish for ASCII', () => {
  it.each<[expected: boolean, env: Record<string, string>, flag?: boolean]>([
    [false, {}],
    [true, {}, true],
    [false, { LANG: 'de_DE.UTF-8' }, false],
    [true, { TERM: 'dumb' }],
    [true, { TERM: 'linux' }],
    [false, { TERM: 'xterm-256color' }],
    [true, { LANG: 'C' }],
    [true, { LANG: 'de_DE.ISO-8859-1' }],
    [false, { LANG: 'C.utf8' }],
    [true, { LANG: 'de_DE.UTF-8', LC_ALL: 'POSIX' }],
    [false, { LANG: 'C', LC_CTYPE: 'en_US.UTF-8' }],
    [false, { LANG: 'C', LC_ALL: 'en_US.UTF-8', LC_CTYPE: 'C' }],
    [false, { LANG: 'en_US.UTF-8', LC_ALL: '' }],
  ])('is %s for %j, option %s', (expected, env, flag) => {
    expect(wantsAscii(env, flag)).toBe(expected);
  });
});
