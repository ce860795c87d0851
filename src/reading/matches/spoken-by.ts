import type { Facts } from '../../model/fact.ts';
import { isClientWords } from './client-words.ts';
import { knownMessageIn } from './known-message.ts';
import { isReasonPhrase } from './reason-phrase.ts';
import { messageFacts } from '../forms/message-text.ts';
import { isSaidByAnother } from './said-by-another.ts';

/** How clients and services quote the words of an answer that they report. */
const QUOTES: readonly RegExp[] = [
  // An answer as Node prints objects: data: { statusCode: 429, message: 'Daily …' }
  /\b(?:data|body):\s{0,40}\{[^{}]{0,2000}?\bmessage:\s{0,10}'([^'\n]{3,500})'/,
  /\breturned "([^"\n]{3,300})"/,
  // Make: [429] Daily API quota limit exceeded
  /(?:^|\n)\s{0,8}\[[45]\d{2}\] ([^\n]{3,300})/,
];

/** What an error text says the answer said; no facts when it quotes nothing. */
export function spokenBy(text: string, status: number): Facts {
  for (const quote of QUOTES) {
    const match = quote.exec(text);
    const words = match?.[1];
    if (match === null || words === undefined) continue;
    if (isClientWords(words) || isReasonPhrase(words)) continue;
    if (!isSaidByAnother(text, match.index)) return messageFacts(words, status);
  }
  const known = knownMessageIn(text, status);
  return known === null ? {} : messageFacts(known, status);
}
