import type { Exchange } from '../../model/exchange.ts';
import type { Facts } from '../../model/fact.ts';
import { FactSet } from '../../evidence/fact-set.ts';
import { oneLine } from '../../evidence/one-line.ts';
import { putQuota } from '../../evidence/quota-facts.ts';
import { bodyOfText } from '../matches/body-text.ts';
import { knownMessageIn, repeatsAnother } from '../matches/known-message.ts';
import type { Recogniser } from '../paste.ts';
import { plainStatusIn } from '../matches/plain-status.ts';
import { requestInText } from '../matches/request-text.ts';

const LONGEST_MESSAGE = 1000;
const MOST_LINES = 8;
/** A masked key, with or without its name, is no message. */
const CREDENTIAL_ALONE = /(?:[\w-]{1,40}[=:]\s{0,3}["']?)?\[masked\]["']?/g;

/** An error message alone, for example `Invalid API key`, or words of a person about one. */
export const messageText: Recogniser = {
  name: 'message',
  read({ text, lines }) {
    const request = requestInText(text);
    const base: Exchange = {
      door: 'pasted',
      phases: [],
      ...(request === undefined ? {} : { request }),
    };
    const isShort = text.length <= LONGEST_MESSAGE && lines.length <= MOST_LINES;
    const whole = isShort ? text.trim().replace(/^["'`]+|["'`]+$/g, '') : null;
    const known = knownMessageIn(text);
    const isMessage = known !== null && whole?.startsWith(known) === true;
    const status = isMessage ? null : plainStatusIn(text);
    const fitting = status === null ? null : knownMessageIn(text, status);
    // Words that a cause knows beat a number that belongs to something else.
    if (status !== null && (known === null || fitting !== null)) {
      const response = { status, statusText: '', headers: [], body: bodyOfText('') };
      const facts = fitting === null ? {} : messageFacts(fitting, status);
      return [{ exchange: { ...base, response }, facts }];
    }
    if (known === null && repeatsAnother(text)) return null;
    const words = isMessage ? whole : (known ?? whole);
    if (words === null || !/\p{L}/u.test(words.replace(CREDENTIAL_ALONE, ''))) return null;
    return [{ exchange: base, facts: messageFacts(words, null) }];
  },
};

/** What a message says: its words and, when it is about a limit, the limit. */
export function messageFacts(words: string, status: number | null): Facts {
  const message = oneLine(words, LONGEST_MESSAGE);
  const facts = new FactSet().put('message', message, 'pasted text');
  putQuota(facts, { status, headers: [], usage: null, message, now: undefined });
  return facts.facts;
}
