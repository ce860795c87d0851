import { Command } from '@commander-js/extra-typings';
import { describe, expect, it } from 'vitest';
import { mistakeOf } from '../../../src/cli/mistake.ts';
import { checkKeyOptions, type CheckKeyOptions } from '../../../src/commands/check-key/options.ts';
import { explainOptions } from '../../../src/commands/explain-error/options.ts';
import { probeOptions } from '../../../src/commands/probe-endpoint/options.ts';
import { simulateOptions } from '../../../src/commands/simulate/options.ts';
import { watchOptions } from '../../../src/commands/watch-ratelimit/options.ts';
import { flagOf, numberIn, RefusedValue } from '../../../src/run/options/parse.ts';
import { reportIn, run } from '../../support/world.ts';

const DECLARED: readonly (readonly [
  name: string,
  options: readonly { readonly long?: string; attributeName(): string }[],
])[] = [
  ['check-key', checkKeyOptions(new Command()).options],
  ['probe-endpoint', probeOptions(new Command()).options],
  ['explain-error', explainOptions(new Command(), { now: () => 0 }).options],
  ['watch-ratelimit', watchOptions(new Command()).options],
  ['simulate', simulateOptions(new Command()).options],
];
const SHARED = ['Output', 'Key (default', 'Network', 'Result'];

describe('options', () => {
  it.each(DECLARED)('of %s are called in problems as they are declared', (_name, options) => {
    const wrong = options
      .filter(({ long = '' }) => !long.startsWith('--no-'))
      .filter((option) => flagOf(option.attributeName()) !== option.long);
    expect(wrong).toEqual([]);
    expect(options.length).toBeGreaterThan(10);
  });

  it.each(DECLARED)('of %s: its own stand before those it shares', async (name) => {
    const { stdout } = await run([name, '--help', '--verbose']);
    const headings = [...stdout.matchAll(/^([A-Z][^\n]*):$/gm)].map(([, heading = '']) => heading);
    const own = headings.filter((heading) => !['Arguments', 'Examples'].includes(heading));
    const isShared = (heading: string) => SHARED.some((shared) => heading.startsWith(shared));
    const from = own.indexOf('Output');
    expect(
      own
        .slice(0, from)
        .filter((heading) => heading !== 'Result')
        .some(isShared),
    ).toBe(false);
    expect(own.slice(from).every((heading) => isShared(heading) || heading === 'Options')).toBe(
      true,
    );
    expect(from).toBeGreaterThan(0);
  });

  it.each(DECLARED)('of %s fit two screens, the shared ones by name', async (name) => {
    const { stdout } = await run([name, '--help'], { columns: 80, isTTY: true });
    expect(stdout.trimEnd().split('\n').length).toBeLessThanOrEqual(48);
    expect(stdout).toMatch(/^Output {3}--json, /m);
    expect(stdout).toContain('\nWhat these do: --help --verbose\n');
    const whole = await run([name, '--help', '--verbose'], { columns: 80, isTTY: true });
    const flags = (text: string) => new Set(text.match(/--[a-z][\w-]+/g) ?? []);
    expect([...flags(whole.stdout)].filter((flag) => !flags(stdout).has(flag))).toEqual(
      ['--help'].filter((flag) => !flags(stdout).has(flag)),
    );
  });

  it('have types: a misspelt name or another kind of value does not compile', () => {
    const given: CheckKeyOptions = { extraRequests: true, status: true, minCredits: 5 };
    // @ts-expect-error there is no such option
    expect(given.minCredit).toBeUndefined();
    // @ts-expect-error it is a number
    const text: string | undefined = given.minCredits;
    expect(text).toBe(5);
  });
});

describe('a number', () => {
  const parse = numberIn('--x', {
    what: 'a whole number of y',
    min: -1,
    max: 9,
    whole: true,
    example: 3,
  });

  it.each([
    ['9', 9],
    ['-1', -1],
    [' 2 ', 2],
    ['1e0', 1],
  ])('"%s" is taken', (text, value) => {
    expect(parse(text)).toBe(value);
  });

  it.each(['', ' ', '10', '-2', '1.5', 'NaN', 'Infinity', '3s', '0x'])('"%s" is not', (text) => {
    expect(() => parse(text)).toThrow(RefusedValue);
    expect(() => parse(text)).toThrow(`--x takes a whole number of y from -1 to 9, not "${text}".`);
  });
});

describe('a mistake that the parser found becomes a problem', () => {
  it.each([
    [
      'a word that is none of the choices',
      ['check-key', '--auth', "o'auth' is invalid. Allowed choices are x."],
      'bad-choice',
      `--auth does not know "o'auth' is invalid. Allowed choices are x.".`,
      'Use one of: api-key, bearer.',
    ],
    [
      'a slip of the pen',
      ['check-key', '--fail-onn'],
      'unknown-option',
      "unknown option '--fail-onn'.",
      'Did you mean --fail-on?',
    ],
    [
      'nothing like it',
      ['check-key', '--xyzzy'],
      'unknown-option',
      "unknown option '--xyzzy'.",
      'See:  lusha-doctor check-key --help',
    ],
    [
      'an option without its value',
      ['probe', '--repeat'],
      'option-missing-argument',
      "option '--repeat <n>' argument missing.",
      'See:  lusha-doctor probe --help',
    ],
    [
      'one word too many',
      ['check-key', 'x'],
      'excess-arguments',
      /^too many arguments/,
      'See:  lusha-doctor check-key --help',
    ],
    [
      'no command of that name',
      ['xyzzy'],
      'unknown-command',
      "unknown command 'xyzzy'.",
      'See:  lusha-doctor --help',
    ],
  ])('%s', async (_what, args, code, message, fix) => {
    const ran = await run(args.toSpliced(1, 0, '--json'));
    const { problem } = reportIn(ran);
    expect(ran.exitCode).toBe(2);
    expect(problem).toEqual({
      code,
      message: typeof message === 'string' ? message : expect.stringMatching(message),
      fix,
    });
  });

  it('an argument that is none of the choices as well', async () => {
    const { stderr } = await run(['completion', 'csh']);
    expect(stderr).toContain('The argument shell does not know "csh".');
    expect(stderr).toContain('Use one of: bash, zsh, fish, powershell.');
  });

  it('also one that nobody has seen before', () => {
    const problem = mistakeOf({ code: 'commander.somethingNew', message: 'error: odd' }, []);
    expect(problem).toEqual({
      code: 'something-new',
      message: 'odd.',
      fix: 'See:  lusha-doctor --help',
      exitCode: 2,
    });
  });
});
