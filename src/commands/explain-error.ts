import { diagnose, pageOf } from '../diagnosis/diagnose.ts';
import { readCaseFile } from '../evidence/case-file.ts';
import { factsOf } from '../evidence/facts.ts';
import { readPasted } from '../evidence/from-text.ts';
import { CAUSES } from '../knowledge/catalogue.ts';
import type { Cause } from '../model/cause.ts';
import { exitCodeOfLayer } from '../model/exit-code.ts';
import type { Facts } from '../model/fact.ts';
import type { GuardedIo } from '../model/io.ts';
import { wrongUsage } from '../model/problem.ts';
import { listCauses } from './explain-list.ts';
import { showMeanings, showPage, showReport, showUnrecognised } from './explain-show.ts';
import { outputOptionsOf, type OutputOptions } from './options.ts';
import { complain } from './present.ts';
import { switchOf, type RawOptions } from './raw-options.ts';

/** More than any one failure; a log is read elsewhere. */
const MAX_TEXT_BYTES = 1024 * 1024;

/** What a look-up gave, before it is shown. */
export interface Lookup {
  readonly io: GuardedIo;
  readonly output: OutputOptions;
  /** With `--exit-code` the class of the cause is the exit code. */
  readonly byClass: boolean;
}

/** A status, a cause id, a message or pasted text: what it means. Offline. */
export async function explainError(
  words: readonly string[],
  raw: RawOptions,
  io: GuardedIo,
): Promise<number> {
  const output = outputOptionsOf(raw, io.env);
  if (!output.ok) return complain(output.problem, io);
  const lookup = { io, output: output.value, byClass: switchOf(raw, 'exitCode') === true };
  if (switchOf(raw, 'list') === true) return listCauses(lookup);
  if (words.length === 0 && io.stdin.isTTY) return complain(nothingGiven().problem, io);
  if (words.length === 0 || (words.length === 1 && words[0] === '-')) {
    const read = await io.stdin.read(MAX_TEXT_BYTES);
    return explain(read.ok ? new TextDecoder().decode(read.bytes) : '', lookup);
  }
  return explain(words.join(' '), lookup);
}

async function explain(text: string, lookup: Lookup): Promise<number> {
  const wanted = text.trim();
  if (wanted === '') return complain(nothingGiven().problem, lookup.io);
  const cause = CAUSES.find(({ id }) => id === wanted.toLowerCase());
  if (cause !== undefined) {
    const exitCode = codeOf(cause, lookup);
    await showPage(pageOf(cause), lookup, exitCode);
    return exitCode;
  }
  const now = lookup.io.clock.now();
  const pasted = () =>
    readPasted(text).entries.map(({ exchange, facts }) => factsOf(exchange, { now, extra: facts }));
  const [facts] = readCaseFile(text) ?? pasted();
  if (facts === undefined) return showUnrecognised(wanted, lookup);
  const status = bareStatus(facts);
  return status === undefined ? judged(facts, lookup) : meanings(status, facts, lookup);
}

/** Only a status: every meaning it can have, and what tells them apart. */
async function meanings(status: number, facts: Facts, lookup: Lookup): Promise<number> {
  const { verdict, alternatives } = diagnose(facts);
  if (verdict.cause === 'unknown') return showUnrecognised(String(status), lookup);
  const exitCode = codeOf(verdict, lookup);
  await showMeanings(status, [verdict, ...alternatives], lookup, exitCode);
  return exitCode;
}

/** More than a status: one verdict, with the evidence it rests on. */
async function judged(facts: Facts, lookup: Lookup): Promise<number> {
  const { verdict, alternatives, conditions } = diagnose(facts, { now: lookup.io.clock.now() });
  const others = verdict.certainty === 'possible' ? alternatives : [];
  const exitCode = verdict.cause === 'unknown' ? 1 : codeOf(verdict, lookup);
  await showReport(facts, [verdict, ...conditions, ...others], lookup, exitCode);
  return exitCode;
}

/** The status, when nothing else was observed. */
function bareStatus(facts: Facts): number | undefined {
  const beside = Object.keys(facts).filter((name) => name !== 'status' && name !== 'statusText');
  return beside.length === 0 ? facts.status?.value : undefined;
}

function codeOf(
  { layer, severity }: Pick<Cause, 'layer' | 'severity'>,
  { byClass }: Lookup,
): number {
  return byClass && severity === 'fail' ? exitCodeOfLayer(layer) : 0;
}

function nothingGiven() {
  return wrongUsage(
    'nothing-to-explain',
    'There is nothing to explain yet.',
    'Give a status, a cause or a message:  lusha-doctor explain 403   or pipe an answer in:  curl -si ... | lusha-doctor explain -',
  );
}
