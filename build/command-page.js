/**
 * The page of one command in docs/commands/, made of its help.
 *
 * @param {{ name: string, help: string }} command
 */
export function commandPage({ name, help }) {
  return [
    `# lusha-doctor ${name}`,
    '',
    'Made from `--help`; `npm run docs` writes it again.',
    '',
    '```console',
    `$ lusha-doctor ${name} --help`,
    help.trimEnd(),
    '```',
    '',
    'See also: [exit codes](../../README.md#exit-codes), [formats](../formats.md), [in CI](../ci.md).',
    '',
  ].join('\n');
}
