import { describe, expect, it } from 'vitest';
import { reportIn, run } from '../support/world.ts';

const NAME = 'lusha-doctor.config.json';
const HEALTHY = ['check-key', '--simulate', 'healthy'];
const file = (settings: object) => ({ [NAME]: JSON.stringify(settings) });
const checksIn = (report: Record<string, unknown>) => JSON.stringify(report['checks']);

describe('a config file in the project', () => {
  it('sets thresholds, and the report says so', async () => {
    const ran = await run(['check-key', '--simulate', 'proxy-page', '--json'], {
      files: file({ networkErrors: 'warn' }),
    });
    expect(ran.exitCode).toBe(0);
    expect(checksIn(reportIn(ran))).toContain(`${NAME} sets networkErrors`);
  });

  it('is left alone with --config none', async () => {
    const ran = await run(['check-key', '--simulate', 'proxy-page', '--config', 'none'], {
      files: file({ networkErrors: 'warn' }),
    });
    expect(ran.exitCode).toBe(3);
  });

  it('can be another file', async () => {
    const ran = await run(['check-key', '--simulate', 'proxy-page', '--config', 'other.json'], {
      files: { ...file({ failOn: 'oops' }), 'other.json': '{ "networkErrors": "warn" }' },
    });
    expect(ran.exitCode).toBe(0);
  });

  it.each([
    ['a setting that does not exist', { faillOn: 'warn' }, 'Did you mean "failOn"?'],
    ['a key', { apiKey: 'x' }, 'key-in-config'],
    ['a base URL', { baseUrl: 'https://evil.example' }, 'found-config-decides'],
    ['a proxy', { proxy: 'http://evil.example' }, 'found-config-decides'],
    ['a certificate', { ca: 'evil.pem' }, 'found-config-decides'],
  ])('with %s stops the run before anything is sent', async (_name, settings, said) => {
    const ran = await run(HEALTHY, { files: file(settings) });
    expect(ran).toMatchObject({ exitCode: 2, stdout: '' });
    expect(ran.stderr).toContain(said);
  });

  it('decides where the key goes once it is named', async () => {
    const files = { 'conf/c.json': '{ "baseUrl": "http://127.0.0.1:1", "ca": "none.pem" }' };
    const ran = await run(['check-key', '--config', 'conf/c.json'], {
      files,
      env: { LUSHA_API_KEY: '7c1d2e3f-0000-4000-8000-00000000f2ab' },
    });
    // Its certificates are looked for beside it.
    expect(ran).toMatchObject({ exitCode: 2, stdout: '' });
    expect(ran.stderr).toContain('conf/none.pem cannot be read');
  });

  it.each([
    ['an option', ['--base-url', 'http://127.0.0.1:1'], {}],
    ['a variable', [], { LUSHA_BASE_URL: 'http://127.0.0.1:1' }],
  ])('is outdone by %s', async (_what, words, env) => {
    const files = { 'c.json': '{ "baseUrl": "http://127.0.0.1:2", "timeout": 5 }' };
    const ran = await run(['check-key', '--json', '--config', 'c.json', ...words], {
      files,
      env: { ...env, LUSHA_API_KEY: '7c1d2e3f-0000-4000-8000-00000000f2ab' },
    });
    expect(ran.stdout).toContain('127.0.0.1:1');
    expect(ran.stdout).not.toContain('127.0.0.1:2');
  });

  it.each([
    ['named and missing', ['--config', 'gone.json'], {}, 'it does not exist'],
    ['there and unreadable', [], { [NAME]: { code: 'EACCES' } }, 'it cannot be read'],
    ['there and endless', [], { [NAME]: ' '.repeat(70_000) }, 'longer than 64 KiB'],
  ])('that is %s is an error, not a shrug', async (_name, words, files, said) => {
    const ran = await run([...HEALTHY, ...words], { files });
    expect(ran.exitCode).toBe(2);
    expect(ran.stderr).toContain(said);
  });
});

describe('--skip', () => {
  it.each([
    ['a check', 'login'],
    ['a cause', 'key-unknown'],
  ])('leaves out %s, shows it as skipped, and its finding counts no more', async (_name, id) => {
    const ran = await run(['check-key', '--simulate', 'key-unknown', '--skip', id, '--json']);
    const report = reportIn(ran);
    expect(report).toMatchObject({
      exitCode: 0,
      verdict: 'PASS',
      diagnoses: [],
    });
    expect(checksIn(report)).toContain(`skipped: --skip ${id}`);
  });

  it('leaves out a whole group', async () => {
    const report = reportIn(await run([...HEALTHY, '--skip', 'path', '--json']));
    expect(checksIn(report)).toMatch(/"id":"path\.\w+","layer":"\w+","status":"skip"/);
    expect(checksIn(report)).not.toMatch(/"id":"path\.\w+","layer":"\w+","status":"ok"/);
  });

  it('that fits nothing does not stay silent', async () => {
    const ran = await run([...HEALTHY, '--skip', 'logn']);
    expect(ran.exitCode).toBe(0);
    expect(ran.stderr).toMatch(/--skip logn matches no check of this run \(.*login.*\)/);
  });
});
