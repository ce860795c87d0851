import { parseEnv } from 'node:util';
import type { KeyKind, KeyPlaceName } from '../model/fact.ts';
import type { Files, Input, ReadResult } from '../model/io.ts';
import { ok, wrongUsage, type Result } from '../model/problem.ts';
import { KEY_VARIABLE, Secret } from '../model/secret.ts';
import { whereItRuns, type WhereItRuns } from './where-it-runs.ts';

/** Names people use instead, in any spelling: `LUSHA_TOKEN`, `LUSHA_APIKEY`, `VITE_LUSHA_API_KEY`. */
const LOOKS_MEANT = /^lusha$|(?=.*lusha).*(key|token|secret|auth|pass|cred)/i;
const MOST_WRONG_NAMES = 5;

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

/** Where a key was looked for, whether it is there or not. */
interface KeyPlace {
  readonly kind: KeyKind;
  /** Name of the variable or path of the file; `stdin` for a pipe. */
  readonly name: string;
  readonly namedBy: KeyPlaceName;
}

/** Where a key was looked for and what was there. */
export interface KeySearch {
  readonly found: FoundKey | null;
  /** Keys in other places that lost against the one found. */
  readonly overridden: readonly FoundKey[];
  readonly place: KeyPlace;
  /** Why nothing was found: the place and the system's reason. */
  readonly missing: string | null;
  /** Keys in places that nobody asked for, while the one that was named has none. */
  readonly elsewhere?: readonly FoundKey[];
  /** Set variables whose name looks like a mistaken `LUSHA_API_KEY`. */
  readonly wrongNames: readonly string[];
  /** The user named the place, so another key elsewhere is no surprise. */
  readonly named?: boolean;
  readonly ranIn?: WhereItRuns;
}

/** What finding a key needs from the world. */
export interface KeyWorld {
  readonly env: Readonly<Record<string, string | undefined>>;
  readonly files: Files;
  readonly stdin: Input;
}

/** Finds the key: the place the user named, else the environment, else `.env`. */
export async function findKey(options: KeyOptions, world: KeyWorld): Promise<Result<KeySearch>> {
  const search = await searched(options, world);
  return search.ok ? ok({ ...search.value, ranIn: whereItRuns(world.env) }) : search;
}

async function searched(options: KeyOptions, world: KeyWorld): Promise<Result<KeySearch>> {
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
    const place = { kind: 'file', name: options.keyFile, namedBy: '--key-file' } as const;
    const found = fromBytes(read, `file:${options.keyFile}`, `key file ${options.keyFile}`);
    return ok(await overUsualPlaces({ ...found, place }, world));
  }
  if (options.keyStdin === true) {
    if (world.stdin.isTTY) {
      return wrongUsage(
        'stdin-is-terminal',
        '--key-stdin reads a pipe, and stdin is a terminal.',
        `Pipe the key in:  printf %s "$${KEY_VARIABLE}" | lusha-doctor check-key --key-stdin`,
      );
    }
    const place = { kind: 'stdin', name: 'stdin', namedBy: '--key-stdin' } as const;
    const found = fromBytes(await world.stdin.read(MAX_KEY_BYTES), 'stdin', 'stdin');
    return ok(await overUsualPlaces({ ...found, place }, world));
  }
  if (options.keyEnv !== undefined && options.keyEnv !== KEY_VARIABLE) {
    const search = await fromEnvironment(options.keyEnv, world, '--key-env');
    return ok({ ...(await overUsualPlaces(search, world)), wrongNames: search.wrongNames });
  }
  return ok(
    await fromEnvironment(
      KEY_VARIABLE,
      world,
      options.keyEnv === undefined ? 'usual' : '--key-env',
    ),
  );
}

/** The places that would have been looked at without the user's word are overridden by it. */
async function overUsualPlaces(search: KeySearch, world: KeyWorld): Promise<KeySearch> {
  const { found, overridden } = await fromEnvironment(KEY_VARIABLE, world, 'usual');
  const usual = found === null ? [] : [found, ...overridden];
  if (search.found === null) return { ...search, elsewhere: usual };
  return { ...search, overridden: [...search.overridden, ...usual], named: true };
}

