/** The log of a CI job, read the way the systems read it that obey what stands in it. */

/** Names that GitHub's runner has registered; others are plain text to it. */
const GITHUB = [
  'add-mask',
  'add-matcher',
  'add-path',
  'debug',
  'echo',
  'endgroup',
  'error',
  'group',
  'internal-set-repo-path',
  'notice',
  'remove-matcher',
  'save-state',
  'set-env',
  'set-output',
  'stop-commands',
  'warning',
];

export interface WorkflowCommand {
  readonly name: string;
  readonly properties: string;
  readonly data: string;
}

/** The commands that GitHub's runner would carry out, in order; `stop-commands` is honoured. */
export function workflowCommands(log: string): readonly WorkflowCommand[] {
  const commands: WorkflowCommand[] = [];
  let resume: string | null = null;
  for (const line of log.split(/\r\n|\r|\n/)) {
    const command: WorkflowCommand | null = secondForm(line, resume) ?? firstForm(line);
    if (command === null) continue;
    if (resume !== null) {
      if (command.name === resume) resume = null;
      continue;
    }
    commands.push(command);
    if (command.name === 'stop-commands') resume = command.data;
  }
  return commands;
}

/** `::name key=value::data` at the start of a line, blanks before it left aside. */
function secondForm(line: string, resume: string | null): WorkflowCommand | null {
  const text = line.trimStart();
  const end = text.indexOf('::', 2);
  if (!text.startsWith('::') || end < 0) return null;
  const [name = '', ...properties] = text.slice(2, end).split(' ');
  if (name !== resume && !GITHUB.includes(name.toLowerCase())) return null;
  return { name, properties: properties.join(' '), data: text.slice(end + 2) };
}

/** `##[name key=value]data` anywhere in a line. */
function firstForm(line: string): WorkflowCommand | null {
  const match = /##\[([a-z-]+)([^\]]*)\](.*)/i.exec(line);
  const [, name = '', properties = '', data = ''] = match ?? [];
  return match === null ? null : { name, properties, data };
}

/** Lines that Azure Pipelines or TeamCity would obey. */
export function otherCommands(log: string): readonly string[] {
  return log.split('\n').filter((line) => /##vso\[|##teamcity\[/i.test(line));
}
