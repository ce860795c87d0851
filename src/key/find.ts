import { parseEnv } from 'node:util';
import type { Files, Input, ReadResult } from '../model/io.ts';
import { ok, wrongUsage, type Result } from '../model/problem.ts';
import { Secret } from '../model/secret.ts';

/** The variable every documentation page of this tool names. */
export const KEY_VARIABLE = 'LUSHA_API_KEY';

/** Names people use instead, seen in public code. */
const WRONG_NAMES = [
  'LUSHA_KEY',
  'LUSHA_TOKEN',
  'LUSHA_APIKEY',
  'LUSHA_API_TOKEN',
  'LUSHA_SECRET',
  'LUSHA_ACCESS_TOKEN',
  'LUSHA_API_KEY_PROD',
  'LUSHA',
  'API_KEY_LUSHA',
  'LUSHAAPIKEY',
  'LUSHA_AUTH',
  'VITE_LUSHA_API_KEY',
  'NEXT_PUBLIC_LUSHA_API_KEY',
] as const;

/** More than any key; reading stops here. */
const MAX_KEY_BYTES = 64 * 1024;

/** How the user named the key's place. */
export interface KeyOptions {
  readonly keyEnv?: string | undefined;
  readonly keyFile?: string | undefined;
  readonly keyStdin?: boolean | undefined;
}

export interface FoundKey {
  readonly secret: Secret;
  /** For example `env:LUSHA_API_KEY`, `file:key.txt`, `stdin`, `.env:LUSHA_API_KEY`. */
  readonly source: string;
}

/** Where a key was looked for and what was there. */
export interface KeySearch {
  readonly found: FoundKey | null;
  /** Keys in other places that lost against the one found. */
  readonly overridden: readonly FoundKey[];
  /** Why nothing was found: the place and the system's reason. */
  readonly missing: string | null;
  /** Set variables whose name looks like a mistaken `LUSHA_API_KEY`. */
  readonly wrongNames: readonly string[];
}

/** What finding a key needs from the world. */
export interface KeyWorld {
  readonly env: Readonly<Record<string, string | undefined>>;
  readonly files: Files;
  readonly stdin: Input;
}

/** Finds the key: the place the user named, else the environment, else `.env`. */
export async function findKey(options: KeyOptions, world: KeyWorld): Promise<Result<KeySearch>> {
  const named = Object.entries({
    '--key-env': options.keyEnv,
    '--key-file': options.keyFile,
    '--key-stdin': options.keyStdin,
  }).filter(([, value]) => value !== undefined && value !== false);
  if (named.length > 1) {
    const [first = '', second = ''] = named.map(([name]) => name);
    return wrongUsage(
      'two-key-sources',
      `${first} and ${second} both name a key.`,
      `Keep one of them.`,
    );
  }
  if (options.keyFile !== undefined) {
    const read = await world.files.read(options.keyFile, MAX_KEY_BYTES);
    return ok(fromBytes(read, `file:${options.keyFile}`, `key file ${options.keyFile}`));
  }
  if (options.keyStdin === true) {
    if (world.stdin.isTTY) {
      return wrongUsage(
        'stdin-is-terminal',
        '--key-stdin reads a pipe, and stdin is a terminal.',
        `Pipe the key in:  printf %s "$${KEY_VARIABLE}" | lusha-doctor check-key --key-stdin`,
      );
    }
    return ok(fromBytes(await world.stdin.read(MAX_KEY_BYTES), 'stdin', 'stdin'));
  }
  return ok(await fromEnvironment(options.keyEnv ?? KEY_VARIABLE, world));
}

async function fromEnvironment(name: string, world: KeyWorld): Promise<KeySearch> {
  const places: FoundKey[] = [];
  const value = world.env[name];
  if (value !== undefined) places.push({ secret: new Secret(value), source: `env:${name}` });
  const inFile = await fromDotenv(name, world.files);
  if (inFile !== null) places.push({ secret: inFile, source: `.env:${name}` });
  const [found = null, ...overridden] = places;
  return {
    found,
    overridden,
    missing: found === null ? `neither the variable ${name} nor .env has a key` : null,
    wrongNames: WRONG_NAMES.filter((other) => other !== name && (world.env[other] ?? '') !== ''),
  };
}

async function fromDotenv(name: string, files: Files): Promise<Secret | null> {
  const read = await files.read('.env', MAX_KEY_BYTES);
  if (!read.ok) return null;
  const value = parseEnv(new TextDecoder().decode(read.bytes))[name];
  return value === undefined ? null : new Secret(value);
}

/** A file or a pipe conventionally ends with one line break; more than that is the key's own trouble. */
function fromBytes(read: ReadResult, source: string, place: string): KeySearch {
  const nothing = { found: null, overridden: [], wrongNames: [] };
  if (!read.ok)
    return { ...nothing, missing: `${place} cannot be read: ${read.message} (${read.code})` };
  if (read.truncated)
    return {
      ...nothing,
      missing: `${place} holds more than ${MAX_KEY_BYTES / 1024} kB: that is no key`,
    };
  const text = new TextDecoder('utf-8', { ignoreBOM: true })
    .decode(read.bytes)
    .replace(/\r?\n$/, '');
  if (text === '') return { ...nothing, missing: `${place} is empty` };
  return { ...nothing, found: { secret: new Secret(text), source }, missing: null };
}
