import { spawn } from 'node:child_process';
import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { parse } from 'yaml';

interface Step {
  readonly id?: string;
  readonly run: string;
  readonly shell: string;
  readonly env?: Readonly<Record<string, string>>;
}

interface Action {
  readonly inputs: Readonly<Record<string, { readonly default?: string }>>;
  readonly outputs: Readonly<Record<string, { readonly value: string }>>;
  readonly runs: { readonly using: string; readonly steps: readonly Step[] };
}

export interface ActionRun {
  readonly exitCode: number;
  readonly log: string;
  readonly summary: string;
  readonly outputs: Readonly<Record<string, string>>;
  /** Names of what the steps left in the workspace. */
  readonly files: readonly string[];
}

const OWN_FILES = ['output', 'summary', 'step.sh'];

export function readAction(file: string): Action {
  return parse(readFileSync(file, 'utf8'));
}

/**
 * Carries out a composite action as GitHub's runner does: expressions filled in, each step in the
 * shell it names, with the variables and files that the runner sets, the outputs read back.
 */
export async function runAction(
  file: string,
  given: Readonly<Record<string, string>>,
  env: Readonly<Record<string, string>> = {},
): Promise<ActionRun> {
  const action = readAction(file);
  const inputs = Object.fromEntries(
    Object.entries(action.inputs).map(([name, { default: usual }]) => [
      name,
      given[name] ?? usual ?? '',
    ]),
  );
  const folder = mkdtempSync(join(tmpdir(), 'step-'));
  const steps: Record<string, Record<string, string>> = {};
  const fill = (text: string): string => filled(text, { inputs, steps });
  const run = { exitCode: 0, log: '', summary: '' };
  try {
    for (const step of action.runs.steps) {
      const files = {
        GITHUB_OUTPUT: join(folder, 'output'),
        GITHUB_STEP_SUMMARY: join(folder, 'summary'),
      };
      for (const path of Object.values(files)) writeFileSync(path, '');
      const own = Object.entries(step.env ?? {}).map(
        ([name, value]) => [name, fill(value)] as const,
      );
      const { exitCode, log } = await runStep(fill(step.run), folder, {
        PATH: process.env['PATH'] ?? '',
        HOME: process.env['HOME'] ?? '',
        CI: 'true',
        GITHUB_ACTIONS: 'true',
        GITHUB_WORKSPACE: folder,
        ...files,
        ...env,
        ...Object.fromEntries(own),
      });
      run.log += log;
      run.summary += readFileSync(files.GITHUB_STEP_SUMMARY, 'utf8');
      if (step.id !== undefined)
        steps[step.id] = outputsIn(readFileSync(files.GITHUB_OUTPUT, 'utf8'));
      run.exitCode = exitCode;
      if (exitCode !== 0) break;
    }
    const outputs = Object.entries(action.outputs).map(([name, { value }]) => [name, fill(value)]);
    const files = readdirSync(folder).filter((name) => !OWN_FILES.includes(name));
    return { ...run, outputs: Object.fromEntries(outputs), files };
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

/** The shell that the runner starts for `shell: bash`. */
async function runStep(script: string, folder: string, env: Record<string, string>) {
  const path = join(folder, 'step.sh');
  writeFileSync(path, script);
  const child = spawn('bash', ['--noprofile', '--norc', '-eo', 'pipefail', path], {
    cwd: folder,
    env,
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  let log = '';
  for (const stream of [child.stdout, child.stderr]) {
    stream.setEncoding('utf8').on('data', (chunk: string) => (log += chunk));
  }
  const exitCode = await new Promise<number>((resolve, reject) => {
    child.on('error', reject);
    child.on('close', (code) => resolve(code ?? -1));
  });
  return { exitCode, log };
}

/** `${{ inputs.x }}` and `${{ steps.x.outputs.y }}`: the expressions that composite actions use here. */
function filled(text: string, context: Readonly<Record<string, unknown>>): string {
  return text.replace(/\$\{\{\s*([\w.-]+)\s*\}\}/g, (_whole, path: string) => {
    const value = path
      .split('.')
      .filter((part) => part !== 'outputs')
      .reduce<unknown>(
        (place, part) =>
          typeof place === 'object' && place !== null ? Reflect.get(place, part) : undefined,
        context,
      );
    return typeof value === 'string' ? value : '';
  });
}

function outputsIn(text: string): Record<string, string> {
  return Object.fromEntries(
    text.split('\n').flatMap((line) => {
      const at = line.indexOf('=');
      return at < 1 ? [] : [[line.slice(0, at), line.slice(at + 1)]];
    }),
  );
}
