import { Buffer } from 'node:buffer';
import { main } from '../../src/main.ts';
import type { Io, ReadResult, StatResult, StopReason } from '../../src/model/io.ts';
import { systemClock } from './clock.ts';
import { reportErrors } from './report-schema.ts';

/** The world a run takes place in; everything not named is empty, quiet and no terminal. */
export interface World {
  readonly env?: Readonly<Record<string, string | undefined>>;
  /** Text on stdin; undefined makes stdin a terminal. */
  readonly stdin?: string | Uint8Array;
  /** Files by path; a value with a `code` fails to be read. */
  readonly files?: Readonly<Record<string, string | Uint8Array | { readonly code: string }>>;
  readonly columns?: number;
  readonly isTTY?: boolean;
  readonly signal?: AbortSignal;
  /** Called with what is written to stdout, as it is written. */
  readonly onStdout?: (text: string) => void;
  readonly node?: string;
}

/** What a run left behind. */
export interface Ran {
  readonly exitCode: number;
  readonly stdout: string;
  readonly stderr: string;
  /** Files it wrote. */
  readonly written: Readonly<Record<string, string>>;
}

/** Runs the whole program in this process, in a world of the test's own. */
export function run(args: readonly string[], world: World = {}): Promise<Ran> {
  return runIn(args, world, main);
}

/** Runs a part of the program in such a world. */
export async function runIn(
  args: readonly string[],
  world: World,
  program: (io: Io) => Promise<number>,
): Promise<Ran> {
  const out: string[] = [];
  const err: string[] = [];
  const written: Record<string, string> = {};
  const tty = { isTTY: world.isTTY ?? false, columns: world.columns ?? 0, colorDepth: 1 };
  const io: Io = {
    args,
    env: world.env ?? {},
    stdin: {
      isTTY: world.stdin === undefined,
      read: (maxBytes) => Promise.resolve(bytesOf(world.stdin ?? '', maxBytes)),
      async *chunks() {
        yield Buffer.from(world.stdin ?? '');
      },
    },
    stdout: {
      ...tty,
      write: (text) => {
        out.push(text);
        world.onStdout?.(text);
      },
    },
    stderr: { ...tty, write: (text) => void err.push(text) },
    files: {
      read: (path, maxBytes) => Promise.resolve(fileOf(world, path, maxBytes)),
      write: (path, text) => {
        written[path] = text;
        return Promise.resolve({ ok: true });
      },
      append: (path, text) => {
        written[path] = (written[path] ?? '') + text;
        return Promise.resolve({ ok: true });
      },
      publish: (path, text) => {
        written[path] = text;
        return Promise.resolve({ ok: true });
      },
      async *chunks(path) {
        const read = fileOf(world, path, Infinity);
        if (read.ok) yield read.bytes;
      },
      stat: (path) => Promise.resolve(statOf(world, path)),
      async *follow(path) {
        const read = fileOf(world, path, Infinity);
        if (read.ok) yield read.bytes;
      },
      readOwn: (path, maxBytes) => Promise.resolve(fileOf(world, path, maxBytes)),
    },
    clock: systemClock,
    platform: { node: world.node ?? process.versions.node, os: 'test-os' },
    signal: world.signal ?? new AbortController().signal,
  };
  const exitCode = await program(io);
  return { exitCode, stdout: out.join(''), stderr: err.join(''), written };
}

/** The report of a run with `--json`, checked to be one JSON document that fits the schema. */
export function reportIn({ stdout }: Ran): Record<string, unknown> {
  const document: unknown = JSON.parse(stdout);
  if (typeof document !== 'object' || document === null) throw new Error('no object on stdout');
  const errors = reportErrors(document);
  if (errors.length > 0)
    throw new Error(`the report does not fit its schema: ${errors.join('; ')}`);
  return { ...document };
}

/** A signal that a test aborts as `bin` would. */
export function stoppable(): { signal: AbortSignal; stop: (reason: StopReason) => void } {
  const controller = new AbortController();
  return { signal: controller.signal, stop: (reason) => controller.abort(reason) };
}

function fileOf({ files = {} }: World, path: string, maxBytes: number): ReadResult {
  const content = files[path];
  if (content === undefined) return { ok: false, code: 'ENOENT', message: 'it does not exist' };
  if (typeof content === 'object' && 'code' in content) {
    return { ok: false, code: content.code, message: 'it cannot be read' };
  }
  return bytesOf(content, maxBytes);
}

function statOf(world: World, path: string): StatResult {
  const read = fileOf(world, path, Infinity);
  const id = path.replace(/^\.\//, '');
  if (read.ok) return { ok: true, kind: 'file', bytes: read.bytes.length, id };
  if (read.code === 'EISDIR') return { ok: true, kind: 'folder', bytes: 0, id };
  return read.code === 'EACCES' ? { ok: true, kind: 'file', bytes: 1, id } : read;
}

function bytesOf(content: string | Uint8Array, maxBytes: number): ReadResult {
  const bytes = Buffer.from(content);
  return { ok: true, bytes: bytes.subarray(0, maxBytes), truncated: bytes.length > maxBytes };
}
