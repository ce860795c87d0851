import { parseHelp } from './help-text.js';

/**
 * The manual page, in roff, made of the help pages.
 *
 * @param {{
 *   version: string,
 *   main: string,
 *   commands: { name: string, help: string }[],
 *   exitCodes: readonly { code: number, meaning: string, act: string }[],
 * }} source
 */
export function manPage({ version, main, commands, exitCodes }) {
  const top = parseHelp(main);
  return [
    `.TH LUSHA\\-DOCTOR 1 "" "lusha\\-doctor ${escaped(version)}" "User Commands"`,
    '.SH NAME',
    'lusha\\-doctor \\- say why a Lusha API call failed',
    '.SH SYNOPSIS',
    '.B lusha\\-doctor',
    '.I command',
    '.RI [ options ]',
    '.SH DESCRIPTION',
    line(top.description),
    ...commands.flatMap(({ name, help }) => commandSection(name, help)),
    '.SH ENVIRONMENT',
    ...ENVIRONMENT.flatMap(([name, text]) => ['.TP', `.B ${escaped(name)}`, line(text)]),
    '.SH FILES',
    '.TP',
    '.I lusha\\-doctor.config.json',
    line(
      'Settings of a project, looked for from the working directory up to the root of the repository or the home directory. It never holds a key.',
    ),
    '.TP',
    '.I .env',
    line('Only the variable LUSHA_API_KEY is read from it, in the working directory.'),
    '.SH EXIT STATUS',
    ...exitCodes.flatMap(({ code, meaning, act }) => [
      '.TP',
      `.B ${code}`,
      line(`${meaning}; in CI: ${act}`),
    ]),
    '.SH EXAMPLES',
    ...top.examples.flatMap(exampleLines),
    '',
  ].join('\n');
}

/** @type {readonly (readonly [string, string])[]} */
const ENVIRONMENT = [
  ['LUSHA_API_KEY', 'The key. It is never taken from an argument.'],
  ['LUSHA_BASE_URL', 'Another base URL than https://api.lusha.com.'],
  ['HTTPS_PROXY, HTTP_PROXY, ALL_PROXY, NO_PROXY', 'The way through a proxy, in capitals or not.'],
  ['NODE_EXTRA_CA_CERTS', 'Certificates that Node trusts besides its own.'],
  ['NO_COLOR, FORCE_COLOR, CLICOLOR, CLICOLOR_FORCE, TERM', 'Colours, and whether to use them.'],
  ['FORCE_HYPERLINK', '1 writes links into the terminal, 0 does not.'],
  ['ACCESSIBLE', 'Set to 1 for output to be listened to: the format linear.'],
  [
    'GITHUB_ACTIONS, GITHUB_STEP_SUMMARY, GITHUB_OUTPUT',
    'In GitHub Actions: annotations, a summary and outputs.',
  ],
];

/**
 * @param {string} name
 * @param {string} help
 */
function commandSection(name, help) {
  const { usage, description, groups, examples } = parseHelp(help);
  return [
    `.SH ${escaped(name.toUpperCase())}`,
    `.B ${escaped(usage)}`,
    '.PP',
    line(description),
    ...groups.flatMap(({ heading, entries }) => [
      `.SS ${escaped(heading)}`,
      ...entries.flatMap(({ term, text }) => ['.TP', `.B ${escaped(term)}`, line(text)]),
    ]),
    ...(examples.length === 0 ? [] : ['.SS Examples', ...examples.flatMap(exampleLines)]),
  ];
}

/** @param {{ command: string, what: string }} example */
function exampleLines({ command, what }) {
  return ['.PP', line(`${what}:`), '.PP', '.nf', '.RS', line(command), '.RE', '.fi'];
}

/**
 * One line of text: a leading full stop or apostrophe would be a request.
 *
 * @param {string} text
 */
function line(text) {
  return escaped(text).replace(/^(?=[.'])/, '\\&') || '\\&';
}

/** @param {string} text */
function escaped(text) {
  return text.replaceAll('\\', '\\e').replaceAll('-', '\\-').replaceAll("'", '\\(aq');
}
