import type { GuardedIo, StatResult } from '../../../model/io.ts';
import { ok, type Failed, type Result } from '../../../model/problem.ts';
import {
  cannotRead,
  isFolder,
  noMatch,
  noSuchFile,
  notAllFiles,
  overwritesInput,
} from './problems.ts';
import type { LogSource } from '../log/log.ts';
import type { ExplainOptions } from '../options.ts';
import { maskEcho } from '../../../redact/echo.ts';

/** What there is to explain: a text that may be one failure, or sources that are read as logs. */
export type GivenInput =
  | { readonly kind: 'text'; readonly text: string }
  /** A text from a file or a pipe: it may hold several failures. */
  | { readonly kind: 'bytes'; readonly name: string; readonly bytes: Uint8Array }
  | { readonly kind: 'logs'; readonly sources: readonly LogSource[] };

/** Up to here an input can be one failure and is read whole. A HAR file may be longer. */
export const MOST_WHOLE = 1_048_576;
export const MOST_HAR = 67_108_864;
const ENDING = /\.(?:log|txt|json|jsonl|ndjson|har|gz|out|err|trace|csv)(?:\.\d+)?$/i;

type FilesGiven = Exclude<GivenInput, { readonly kind: 'text' }>;
type FoundFile = Extract<StatResult, { readonly ok: true }>;

/**
 * Which words may be files: those that look like a path, any, or any but only when every one of
 * them is a file.
 */
type Naming = 'path-like' | 'any' | 'every';

/** The files that the words name; null when the words are words. */
export async function filesNamed(
  words: readonly string[],
  given: ExplainOptions,
  io: GuardedIo,
  naming: Naming,
): Promise<Result<FilesGiven> | null> {
  const found = await foundFiles(words, io, naming);
  if (naming === 'every' && found.some((file) => file === null || file.kind === 'folder')) {
    return null;
  }
  if (found.every((file) => file === null)) return missingOf(words);
  const missing = words.filter((_word, index) => found[index] === null);
  if (missing.length > 0) return isProse(words, found) ? null : missingAmong(words, missing);
  const folder = words.find((_word, index) => found[index]?.kind === 'folder');
  if (folder !== undefined) return isFolder(folder);
  const ids = found.flatMap((file) => (file === null ? [] : [file.id]));
  const refused = (await sameAsOutput(ids, given, io)) ?? (await firstUnreadable(words, found, io));
  if (refused !== null) return refused;
  return readFrom(words, found, given, io);
}

async function readFrom(
  words: readonly string[],
  found: readonly (FoundFile | null)[],
  given: ExplainOptions,
  io: GuardedIo,
): Promise<Result<FilesGiven>> {
  const follows = given.follow === true;
  const [only, ...more] = found;
  const [name = ''] = words;
  if (follows) {
    return ok({
      kind: 'logs',
      sources: words.map((word, index) => {
        // A pipe has no beginning to go back to and no place to look at again.
        const isPipe = found[index]?.kind !== 'file';
        const { files, signal } = io;
        return {
          name: maskEcho(word),
          bytes: null,
          isPipe,
          chunks: isPipe ? files.chunks(word, signal) : files.follow(word, signal),
        };
      }),
    });
  }
  const isHar = /\.har$/i.test(name) && (only?.bytes ?? 0) <= MOST_HAR;
  if (more.length === 0 && only?.kind === 'file' && (only.bytes <= MOST_WHOLE || isHar)) {
    const read = await io.files.read(name, MOST_HAR);
    return read.ok
      ? ok({ kind: 'bytes', name: maskEcho(name), bytes: read.bytes })
      : cannotRead(name, read.message);
  }
  return ok({
    kind: 'logs',
    sources: words.map((word, index) => ({
      name: maskEcho(word),
      bytes: found[index]?.kind === 'file' ? (found[index]?.bytes ?? null) : null,
      chunks: io.files.chunks(word, io.signal),
    })),
  });
}

/** Where some words are files, others may be as well, whatever their names. */
async function foundFiles(
  words: readonly string[],
  io: GuardedIo,
  naming: Naming,
): Promise<readonly (FoundFile | null)[]> {
  const pathLike = await Promise.all(words.map((word) => fileOf(word, io, naming !== 'path-like')));
  if (naming !== 'path-like' || pathLike.every((file) => file === null)) return pathLike;
  return Promise.all(
    words.map(async (word, index) => pathLike[index] ?? (await fileOf(word, io, true))),
  );
}

/** A word is taken for a path when it can be one and something stands there. */
async function fileOf(word: string, io: GuardedIo, anyName: boolean): Promise<FoundFile | null> {
  const canBePath =
    word !== '' && word.length < 1000 && !/[\n"'<>|]/.test(word) && !/^https?:\/\//i.test(word);
  const looksLikeOne = /[./\\]/.test(word);
  if (!canBePath || !(anyName || looksLikeOne)) return null;
  const stat = await io.files.stat(word);
  if (!stat.ok) return null;
  // A folder called like a word of a sentence is not meant.
  return stat.kind === 'folder' && !looksLikeOne ? null : stat;
}

/** None of the words is a file: is a single one meant to be? */
function missingOf(words: readonly string[]): Failed | null {
  const pattern = words.find(isPattern);
  if (pattern !== undefined && words.length === 1) return noMatch(pattern);
  const [first = ''] = words;
  const isPath = ENDING.test(first) || /^(?:\.{1,2}|~)[/\\]/.test(first);
  const isMeant = isPath && !/\s/.test(first) && !/^https?:/i.test(first);
  return isMeant && words.length === 1 ? noSuchFile(first) : null;
}

/** `*.log` that no shell has put names in for; a path of the API is none. */
function isPattern(word: string): boolean {
  return (
    word.length < 1000 &&
    word.includes('*') &&
    /[./\\]/.test(word) &&
    !/[\s"'`<>|{}:]/.test(word) &&
    !/^\/(?:v\d|api\/)/i.test(word)
  );
}

/** A sentence that happens to name a file does not begin with it, and has more words than files. */
function isProse(words: readonly string[], found: readonly (FoundFile | null)[]): boolean {
  if (words.every((word, index) => found[index] !== null || ENDING.test(word))) return false;
  const files = found.filter((file) => file !== null && file.kind !== 'folder').length;
  const beginsWithFile = found[0] !== null && found[0]?.kind !== 'folder';
  return !beginsWithFile && files * 2 < words.length;
}

function missingAmong(words: readonly string[], missing: readonly string[]): Failed {
  const [first = ''] = missing;
  const files = words.filter((word) => !missing.includes(word));
  return ENDING.test(first) ? noSuchFile(first) : notAllFiles(first, files);
}

/** Refuses to write over what is read: it would be gone for good. */
export async function sameAsOutput(
  ids: readonly string[],
  given: ExplainOptions,
  io: GuardedIo,
): Promise<Failed | null> {
  for (const { path } of given.output ?? []) {
    const there = await io.files.stat(path);
    if (there.ok && ids.includes(there.id)) return overwritesInput(path);
  }
  return null;
}

async function firstUnreadable(
  words: readonly string[],
  found: readonly (FoundFile | null)[],
  io: GuardedIo,
): Promise<Failed | null> {
  for (const [index, word] of words.entries()) {
    if (found[index]?.kind !== 'file') continue;
    const read = await io.files.read(word, 1);
    if (!read.ok) return cannotRead(word, read.message);
  }
  return null;
}
