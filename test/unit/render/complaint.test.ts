import { describe, expect, it } from 'vitest';
import { complaintLines } from '../../../src/render/complaint.ts';

const PROBLEM = {
  message: 'lusha-doctor: There is nothing on stdin: it is the terminal.',
  fix: 'Pipe the text in:  pbpaste | lusha-doctor explain -   or give its file:  lusha-doctor explain ./error.txt   Look at the help for everything else that can be read.',
  note: 'stdin-is-terminal, exit 2',
};

describe('a complaint', () => {
  it('has a line for each piece of advice', () => {
    expect(complaintLines(PROBLEM, 0)).toEqual([
      PROBLEM.message,
      '  Pipe the text in:  pbpaste | lusha-doctor explain -',
      '  or give its file:  lusha-doctor explain ./error.txt',
      '  Look at the help for everything else that can be read.',
      '  (stdin-is-terminal, exit 2)',
    ]);
  });

  it('breaks sentences at blanks and commands nowhere', () => {
    expect(complaintLines(PROBLEM, 40)).toEqual([
      'lusha-doctor: There is nothing on stdin:',
      '  it is the terminal.',
      '  Pipe the text in:',
      '    pbpaste | lusha-doctor explain -',
      '  or give its file:',
      '    lusha-doctor explain ./error.txt',
      '  Look at the help for everything else',
      '  that can be read.',
      '  (stdin-is-terminal, exit 2)',
    ]);
  });

  it('keeps "or" with the command after it', () => {
    const fix = 'For example:  --sent-header api_key   or   --sent-header "Authorization: Bearer"';
    expect(complaintLines({ ...PROBLEM, fix }, 60).slice(1, -1)).toEqual([
      '  For example:  --sent-header api_key',
      '  or  --sent-header "Authorization: Bearer"',
    ]);
  });

  it('is harmless whatever it quotes', () => {
    const lines = complaintLines({ ...PROBLEM, message: 'a\u001B[2J\nb', fix: '' }, 80);
    expect(lines).toEqual(['a^[[2J^Jb', '  (stdin-is-terminal, exit 2)']);
  });
});
