import { execFile, spawnSync } from 'node:child_process';
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { describe, expect, it } from 'vitest';
import { openSimulator } from '../../src/simulator/http/server.ts';
import { systemClock } from '../support/clock.ts';
import { packedForTests } from '../support/packed.ts';

/** What may be published; anything else got in by accident. */
const SHIPPED = [
  /^package\.json$/,
  /^(README|CHANGELOG|THIRD-PARTY-NOTICES)\.md$/,
  /^LICENSE$/,
  /^bin\/((lusha-doctor|clock|files|growing|reading|terminal)\.js|package\.json)$/,
  /^dist\/[\w.-]+\.cjs$/,
  /^dist\/sbom\.cdx\.json$/,
  /^dist\/types\/[\w/-]+\.d\.cts$/,
  /^man\/lusha-doctor\.1$/,
  /^schema\/(config|report)-1\.json$/,
  /^skills\/lusha-doctor\/SKILL\.md$/,
];
/** Far above what it takes: a guard against accidents, not a goal. */
const MOST_BYTES = 800_000;

/** A package in the list of parts, as CycloneDX has it. */
interface Part {
  readonly group?: string;
  readonly name: string;
  readonly version: string;
  readonly purl: string;
  readonly licenses: readonly { readonly license: { readonly id: string } }[];
  readonly hashes: readonly { readonly alg: string; readonly content: string }[];
}

const { packed, project } = packedForTests();
const node = (file: string, source: string) => project().run(file, source);

