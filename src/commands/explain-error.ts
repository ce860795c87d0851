import type { GuardedIo } from '../model/io.ts';
import { ok, wrongUsage, type Result } from '../model/problem.ts';
import type { Lookup } from './explain-lookup.ts';
import type { StatedFacts } from './explain-stated.ts';
import { outputOptionsOf } from './options.ts';
import { complain } from './present.ts';
import { switchOf, textOf, textsOf, type RawOptions } from './raw-options.ts';

/** More than any one failure; a log is read elsewhere. */
const MAX_TEXT_BYTES = 1024 * 1024;
/** A longer text is no name of anything. */
const LONGEST_NAME = 300;

/**
 * A status, a name, a message or pasted text: what it means. Offline. Each kind of look-up is
 * imported when it is asked for, because the knowledge is large and most runs need little of it.
 */
export async function explainError(
  words: readonly string[],
  raw: RawOptions,
  io: GuardedIo,
): Promise<number> {
  const output = outputOptionsOf(raw, io.env);
  if (!output.ok) return complain(output.problem, io);
  const stated = await statedIn(raw);
  if (!stated.ok) return complain(stated.problem, io);
  const lookup: Lookup = {
    io,
    output: output.value,
    byClass: switchOf(raw, 'exitCode') === true,
    stated: stated.value,
  };
  if (switchOf(raw, 'list') === true) {
    const { listCauses } = await import('./explain-list.ts');
    return listCauses(lookup);
  }
  if (switchOf(raw, 'conflicts') === true) {
    const { showConflicts } = await import('./explain-conflicts.ts');
    return showConflicts(lookup);
  }
  const question = textOf(raw, 'search');
  if (question !== undefined) {
    const { searchCauses } = await import('./explain-search.ts');
    return searchCauses([question, ...words].join(' '), lookup);
  }
  const text = await textToExplain(words, raw, io);
  if (!text.ok) return complain(text.problem, io);
  return explain(text.value, lookup);
}

/** The text of the arguments, or of stdin; `--endpoint` alone asks about the endpoint. */
async function textToExplain(
  words: readonly string[],
  raw: RawOptions,
  { stdin }: GuardedIo,
): Promise<Result<string>> {
  const fromStdin = words.length === 1 && words[0] === '-';
  if (words.length > 0 && !fromStdin) return ok(words.join(' '));
  if (!fromStdin && stdin.isTTY) {
    const endpoint = textOf(raw, 'endpoint');
    return endpoint === undefined ? nothingGiven() : ok(endpoint);
  }
  const read = await stdin.read(MAX_TEXT_BYTES);
  return ok(read.ok ? new TextDecoder().decode(read.bytes) : '');
}

async function explain(text: string, lookup: Lookup): Promise<number> {
  const wanted = text.trim();
  if (/^-?\d{1,9}$/.test(wanted)) {
    const { explainStatus } = await import('./explain-status.ts');
    return explainStatus(Number(wanted), lookup);
  }
  if (wanted !== '' && wanted.length <= LONGEST_NAME && !wanted.includes('\n')) {
    const exitCode = await named(wanted, lookup);
    if (exitCode !== null) return exitCode;
  }
  if (wanted === '') {
    const { showEmpty } = await import('./explain-unrecognised.ts');
    return showEmpty(lookup);
  }
  const { explainPasted } = await import('./explain-pasted.ts');
  return explainPasted(text, lookup);
}

/** The page of whatever has this name, or null. Most names are those of causes. */
async function named(name: string, lookup: Lookup): Promise<number | null> {
  const { explainCause } = await import('./explain-cause.ts');
  const shown = await explainCause(name, lookup);
  if (shown !== null) return shown;
  const { explainNamed } = await import('./explain-named.ts');
  return explainNamed(name, lookup);
}

/** What `--endpoint`, `--method`, `--plan` and `--sent-header` say, when any of them is given. */
async function statedIn(raw: RawOptions): Promise<Result<StatedFacts>> {
  const given =
    ['endpoint', 'method', 'plan'].some((name) => textOf(raw, name) !== undefined) ||
    textsOf(raw, 'sentHeader').length > 0;
  if (!given) return ok({ facts: {}, remarks: [], endpoint: null });
  const { statedFactsOf } = await import('./explain-stated.ts');
  return statedFactsOf(raw);
}

function nothingGiven(): Result<never> {
  return wrongUsage(
    'nothing-to-explain',
    'There is nothing to explain yet.',
    'Give a status, a cause or a message:  lusha-doctor explain 403   or pipe an answer in:  curl -si ... | lusha-doctor explain -',
  );
}
