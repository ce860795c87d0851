import type { GuardedIo } from '../../model/io.ts';
import { ok, wrongUsage, type Problem, type Result } from '../../model/problem.ts';
import type { GivenInput } from './input/files.ts';
import type { Lookup } from './lookup.ts';
import type { StatedFacts } from './stated.ts';
import type { ExplainOptions } from './options.ts';
import { outputOptionsOf } from '../../run/options/output.ts';
import { complain } from '../../run/present/present.ts';
import { isSeveralStatuses } from './several-statuses.ts';
import { stopCode } from '../../run/stop-code.ts';

const LOG_OPTIONS = ['top', 'since', 'follow'] as const satisfies (keyof ExplainOptions)[];
/** A longer text is no name of anything. */
const LONGEST_NAME = 300;

/**
 * A status, a name, a message or pasted text: what it means. Offline. Each kind of look-up is
 * imported when it is asked for, because the knowledge is large and most runs need little of it.
 */
export async function explainError(
  words: readonly string[],
  given: ExplainOptions,
  io: GuardedIo,
): Promise<number> {
  const output = outputOptionsOf(given, io.env);
  if (!output.ok) return complain(output.problem, io);
  const stated = await statedIn(given);
  if (!stated.ok) return complain(stated.problem, io);
  const lookup: Lookup = {
    io,
    output: output.value,
    byClass: given.exitCode === true,
    stated: stated.value,
    top: given.top,
  };
  const { list = false, conflicts = false, search } = given;
  const [logOption] = givenLogOptions(given);
  if (logOption !== undefined && (list || conflicts || search !== undefined)) {
    return complain(onlyForLogs(logOption), io);
  }
  if (given.case !== undefined && (list || conflicts || search !== undefined)) {
    const { nothingToKeep } = await import('./keep.ts');
    return complain(nothingToKeep(), io);
  }
  if (list) {
    const { listCauses } = await import('./pages/list.ts');
    return listCauses(words.join(' '), lookup);
  }
  if (conflicts) {
    const { showConflicts } = await import('./pages/conflicts.ts');
    return showConflicts(lookup);
  }
  if (search !== undefined) {
    const { searchPages } = await import('./pages/search.ts');
    return searchPages([search, ...words].join(' '), lookup);
  }
  const { case: caseFile } = given;
  if (caseFile === undefined) return explainInput(words, given, lookup);
  const { keeping } = await import('./keep.ts');
  return keeping(caseFile, lookup, (kept) => explainInput(words, given, kept));
}

/** A longer text, also as an argument, may be a log; in UTF-16 units. */
const LONG_TEXT = 16_384;

/** Those of the options for logs that are given. */
function givenLogOptions(given: ExplainOptions): readonly string[] {
  return LOG_OPTIONS.filter((name) => given[name] !== undefined);
}

function onlyForLogs(option: string): Problem {
  return wrongUsage(
    'not-a-log',
    `--${option} is for logs, and this is a look-up.`,
    `Leave it out.   Or name a log:  lusha-doctor explain app.log --${option} ...   or pipe one in:  ... | lusha-doctor explain - --${option} ...`,
  ).problem;
}

/** The arguments, the files they name, or stdin. What holds several failures is read as a log. */
async function explainInput(
  words: readonly string[],
  given: ExplainOptions,
  lookup: Lookup,
): Promise<number> {
  const { io } = lookup;
  const [logOption] = givenLogOptions(given);
  const isMarked = io.args.indexOf('--') !== -1 && io.args.at(-1) !== '--';
  // Words without a dot or a slash are hardly ever files: most look-ups end here.
  const isWords =
    words.length > 0 && words[0] !== '-' && !words.some((word) => /[./\\]/.test(word));
  if (isWords && !isMarked && logOption === undefined) {
    return explain(words.join(' '), {
      ...lookup,
      isTyped: true,
      lastResort: () => explainFilesNamed(words, given, lookup),
    });
  }
  const { givenInput } = await import('./input/input.ts');
  const anyName = isMarked || logOption !== undefined;
  const input = await givenInput(words, given, io, anyName);
  if (!input.ok) return complain(input.problem, io);
  if (input.value.kind !== 'text') return explainGiven(input.value, given, lookup);
  if (input.value.text.length > LONG_TEXT && logOption === undefined) {
    const bytes = new TextEncoder().encode(input.value.text);
    return explainGiven({ kind: 'bytes', name: 'the text given', bytes }, given, lookup);
  }
  return logOption === undefined
    ? explain(input.value.text, { ...lookup, isTyped: words.length > 0 && words[0] !== '-' })
    : complain(onlyForLogs(logOption), io);
}

