import { N8N_SENTENCES } from '../../knowledge/platform-sentences.ts';

/** Sentences that clients and services put in place of a status; they are no words of an API. */
const CLIENT_SENTENCES: readonly RegExp[] = [
  /^(?:AxiosError|HTTPError|NodeApiError|Error|ERR_\w{1,40}|Request failed with status code \d+|Response code \d+.*|\d{3}|[\w.-]{1,80}Error)$/,
  // VS Code about its first call; what the server said stands with the next.
  /^[45]\d\d status sending message to \S{1,300}, will attempt to fall back to legacy SSE/i,
  /^the service refused the connection\b.*$/i,
  /^the (?:operation|request) failed with an error\.?$/i,
];

/** True for words of a client about a status, which say nothing that the status does not. */
export function isClientWords(words: string): boolean {
  const bare = words
    .trim()
    .replace(/^(?:[A-Za-z]{1,40}Error: |[45]\d{2} ?[-:] )/, '')
    .replace(/\.$/, '');
  const isN8n = N8N_SENTENCES.some(([sentence]) => bare.startsWith(sentence));
  return isN8n || CLIENT_SENTENCES.some((sentence) => sentence.test(bare));
}
