/** Sentences that clients and services put in place of a status; they are no words of an API. */
const CLIENT_SENTENCES: readonly RegExp[] = [
  /^(?:AxiosError|HTTPError|NodeApiError|Error|ERR_\w{1,40}|Request failed with status code \d+|Response code \d+.*|\d{3}|[\w.-]{1,80}Error)$/,
  // n8n has one for each status.
  /^the service (?:is receiving too many requests from you|was not able to process your request|refused the connection\b.*)$/i,
  /^(?:bad request - please check your parameters|authorization failed\b.{0,60}|payment required - perhaps check your payment details|forbidden - perhaps check your credentials|the resource you are requesting could not be found|method not allowed - please check you are using the right http method|bad gateway - the service failed to handle your request|service unavailable - (?:perhaps )?try again later.{0,120}|gateway timed out - perhaps try again later)\?*$/i,
  /^the (?:operation|request) failed with an error\.?$/i,
];

/** True for words of a client about a status, which say nothing that the status does not. */
export function isClientWords(words: string): boolean {
  const bare = words
    .trim()
    .replace(/^(?:[A-Za-z]{1,40}Error: |[45]\d{2} ?[-:] )/, '')
    .replace(/\.$/, '');
  return CLIENT_SENTENCES.some((sentence) => sentence.test(bare));
}