/** Words that are nothing else may be files all the same; null when they are not. */
async function explainFilesNamed(
  words: readonly string[],
  given: ExplainOptions,
  lookup: Lookup,
): Promise<number | null> {
  const { filesNamed } = await import('./input/files.ts');
  const files = await filesNamed(words, given, lookup.io, 'every');
  if (files === null) return null;
  return files.ok ? explainGiven(files.value, given, lookup) : complain(files.problem, lookup.io);
}

/** Bytes and logs. */
async function explainGiven(
  input: Exclude<GivenInput, { readonly kind: 'text' }>,
  given: ExplainOptions,
  lookup: Lookup,
): Promise<number> {
  const { io } = lookup;
  if (io.signal.aborted && input.kind === 'bytes') {
    io.stderr.write('lusha-doctor: stopped before the end of the input; nothing was judged.\n');
    return stopCode(io.signal.reason);
  }
  const { logOptionsOf } = await import('./log/options.ts');
  const options = logOptionsOf(given);
  if (input.kind === 'logs' && options.follow) {
    const { followLogs } = await import('./log/follow.ts');
    return followLogs(input.sources, options, lookup);
  }
  if (input.kind === 'logs') {
    const { explainLog } = await import('./log/log.ts');
    return explainLog(input.sources, options, lookup);
  }
  const { explainBytes } = await import('./input/bytes.ts');
  const { name, bytes } = input;
  const found = await explainBytes(name, bytes, options, lookup);
  return 'text' in found ? explain(found.text, lookup) : found.exitCode;
}

async function explain(text: string, lookup: Lookup): Promise<number> {
  const wanted = withoutStop(text.trim());
  if (/^-?\d{1,9}$/.test(wanted)) {
    const { explainStatus } = await import('./pages/status.ts');
    return explainStatus(Number(wanted), lookup);
  }
  if (/^\dxx$/i.test(wanted)) {
    const { showStatusClass } = await import('./pages/unknown-status.ts');
    return showStatusClass(wanted, lookup);
  }
  if (wanted !== '' && wanted.length <= LONGEST_NAME && !wanted.includes('\n')) {
    const exitCode = await named(wanted, lookup);
    if (exitCode !== null) return exitCode;
  }
  if (wanted === '') {
    const { showEmpty } = await import('./unrecognised.ts');
    return showEmpty(lookup);
  }
  if (lookup.isTyped === true && !isSeveralStatuses(wanted)) {
    const { isQuestion } = await import('./questions/is-question.ts');
    if (isQuestion(wanted)) {
      const { showUnrecognised } = await import('./unrecognised.ts');
      return showUnrecognised(wanted, lookup);
    }
  }
  const { explainPasted } = await import('./pasted.ts');
  return explainPasted(text, lookup);
}

/** A name copied out of a sentence brings its comma along. */
function withoutStop(text: string): string {
  return text.length > LONGEST_NAME || /\s/.test(text) ? text : text.replace(/[.,:;!?]{1,3}$/, '');
}

/** The page of whatever has this name, or null. Most names are those of causes. */
async function named(name: string, lookup: Lookup): Promise<number | null> {
  const { explainCause } = await import('./pages/cause.ts');
  const shown = await explainCause(name, lookup);
  if (shown !== null) return shown;
  const { explainNamed } = await import('./pages/named.ts');
  return explainNamed(name, lookup);
}

/** What `--endpoint`, `--method`, `--plan` and `--sent-header` say, when any of them is given. */
async function statedIn(given: ExplainOptions): Promise<Result<StatedFacts>> {
  const { endpoint, method, plan, sentHeader } = given;
  const says = [endpoint, method, plan, sentHeader].some((value) => value !== undefined);
  if (!says) return ok({ facts: {}, remarks: [], endpoint: null });
  const { statedFactsOf } = await import('./stated.ts');
  return statedFactsOf(given);
}
