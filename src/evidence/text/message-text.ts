import type { Facts } from '../../model/fact.ts';
import { FactSet } from '../fact-set.ts';
import { oneLine } from '../one-line.ts';
import { putQuota } from '../quota-facts.ts';
import type { Recogniser } from './paste.ts';
import { requestInText } from './request-text.ts';

const LONGEST_MESSAGE = 1000;
const MOST_LINES = 8;
/** A masked key, with or without its name, is no message. */
const CREDENTIAL_ALONE = /(?:[\w-]{1,40}[=:]\s{0,3}["']?)?\[masked\]["']?/g;

/** An error message alone, for example `Invalid API key`. */
export const messageText: Recogniser = {
  name: 'message',
  read({ text, lines }) {
    if (text.length > LONGEST_MESSAGE || lines.length > MOST_LINES) return null;
    const words = text.trim().replace(/^["'`]+|["'`]+$/g, '');
    if (!/\p{L}/u.test(words.replace(CREDENTIAL_ALONE, ''))) return null;
    const request = requestInText(text);
    const exchange = {
      door: 'pasted',
      phases: [],
      ...(request === undefined ? {} : { request }),
    } as const;
    return [{ exchange, facts: messageFacts(words, null) }];
  },
};

/** What a message says: its words and, when it is about a limit, the limit. */
export function messageFacts(words: string, status: number | null): Facts {
  const message = oneLine(words, LONGEST_MESSAGE);
  const facts = new FactSet().put('message', message, 'pasted text');
  putQuota(facts, { status, headers: [], usage: null, message, now: undefined });
  return facts.facts;
}
