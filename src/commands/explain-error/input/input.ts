import type { GuardedIo } from '../../../model/io.ts';
import { ok, type Failed, type Result } from '../../../model/problem.ts';
import { filesNamed, MOST_HAR, MOST_WHOLE, sameAsOutput, type GivenInput } from './files.ts';
import { nothingGiven, nothingOnStdin } from './problems.ts';
import type { ExplainOptions } from '../options.ts';

/**
 * Takes the input from the arguments, the files they name, or stdin. With `anyName` a word without
 * a dot or a slash may be a file as well.
 */
export async function givenInput(
  words: readonly string[],
  given: ExplainOptions,
  io: GuardedIo,
  anyName: boolean,
): Promise<Result<GivenInput>> {
  const fromStdin = words.length === 1 && words[0] === '-';
  if (words.length > 0 && !fromStdin) {
    const files = await filesNamed(words, given, io, anyName ? 'any' : 'path-like');
    return files ?? ok({ kind: 'text', text: words.join(' ') });
  }
  if (io.stdin.isTTY) {
    const endpoint = given.endpoint;
    if (fromStdin) return nothingOnStdin(io);
    return endpoint === undefined ? nothingGiven() : ok({ kind: 'text', text: endpoint });
  }
  const overwritten = await overwrittenStdin(given, io);
  if (overwritten !== null) return overwritten;
  const chunks = io.stdin.chunks(io.signal);
  if (given.follow === true) {
    return ok({ kind: 'logs', sources: [{ name: 'stdin', bytes: null, isPipe: true, chunks }] });
  }
  return headOf(chunks, 'stdin');
}

/** `< app.log --output app.log`: the system says which file stdin is, where it is one. */
async function overwrittenStdin(given: ExplainOptions, io: GuardedIo): Promise<Failed | null> {
  if (given.output === undefined) return null;
  const stdin = await io.files.stat('/dev/stdin');
  return stdin.ok && stdin.kind === 'file' ? sameAsOutput([stdin.id], given, io) : null;
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
