/** The sentence that n8n shows in place of a status, one for each, since version 1.0. */
export const N8N_SENTENCES: readonly (readonly [sentence: string, status: number])[] = [
  ['Bad request - please check your parameters', 400],
  ['Authorization failed - please check your credentials', 401],
  ['Payment required - perhaps check your payment details?', 402],
  ['Forbidden - perhaps check your credentials?', 403],
  ['The resource you are requesting could not be found', 404],
  ['Method not allowed - please check you are using the right HTTP method', 405],
  ['The service is receiving too many requests from you', 429],
  ['The service was not able to process your request', 500],
  ['Bad gateway - the service failed to handle your request', 502],
  [
    'Service unavailable - try again later or consider setting this node to retry automatically',
    503,
  ],
  ['Gateway timed out - perhaps try again later?', 504],
];
