import { spawnSync } from 'node:child_process';
import { readdirSync, readFileSync } from 'node:fs';
import { validateAction, validateWorkflow } from '@action-validator/core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { parse } from 'yaml';
import { readAction, runAction, type ActionRun } from '../support/action.ts';
import { nodes, parseMarkdown } from '../support/markdown.ts';
import { pack, type Packed } from '../support/packed.ts';
import { workflowCommands } from '../support/workflow-runner.ts';

const ACTION = 'action.yml';

describe('the action, carried out from the packed package', () => {
  let packed: Packed;
  beforeAll(() => {
    packed = pack();
  });
  afterAll(() => packed.remove());

  const run = (inputs: Record<string, string>, env?: Record<string, string>): Promise<ActionRun> =>
    runAction(ACTION, { package: packed.tarball, ...inputs }, env);

  it.each([
    ['healthy', 0, { verdict: 'PASS', 'exit-code': '0', cause: '' }],
    ['key-unknown', 4, { verdict: 'FAIL', 'exit-code': '4', cause: 'key-unknown' }],
    ['proxy-page', 3, { verdict: 'UNKNOWN', 'exit-code': '3', cause: 'proxy-denied' }],
  ])('on %s ends with %i and sets its outputs', async (simulate, exitCode, outputs) => {
    const ran = await run({ simulate });
    expect(ran).toMatchObject({ exitCode, outputs });
    expect(nodes(parseMarkdown(ran.summary), 'table').length).toBeGreaterThan(0);
    const annotations = workflowCommands(ran.log).filter(({ name }) => name === 'error');
    expect(annotations).toHaveLength(exitCode === 0 ? 0 : 1);
  });

  it('the example to start with works as it stands, without a key', () => {
    const [, command = ''] =
      /run: (.*)/.exec(readFileSync('docs/examples/github-smoke.yml', 'utf8')) ?? [];
    expect(readFileSync('docs/ci.md', 'utf8')).toContain(`- run: ${command}\n`);
    const fromPackage = command.replace(
      'npx --yes --package=./lusha-doctor-0.1.0.tgz -- lusha-doctor',
      `npx --yes --package='${packed.tarball}' -- lusha-doctor`,
    );
    expect(fromPackage).not.toBe(command);
    const env = {
      PATH: process.env['PATH'],
      HOME: process.env['HOME'],
      CI: 'true',
      GITHUB_ACTIONS: 'true',
    };
    const { status, stdout } = spawnSync('bash', ['-e', '-c', fromPackage], {
      cwd: packed.folder,
      env,
      encoding: 'utf8',
    });
    expect(status).toBe(0);
    expect(stdout).toMatch(/^PASS .*exit=0$/m);
  });

  it('runs the copy that it came with where no package is named', async () => {
    const ran = await run(
      { simulate: 'healthy', package: '' },
      { GITHUB_ACTION_PATH: process.cwd() },
    );
    expect(ran).toMatchObject({ exitCode: 0, outputs: { verdict: 'PASS' } });
  });

  it('passes thresholds on', async () => {
    const ran = await run({ simulate: 'proxy-page', 'network-errors': 'warn' });
    expect(ran).toMatchObject({ exitCode: 0, outputs: { verdict: 'UNKNOWN' } });
  });

  it('takes further arguments one a line, and files to write', async () => {
    const ran = await run({
      command: 'probe-endpoint',
      arguments: 'GET\n/v3/account/usage\n',
      simulate: 'healthy',
      output: 'lusha.xml\nlusha.json',
    });
    expect(ran).toMatchObject({ exitCode: 0, outputs: { verdict: 'PASS' } });
    expect(ran.files).toEqual(['lusha.json', 'lusha.xml']);
    expect(ran.log).toMatch(/wrote lusha\.xml\nwrote lusha\.json/);
  });

  it('uses the key it is given, else the one of the job, and shows neither', async () => {
    const key = '7c1d2e3f-3333-4333-8333-00000000f2ab ';
    for (const [inputs, env] of [
      [{ 'api-key': key }, {}],
      [{}, { LUSHA_API_KEY: key }],
    ] as const) {
      const ran = await run({ ...inputs, arguments: '--base-url\nhttp://127.0.0.1:9' }, env);
      expect(ran.outputs['verdict']).toBe('UNKNOWN');
      expect(ran.log).toContain('env:LUSHA_API_KEY');
      expect(ran.log + ran.summary).not.toContain(key.trim());
    }
  });

  it.each([
    ['the command', { command: 'check-key"; touch pwned; echo "' }],
    ['the arguments', { arguments: '$(touch pwned)\n`touch pwned`\n; touch pwned' }],
    ['a threshold', { 'fail-on': 'fail; touch pwned' }],
    ['a file', { output: '$(touch pwned).json' }],
  ])('executes nothing that stands in %s', async (_name, inputs) => {
    const ran = await run({ simulate: 'healthy', ...inputs });
    expect(ran.exitCode).toBe('output' in inputs ? 0 : 2);
    expect(ran.files).toEqual('output' in inputs ? [inputs.output] : []);
  });
});

describe('the files for CI', () => {
  it('action.yml fits the schema of actions and runs the version it belongs to', () => {
    expect(errorsOf(validateAction(readFileSync(ACTION, 'utf8')))).toEqual([]);
    expect(readAction(ACTION).inputs['package']?.default).toBe('');
  });

  it('no script of the action or a workflow has an expression in it', () => {
    const scripts = [ACTION, ...workflows()].flatMap((file) =>
      [
        ...readFileSync(file, 'utf8').matchAll(
          /^\s*(?:- )?run: (?:\|\n((?:\s{8,}.*\n|\n)+)|(.*))$/gm,
        ),
      ].map(([, block, line]) => block ?? line ?? ''),
    );
    expect(scripts.length).toBeGreaterThan(5);
    for (const script of scripts) expect(script).not.toContain('${{');
  });

  it.each(workflows())('%s fits the schema of workflows', (file) => {
    expect(errorsOf(validateWorkflow(readFileSync(file, 'utf8')))).toEqual([]);
  });

  it('the GitLab example is YAML with a report', () => {
    expect(parse(readFileSync('docs/examples/gitlab-ci.yml', 'utf8'))).toMatchObject({
      lusha: { artifacts: { reports: { junit: 'lusha.xml' } } },
    });
  });
});

function workflows(): string[] {
  const inside = (folder: string, fits: (name: string) => boolean) =>
    readdirSync(folder)
      .filter(fits)
      .map((name) => `${folder}/${name}`);
  return [
    ...inside('.github/workflows', () => true),
    ...inside('docs/examples', (name) => name.startsWith('github')),
  ];
}

function errorsOf(verdict: { errors?: unknown }): unknown {
  return verdict.errors ?? [];
}
