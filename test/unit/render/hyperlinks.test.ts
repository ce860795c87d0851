import { describe, expect, it } from 'vitest';
import { wantsHyperlinks } from '../../../src/render/text/hyperlinks.ts';

describe('links in the terminal', () => {
  it.each([
    ['iTerm 3.1', { TERM_PROGRAM: 'iTerm.app', TERM_PROGRAM_VERSION: '3.1.0' }, true],
    ['iTerm 3.0', { TERM_PROGRAM: 'iTerm.app', TERM_PROGRAM_VERSION: '3.0.9' }, false],
    ['WezTerm', { TERM_PROGRAM: 'WezTerm', TERM_PROGRAM_VERSION: '20240203-110809' }, true],
    ['VS Code 1.72', { TERM_PROGRAM: 'vscode', TERM_PROGRAM_VERSION: '1.72.0' }, true],
    ['VS Code 1.71', { TERM_PROGRAM: 'vscode', TERM_PROGRAM_VERSION: '1.71.9' }, false],
    ['GNOME Terminal', { VTE_VERSION: '7200' }, true],
    ['VTE 0.50.0, which crashed', { VTE_VERSION: '5000' }, false],
    ['kitty', { TERM: 'xterm-kitty' }, true],
    ['Windows Terminal', { WT_SESSION: 'x' }, true],
    ['an unknown terminal', { TERM: 'xterm-256color' }, false],
    ['a version that is none', { TERM_PROGRAM: 'vscode', TERM_PROGRAM_VERSION: 'x' }, false],
    [
      'a name from the prototype',
      { TERM_PROGRAM: 'constructor', TERM_PROGRAM_VERSION: '9.9' },
      false,
    ],
    ['CI', { CI: 'true', VTE_VERSION: '7200' }, false],
    ['TERM=dumb', { TERM: 'dumb', VTE_VERSION: '7200' }, false],
    ['asked for', { FORCE_HYPERLINK: '1', TERM: 'dumb' }, true],
    ['refused', { FORCE_HYPERLINK: '0', VTE_VERSION: '7200' }, false],
  ])('%s', (_terminal, env, expected) => {
    expect(wantsHyperlinks(env, true)).toBe(expected);
  });

  it('never go into a pipe unasked', () => {
    expect(wantsHyperlinks({ VTE_VERSION: '7200' }, false)).toBe(false);
    expect(wantsHyperlinks({ FORCE_HYPERLINK: '1' }, false)).toBe(true);
  });
});
