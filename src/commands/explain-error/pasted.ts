import { factsOf } from '../../evidence/facts.ts';
import { isRequestBody } from '../../evidence/body/request-body.ts';
import { jsonObjectOf } from '../../reading/matches/json-in-text.ts';
import { caseTextOf, readCaseFile } from '../../reading/case-file.ts';
import { readText, type TextReading } from '../../reading/read-text.ts';
import type { Call } from '../../reading/call.ts';
import { wrongUsage } from '../../model/problem.ts';
import { complain } from '../../run/present/present.ts';
import { CUT } from './cut.ts';
import type { Lookup } from './lookup.ts';
import { notRecognised } from './not-recognised.ts';
import { isSeveralStatuses } from './several-statuses.ts';
import { showCalls } from './show-calls.ts';
import { showUnrecognised } from './unrecognised.ts';

/** Pasted text, or the record of an earlier run: the calls in it and what they mean. */
export async function explainPasted(text: string, lookup: Lookup): Promise<number> {
  const wanted = text.trim();
  if (isSeveralStatuses(wanted)) return refuseSeveral(wanted, lookup);
  const now = lookup.io.clock.now();
  const reading = caseReading(text, now) ?? readText(caseTextOf(text) ?? text, now);
  const unkept = await lookup.keep?.(reading.text);
  if (unkept) return complain(unkept, lookup.io);
  if (isOwnRequest(reading, text)) return ownRequest(lookup);
  const told = reading.truncated ? withRemark(lookup, `Of this text ${CUT}.`) : lookup;
  const shown = await showCalls(reading, told);
  return shown ?? showUnrecognised(wanted, told);
}

function withRemark(lookup: Lookup, remark: string): Lookup {
  const { stated } = lookup;
  return { ...lookup, stated: { ...stated, remarks: [...stated.remarks, remark] } };
}

/** The calls of a case file: their facts are known, and nothing else. */
function caseReading(text: string, now: number): TextReading | null {
  const [facts] = readCaseFile(text) ?? [];
  if (facts === undefined) return null;
  const call: Call = {
    exchange: { door: 'pasted', phases: [] },
    facts,
    outcome: 'failed',
    whose: { whose: 'lusha' },
    form: 'report',
    isRow: false,
    wordsOnly: false,
    first: 1,
    last: 1,
    stream: '',
    at: now,
    text: '',
    attempts: 1,
    recoveredFrom: null,
  };
  return { calls: [call], mentions: null, truncated: false, text: '', records: null };
}

function refuseSeveral(text: string, { io }: Lookup): number {
  const [first = '', second = ''] = text.split(/\D+/);
  const { problem } = wrongUsage(
    'several-statuses',
    'Each status has meanings of its own; this takes one at a time.',
    `Ask for each:  lusha-doctor explain ${first}   and   lusha-doctor explain ${second}`,
  );
  return complain(problem, io);
}

/** What was sent and not what came back. */
function isOwnRequest({ calls }: TextReading, text: string): boolean {
  const isAnswered = calls.some(
    ({ exchange, facts }) =>
      factsOf(exchange, { extra: facts }).status !== undefined || exchange.failure !== undefined,
  );
  return !isAnswered && isRequestBody(jsonObjectOf(text));
}

function ownRequest(lookup: Lookup): Promise<number> {
  return notRecognised(
    'This is the body of a request: what was sent, not what came back.',
    ['Paste the answer to it, with its status line and headers.'],
    [],
    lookup,
  );
}