async function fromEnvironment(
  name: string,
  world: KeyWorld,
  namedBy: KeyPlaceName,
): Promise<KeySearch> {
  const places: FoundKey[] = [];
  const value = world.env[name];
  if (value !== undefined) places.push({ secret: new Secret(value), source: `env:${name}` });
  const { trouble, variables: file } = await dotenv(world.files);
  const inFile = file[name];
  if (inFile !== undefined) places.push({ secret: new Secret(inFile), source: `.env:${name}` });
  const [found = null, ...overridden] = places;
  return {
    found,
    overridden,
    place: { kind: found?.source.startsWith('.env:') ? 'dotenv' : 'variable', name, namedBy },
    missing: found === null ? missingWords(name, trouble) : null,
    wrongNames: [
      ...wrongNames(name, world.env),
      ...wrongNames(name, file).map((other) => `${other} in .env`),
    ].slice(0, MOST_WRONG_NAMES),
  };
}

/** Shorter values, paths and addresses are settings. */
const LOOKS_SECRET = /^(?=.*\d)[^/\\\s]{16,}$/;

/**
 * Every key that this run could find without being told where: the variable, `.env` and what looks
 * like a mistaken name of it in both. A `.env` that is no file is left alone: it would be waited for.
 */
export async function keysAround(
  world: Pick<KeyWorld, 'env' | 'files'>,
): Promise<readonly Secret[]> {
  const stat = await world.files.stat('.env');
  const { variables } =
    stat.ok && stat.kind === 'file' ? await dotenv(world.files) : { variables: {} };
  return [world.env, variables].flatMap((place: Variables) =>
    [KEY_VARIABLE, ...wrongNames(KEY_VARIABLE, place)].flatMap((name) => {
      const value = place[name]?.trim() ?? '';
      return name === KEY_VARIABLE || LOOKS_SECRET.test(value) ? [new Secret(value)] : [];
    }),
  );
}

type Variables = Readonly<Record<string, string | undefined>>;

function wrongNames(name: string, variables: Variables): readonly string[] {
  return Object.entries(variables)
    .filter(([other, value]) => other !== name && value?.trim() && LOOKS_MEANT.test(other))
    .map(([other]) => other);
}

/** The variables of `.env`, and why it could not be read where there is one. */
async function dotenv(files: Files): Promise<{ trouble: string | null; variables: Variables }> {
  const read = await files.read('.env', MAX_KEY_BYTES);
  if (read.ok) return { trouble: null, variables: parseEnv(new TextDecoder().decode(read.bytes)) };
  // Python projects have a folder of this name.
  const isThere = read.code !== 'ENOENT' && read.code !== 'EISDIR';
  const trouble = isThere ? `${read.message} (${read.code})` : null;
  return { trouble, variables: {} };
}

function missingWords(name: string, trouble: string | null): string {
  return trouble === null
    ? `neither the variable ${name} nor .env has a key`
    : `the variable ${name} has no key, and .env cannot be read: ${trouble}`;
}

/** A file or a pipe conventionally ends with one line break; more than that is the key's own trouble. */
function fromBytes(read: ReadResult, source: string, place: string): Omit<KeySearch, 'place'> {
  const nothing = { found: null, overridden: [], wrongNames: [] };
  if (!read.ok)
    return { ...nothing, missing: `${place} cannot be read: ${read.message} (${read.code})` };
  if (read.truncated)
    return {
      ...nothing,
      missing: `${place} holds more than ${MAX_KEY_BYTES / 1024} kB: that is no key`,
    };
  const strange = encodingTrouble(read.bytes);
  if (strange !== null) return { ...nothing, missing: `${place} ${strange}` };
  const text = new TextDecoder('utf-8', { ignoreBOM: true })
    .decode(read.bytes)
    .replace(/\r?\n$/, '');
  if (text === '') return { ...nothing, missing: `${place} is empty` };
  return { ...nothing, found: { secret: new Secret(text), source }, missing: null };
}

/** Why bytes are no text in UTF-8; null when they are. */
function encodingTrouble(bytes: Uint8Array): string | null {
  const [first, second] = bytes;
  if ((first === 0xff && second === 0xfe) || (first === 0xfe && second === 0xff)) {
    return 'is UTF-16, which > writes in Windows PowerShell: save it as UTF-8 without a byte order mark';
  }
  try {
    new TextDecoder('utf-8', { fatal: true }).decode(bytes);
    return null;
  } catch {
    return 'is no text in UTF-8 but binary: that is no key';
  }
}
