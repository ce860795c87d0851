import type { GuardedIo } from '../model/io.ts';
import { ok, type Result } from '../model/problem.ts';
import type { Lookup } from './explain-lookup.ts';
import type { StatedFacts } from './explain-stated.ts';
import { outputOptionsOf } from './options.ts';
import { complain } from './present.ts';
import { switchOf, textOf, textsOf, type RawOptions } from './raw-options.ts';

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
  return explainInput(words, raw, lookup);
}

/** The arguments, the files they name, or stdin. What holds several failures is read as a log. */
async function explainInput(
  words: readonly string[],
  raw: RawOptions,
  lookup: Lookup,
): Promise<number> {
  // Words without a dot or a slash are no file: most look-ups end here.
  const isWords =
    words.length > 0 && words[0] !== '-' && !words.some((word) => /[./\\]/.test(word));
  if (isWords) return explain(words.join(' '), lookup);
  const { givenInput } = await import('./explain-input.ts');
  const input = await givenInput(words, raw, lookup.io);
  if (!input.ok) return complain(input.problem, lookup.io);
  if (input.value.kind === 'text') return explain(input.value.text, lookup);
  const { logOptionsOf } = await import('./explain-log-options.ts');
  const options = logOptionsOf(raw, lookup.io.clock.now());
  if (!options.ok) return complain(options.problem, lookup.io);
  if (input.value.kind === 'logs' && options.value.follow) {
    const { followLogs } = await import('./explain-log-follow.ts');
    return followLogs(input.value.sources, options.value, lookup);
  }
  if (input.value.kind === 'logs') {
    const { explainLog } = await import('./explain-log.ts');
    return explainLog(input.value.sources, options.value, lookup);
  }
  const { explainBytes } = await import('./explain-bytes.ts');
  const { name, bytes } = input.value;
  const found = await explainBytes(name, bytes, options.value, lookup);
  return 'text' in found ? explain(found.text, lookup) : found.exitCode;
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