describe('the package', () => {
  it('holds what is needed and nothing else', () => {
    expect(packed().files.filter((file) => !SHIPPED.some((shipped) => shipped.test(file)))).toEqual(
      [],
    );
    for (const shipped of SHIPPED)
      expect(packed().files.some((file) => shipped.test(file))).toBe(true);
  });

  it('is not large by accident', () => {
    expect(packed().size).toBeLessThan(MOST_BYTES);
  });

  it('runs nothing when it is installed, and pulls in nothing', () => {
    const manifest = JSON.parse(readFileSync('package.json', 'utf8'));
    for (const script of ['preinstall', 'install', 'postinstall', 'dependencies']) {
      expect(manifest.scripts?.[script]).toBeUndefined();
    }
    // Not run from a package; an install from the address of a repository builds itself with it.
    expect(manifest.scripts?.['prepare']).toBe('npm run -s build');
    expect(manifest.dependencies).toBeUndefined();
  });

  it('takes nothing to be built that runs a script when it is installed', () => {
    const { packages } = JSON.parse(readFileSync('package-lock.json', 'utf8'));
    const entries = Object.entries<{ hasInstallScript?: boolean }>(packages);
    expect(entries.length).toBeGreaterThan(100);
    expect(entries.filter(([, { hasInstallScript }]) => hasInstallScript === true)).toEqual([]);
  });

  it('lists the packages that are bundled in it: those of the notices, with the locked contents', () => {
    const home = join(project().folder, 'node_modules/lusha-doctor');
    const list = JSON.parse(readFileSync(join(home, 'dist/sbom.cdx.json'), 'utf8'));
    const notices = readFileSync(join(home, 'THIRD-PARTY-NOTICES.md'), 'utf8');
    const { packages } = JSON.parse(readFileSync('package-lock.json', 'utf8'));
    const noticed = [...notices.matchAll(/(?<=^## |, )(\S+) (\d+\.\d+\.\d+\S*) \(([^)]+)\)/gm)].map(
      ([, name, version, licence]) => `${name} ${version} ${licence}`,
    );
    const listed = list.components.map(
      ({ group, name, version, licenses }: Part) =>
        `${group === undefined ? '' : `${group}/`}${name} ${version} ${licenses[0]?.license.id}`,
    );
    expect(noticed.length).toBeGreaterThan(20);
    expect(listed.toSorted()).toEqual(noticed.toSorted());
    const contents = new Set(
      Object.values<{ integrity?: string }>(packages).map(({ integrity }) => integrity),
    );
    for (const { purl, hashes } of list.components as readonly Part[]) {
      expect(purl).toMatch(/^pkg:npm\/(?:%40[\w-]+\/)?[\w.-]+@\d+\.\d+\.\d+$/);
      const [hash] = hashes;
      const bytes = Buffer.from(hash?.content ?? '', 'hex');
      expect([purl, hash?.alg, contents.has(`sha512-${bytes.toString('base64')}`)]).toEqual([
        purl,
        'SHA-512',
        true,
      ]);
    }
    expect(list).toMatchObject({ bomFormat: 'CycloneDX', specVersion: '1.6', version: 1 });
  });

  it('brings a manual page that npm links', () => {
    const manifest = JSON.parse(
      readFileSync(join(project().folder, 'node_modules/lusha-doctor/package.json'), 'utf8'),
    );
    // As a list: npm links nothing where it is text.
    expect(manifest.man).toEqual(['./man/lusha-doctor.1']);
    expect(packed().files).toContain('man/lusha-doctor.1');
  });

  it('ships schemas that its users can import', () => {
    const source = `import schema from 'lusha-doctor/schema/report-1.json' with { type: 'json' };
console.log(schema.title);`;
    expect(node('schema.mjs', source)).toContain('Report of lusha-doctor');
  });
});

describe('the library, installed', () => {
  const USE = `const [first] = explain(401);
const { verdict } = await diagnose({ status: 401, data: { statusCode: 401, message: 'Invalid API key' } });
console.log(first.layer, verdict.cause);`;

  it('can be imported', () => {
    expect(node('app.mjs', `import { diagnose, explain } from 'lusha-doctor';\n${USE}`)).toBe(
      'key key-unknown\n',
    );
  });

  it('can be required', () => {
    const source = `const { diagnose, explain } = require('lusha-doctor');\n(async () => { ${USE} })();`;
    expect(node('app.cjs', source)).toBe('key key-unknown\n');
  });

  it('does nothing but define two functions when it is loaded', () => {
    const source = `import { createHook } from 'node:async_hooks';
const before = Object.keys(globalThis).length;
const handles = [];
createHook({ init: (_id, type) => handles.push(type) }).enable();
const library = await import('lusha-doctor');
const opened = handles.filter((type) => /TCP|TLS|DNS|PIPE|TTY|PROCESS|Timeout|SIGNAL/i.test(type));
console.log(Object.keys(library).filter((name) => /^[a-z]+$/.test(name) && name !== 'default').join());
console.log(opened.length, Object.keys(globalThis).length - before);`;
    expect(node('effects.mjs', source)).toBe('diagnose,explain\n0 0\n');
  });

  it.each([
    ['ES modules', 'app.mts'],
    ['CommonJS', 'app.cts'],
  ])('has types for %s', (_form, file) => {
    writeFileSync(
      join(project().folder, file),
      `import { diagnose, explain, type Diagnosis } from 'lusha-doctor';
export async function causeOf(error: unknown): Promise<string> {
  const { verdict, alternatives } = await diagnose(error, { now: 0, request: { method: 'GET' } });
  const first: Diagnosis | undefined = explain(403)[0];
  const acts: 'you' | 'your network team' | 'your account admin' | 'Lusha' | 'nobody' = verdict.whoActs;
  return [verdict.cause, first?.title ?? '', acts, String(alternatives.length)].join();
}
// @ts-expect-error there is no such option
void diagnose(null, { key: 'x' });
`,
    );
    const { status, stdout } = spawnSync(
      process.execPath,
      [
        join(process.cwd(), 'node_modules/typescript/bin/tsc'),
        '--noEmit',
        '--strict',
        '--module',
        'nodenext',
        '--target',
        'es2023',
        '--lib',
        'es2023,dom',
        '--types',
        '',
        file,
      ],
      { cwd: project().folder, encoding: 'utf8' },
    );
    expect({ status, stdout }).toEqual({ status: 0, stdout: '' });
  });

  it('does what the page about it shows', async () => {
    const opened = await openSimulator({ scenario: 'quota-day-exhausted', clock: systemClock });
    if (!opened.ok) throw new Error(opened.problem.message);
    const simulator = opened.value;
    const [example = ''] = blocks('docs/library.md', 'js').filter((block) =>
      block.includes('enrich('),
    );
    writeFileSync(
      join(project().folder, 'example.mjs'),
      `${example.replace('https://api.lusha.com', simulator.url)}\nconst answer = await enrich(['v1.x']);\nconsole.log((await answer.json()).statusCode);`,
    );
    const { stdout, stderr } = await promisify(execFile)(process.execPath, ['example.mjs'], {
      cwd: project().folder,
      env: { LUSHA_API_KEY: simulator.demoKey },
    });
    await simulator.close();
    expect(JSON.parse(stderr)).toMatchObject({ lusha: 'quota-day-exhausted', whoActs: 'you' });
    expect(stdout).toBe('429\n');
    const [list = ''] = blocks('docs/library.md', 'js').slice(-1);
    expect(node('list.mjs', list)).toMatch(/^[a-z\d-]+ - .+ - .+$/m);
  });
});

/** The code blocks of a language on a page. */
function blocks(page: string, language: string): string[] {
  const found = readFileSync(page, 'utf8').matchAll(/^```(\w+)\n([\s\S]*?)^```$/gm);
  return [...found].flatMap(([, name, code = '']) => (name === language ? [code] : []));
}
