import fc from 'fast-check';
import { SaxesParser } from 'saxes';
import { FORMATS, type Format } from '../src/model/report-format.ts';
import { ATTACKS } from '../test/support/hostile.ts';
import { Servers } from '../test/support/servers.ts';
import { otherCommands, workflowCommands } from '../test/support/workflow-runner.ts';
import { run } from '../test/support/world.ts';
import { part, share } from './part.ts';

const KEY = 'c4a7f00d-91b3-4e58-a2d6-7f3e5b1c8096';
/** Everything that a terminal might obey. */
const CONTROLS = /[^\P{Cc}\n]|[\u202A-\u202E\u2066-\u2069]/u;
/** Those that the format for GitHub consists of, unless they say what the attacks do. */
const OWN_COMMANDS = /^(?:error|warning|notice|group|endgroup|stop-commands)$/;
const FOREIGN = /^(?:pwned|token|verdict|\/tmp)/;

const BREAKS = ['\r', '\n', '\r\n', '\u0085', '\u2028', '\u001B[2J', '\u009B', ' ', '"', ']]>'];
const hostile = fc
  .array(
    fc.oneof(
      fc.constantFrom(...Object.values(ATTACKS).filter(({ length }) => length < 2000)),
      fc.constantFrom(...BREAKS),
      fc.string({ unit: 'binary', maxLength: 12 }),
    ),
    { minLength: 1, maxLength: 5 },
  )
  .map((parts) => parts.join(''));

/** Where a server, a proxy or a log says something that ends up in a report. */
const PLACES: Readonly<Record<string, (text: string) => string>> = {
  'the message': (text) => answer(401, JSON.stringify({ statusCode: 401, message: text })),
  'the errors': (text) => answer(400, JSON.stringify({ message: [text], errors: [text] })),
  'the names of members': (text) => answer(422, JSON.stringify({ errors: { [text]: text } })),
  'the request id': (text) => answer(500, JSON.stringify({ requestId: text, message: text })),
  'a page': (text) => answer(403, `<html><title>${text}</title>${text}</html>`, 'text/html'),
  'a text': (text) => answer(502, text, 'text/plain'),
  'the headers': (text) => {
    const value = text.replaceAll(/[\r\n\0]/g, ' ');
    const names = ['server', 'via', 'retry-after', 'x-request-id', 'cf-ray', 'location', 'sunset'];
    return answer(302, '{}', value, names.map((name) => `${name}: ${value}\r\n`).join(''));
  },
  'the status line': (text) => answer(429, '{}').replace('Said', text.replaceAll(/[\r\n\0]/g, ' ')),
};

const COMMANDS: readonly (readonly string[])[] = [
  ['check-key'],
  ['probe', 'account.usage', '--verbose'],
  ['probe', 'GET', '/v3/account/usage', '--show-body'],
  ['watch-ratelimit', '--once'],
];

function answer(status: number, body: string, type = 'application/json', more = ''): string {
  return `HTTP/1.1 ${status} Said\r\ncontent-type: ${type}\r\n${more}connection: close\r\n\r\n${body}`;
}

/** What a reader of this format would obey, or could not read. */
function harmIn(format: Format, stdout: string, stderr: string): string | null {
  const log = `${stdout}\n${stderr}`;
  const control = CONTROLS.exec(log)?.[0];
  if (control !== undefined) return `control ${JSON.stringify(control)}`;
  const obeyed = workflowCommands(log).filter(
    ({ name, data }) => format !== 'github' || !OWN_COMMANDS.test(name) || FOREIGN.test(data),
  );
  if (obeyed.length > 0) return `workflow command ${obeyed[0]?.name}`;
  const others = otherCommands(log);
  if (others.length > 0) return `command ${JSON.stringify(others[0])}`;
  return unreadable(format, stdout);
}

function unreadable(format: Format, stdout: string): string | null {
  try {
    if (format === 'json') JSON.parse(stdout);
    if (format === 'ndjson') for (const line of stdout.trim().split('\n')) JSON.parse(line);
    if (format === 'junit') new SaxesParser().write(stdout).close();
    return null;
  } catch (error) {
    return `no ${format}: ${String(error).slice(0, 80)}`;
  }
}

part('injection by servers', async (watch) => {
  let said = '';
  const servers = new Servers();
  const { url } = await servers.tcp((socket) => {
    socket.on('data', () => socket.end(said));
  });
  const finds = new Set<string>();
  let runs = 0;
  const drawn = fc.sample(
    fc.record({
      text: hostile,
      place: fc.constantFrom(...Object.keys(PLACES)),
      format: fc.constantFrom(...FORMATS),
      command: fc.constantFrom(...COMMANDS),
      inGitHub: fc.boolean(),
    }),
    share(800),
  );
  for (const { text, place, format, command, inGitHub } of drawn) {
    said = PLACES[place]?.(text) ?? '';
    runs += 1;
    const { exitCode, stdout, stderr } = await watch.time(() =>
      run([...command, '--format', format, '--base-url', url, '--timeout', '2'], {
        env: { LUSHA_API_KEY: KEY, ...(inGitHub ? { GITHUB_ACTIONS: 'true', CI: 'true' } : {}) },
      }),
    );
    const harm = exitCode === 70 ? 'exit code 70' : harmIn(format, stdout, stderr);
    if (harm !== null) {
      finds.add(
        `${harm}: ${command.join(' ')} --format ${format}, ${place}: ${JSON.stringify(text).slice(0, 300)}`,
      );
    }
  }
  await servers.close();
  return { runs, finds: [...finds], note: `${Object.keys(PLACES).length} places, 7 formats` };
});

part('injection by texts', async (watch) => {
  const finds = new Set<string>();
  const drawn = fc.sample(
    fc.record({
      text: hostile,
      format: fc.constantFrom(...FORMATS),
      frame: fc.constantFrom(...Object.values(PLACES), (text: string) => text),
      isPiped: fc.boolean(),
    }),
    share(800),
  );
  for (const { text, format, frame, isPiped } of drawn) {
    const whole = frame(text);
    const args = ['explain', isPiped ? '-' : whole, '--format', format, '--verbose'];
    const { exitCode, stdout, stderr } = await watch.time(() =>
      run(args, isPiped ? { stdin: whole } : {}),
    );
    // Other formats are refused, which is an answer as well.
    const harm =
      exitCode === 70
        ? 'exit code 70'
        : harmIn(exitCode === 2 ? 'terminal' : format, stdout, stderr);
    if (harm !== null) finds.add(`${harm}: ${format}: ${JSON.stringify(whole).slice(0, 400)}`);
  }
  return { runs: drawn.length, finds: [...finds], note: 'pasted and piped to explain-error' };
});
