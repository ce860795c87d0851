import type { GuardedIo } from '../model/io.ts';
import { ok, wrongUsage, type Failed, type Result } from '../model/problem.ts';
import type { LogSource } from './explain-log.ts';
import { switchOf, textOf, type RawOptions } from './raw-options.ts';

/** What there is to explain: a text that may be one failure, or sources that are read as logs. */
export type GivenInput =
  | { readonly kind: 'text'; readonly text: string }
  /** A text from a file or a pipe: it may hold several failures. */
  | { readonly kind: 'bytes'; readonly name: string; readonly bytes: Uint8Array }
  | { readonly kind: 'logs'; readonly sources: readonly LogSource[] };

/** Up to here an input can be one failure and is read whole. A HAR file may be longer. */
const MOST_WHOLE = 1_048_576;
const MOST_HAR = 67_108_864;
const ENDING = /\.(?:log|txt|json|jsonl|ndjson|har|gz|out|err|trace|csv)(?:\.\d+)?$/i;

/** Takes the input from the arguments, the files they name, or stdin. */
export async function givenInput(
  words: readonly string[],
  raw: RawOptions,
  io: GuardedIo,
): Promise<Result<GivenInput>> {
  const follows = switchOf(raw, 'follow') === true;
  const fromStdin = words.length === 1 && words[0] === '-';
  if (words.length > 0 && !fromStdin) {
    const files = await filesIn(words, follows, io);
    if (files === null) return ok({ kind: 'text', text: words.join(' ') });
    return files;
  }
  if (io.stdin.isTTY) {
    const endpoint = textOf(raw, 'endpoint');
    return endpoint === undefined || fromStdin
      ? nothingGiven(fromStdin)
      : ok({ kind: 'text', text: endpoint });
  }
  const chunks = io.stdin.chunks(io.signal);
  if (follows) return ok({ kind: 'logs', sources: [{ name: 'stdin', bytes: null, chunks }] });
  return headOf(chunks, 'stdin');
}

/** The files that the words name; null when the words are words. */
async function filesIn(
  words: readonly string[],
  follows: boolean,
  io: GuardedIo,
): Promise<Result<GivenInput> | null> {
  const found = await Promise.all(words.map((word) => fileOf(word, io)));
  if (found.every((file) => file === null)) {
    const [first = ''] = words;
    const isPath = ENDING.test(first) && !/\s/.test(first) && !/^https?:/i.test(first);
    return isPath && words.length === 1 ? noSuchFile(first) : null;
  }
  for (const [index, file] of found.entries()) {
    const word = words[index] ?? '';
    if (file === null) return looksNamed(words, found) ? noSuchFile(word) : null;
    if (file.kind === 'folder') return isFolder(word);
  }
  const [only, ...more] = found;
  const [name = ''] = words;
  const unreadable = await firstUnreadable(words, found, io);
  if (unreadable !== null) return unreadable;
  if (follows) {
    return ok({
      kind: 'logs',
      sources: words.map((word) => ({
        name: word,
        bytes: null,
        chunks: io.files.follow(word, io.signal),
      })),
    });
  }
  const isHar = /\.har$/i.test(name) && (only?.bytes ?? 0) <= MOST_HAR;
  if (more.length === 0 && only?.kind === 'file' && (only.bytes <= MOST_WHOLE || isHar)) {
    const read = await io.files.read(name, MOST_HAR);
    return read.ok
      ? ok({ kind: 'bytes', name, bytes: read.bytes })
      : cannotRead(name, read.message);
  }
  return ok({
    kind: 'logs',
    sources: words.map((word, index) => ({
      name: word,
      bytes: found[index]?.kind === 'file' ? (found[index]?.bytes ?? null) : null,
      chunks: io.files.chunks(word, io.signal),
    })),
  });
}

interface FoundFile {
  readonly kind: 'file' | 'folder' | 'stream';
  readonly bytes: number;
}

/** A word is taken for a path when it can be one and something stands there. */
async function fileOf(word: string, io: GuardedIo): Promise<FoundFile | null> {
  const canBePath = word.length < 1000 && /[./\\]/.test(word) && !/[\n"'<>|]/.test(word);
  if (!canBePath || /^https?:\/\//i.test(word)) return null;
  const stat = await io.files.stat(word);
  return stat.ok ? stat : null;
}

/** Some words are files, so that those with the ending of one are files that are missing. */
function looksNamed(words: readonly string[], found: readonly (FoundFile | null)[]): boolean {
  return words.every((word, index) => found[index] !== null || ENDING.test(word));
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

/** Reads as much as one failure can be; what goes on beyond that is a log. */
async function headOf(
  chunks: AsyncIterable<Uint8Array>,
  name: string,
): Promise<Result<GivenInput>> {
  const source = chunks[Symbol.asyncIterator]();
  const pieces: Uint8Array[] = [];
  let size = 0;
  let limit = MOST_WHOLE;
  for (let next = await source.next(); ; next = await source.next()) {
    if (next.done === true) return ok({ kind: 'bytes', name, bytes: Buffer.concat(pieces) });
    pieces.push(next.value);
    size += next.value.length;
    if (size > limit) {
      if (limit === MOST_HAR || !isHarHead(pieces[0])) break;
      limit = MOST_HAR;
    }
  }
  return ok({ kind: 'logs', sources: [{ name, bytes: null, chunks: goOn(pieces, source) }] });
}

function isHarHead(bytes: Uint8Array | undefined): boolean {
  const head = Buffer.from(bytes ?? new Uint8Array(0)).toString('latin1', 0, 200);
  return /^\s*\{\s*"log"\s*:/.test(head);
}

async function* goOn(
  read: readonly Uint8Array[],
  rest: AsyncIterator<Uint8Array>,
): AsyncGenerator<Uint8Array, void> {
  yield* read;
  for (let next = await rest.next(); next.done !== true; next = await rest.next()) yield next.value;
}

function nothingGiven(wantsStdin: boolean): Failed {
  return wantsStdin
    ? wrongUsage(
        'stdin-is-terminal',
        'There is nothing on stdin: it is the terminal.',
        'Pipe the text in:  pbpaste | lusha-doctor explain -   or give its file:  lusha-doctor explain ./error.txt   or paste between quotes:  lusha-doctor explain "..."',
      )
    : wrongUsage(
        'nothing-to-explain',
        'There is nothing to explain yet.',
        'Give a status, a cause, a message or a file:  lusha-doctor explain 403   or pipe an answer in:  curl -si ... | lusha-doctor explain -',
      );
}

function noSuchFile(path: string): Failed {
  return wrongUsage(
    'no-such-file',
    `There is no file ${path}.`,
    'Check the path, or quote the text if it is no file:  lusha-doctor explain "..."',
  );
}

function isFolder(path: string): Failed {
  return wrongUsage(
    'is-a-directory',
    `${path} is a directory.`,
    `Name the files in it:  lusha-doctor explain ${path.replace(/\/+$/, '')}/*.log`,
  );
}

function cannotRead(path: string, why: string): Failed {
  return wrongUsage(
    'unreadable-file',
    `${path} cannot be read: ${why}.`,
    'Name a file you may read, or pipe it in:  sudo cat ... | lusha-doctor explain -',
  );
}
