import { execFileSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll } from 'vitest';

/** The package as it would be published, in a folder of its own. */
export interface Packed {
  readonly folder: string;
  readonly tarball: string;
  /** Paths inside the package. */
  readonly files: readonly string[];
  /** Bytes of the tarball. */
  readonly size: number;
  remove(): void;
}

/** Packs what is built now. */
export function pack(): Packed {
  const folder = mkdtempSync(join(tmpdir(), 'lusha-doctor-'));
  const output = execFileSync(
    'npm',
    ['pack', '--json', '--ignore-scripts', '--pack-destination', folder],
    { encoding: 'utf8', stdio: ['ignore', 'pipe', 'ignore'] },
  );
  const [entry]: { filename: string; size: number; files: { path: string }[] }[] =
    JSON.parse(output);
  if (entry === undefined) throw new Error('npm packed nothing');
  return {
    folder,
    tarball: join(folder, entry.filename),
    files: entry.files.map(({ path }) => path),
    size: entry.size,
    remove: () => rmSync(folder, { recursive: true, force: true }),
  };
}

/** An empty project that has the packed package as its only dependency. */
export interface Project {
  readonly folder: string;
  /** Runs a program of the project's own, as its user would write it, and gives its stdout. */
  run(file: string, source: string): string;
}

/** Installs a tarball as a user would. */
function installed({ folder: packedIn, tarball }: Packed): Project {
  const folder = join(packedIn, 'project');
  mkdirSync(folder);
  writeFileSync(
    join(folder, 'package.json'),
    '{ "name": "project", "private": true, "type": "module" }',
  );
  execFileSync('npm', ['install', '--no-audit', '--no-fund', '--silent', tarball], { cwd: folder });
  return {
    folder,
    run(file, source) {
      writeFileSync(join(folder, file), source);
      return execFileSync(process.execPath, [file], { cwd: folder, encoding: 'utf8' });
    },
  };
}

/** The package and a project that has it, for the tests of one file; made before them. */
export function packedForTests(): { packed: () => Packed; project: () => Project } {
  let made: { packed: Packed; project: Project } | undefined;
  const both = () => {
    if (made === undefined) throw new Error('the package is made before the tests');
    return made;
  };
  beforeAll(() => {
    const packed = pack();
    made = { packed, project: installed(packed) };
  });
  afterAll(() => made?.packed.remove());
  return { packed: () => both().packed, project: () => both().project };
}
