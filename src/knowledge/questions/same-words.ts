/** Words that mean the same in a question: the first stands for all. Only words that are the same everywhere. */
export const SAME_WORDS: readonly (readonly [string, ...string[]])[] = [
  [
    'cost',
    'charge',
    'charged',
    'charges',
    'bill',
    'billed',
    'billing',
    'price',
    'pricing',
    'paid',
    'pay',
    'payment',
    'fee',
    'deduct',
    'deducted',
    'debit',
    'debited',
    'consume',
    'consumed',
    'expensive',
    'money',
    'cheap',
    'spend',
    'spent',
    'spends',
  ],
  ['limit', 'quota', 'throttle', 'throttled', 'throttling', 'cap', 'ratelimit', 'allowance'],
  ['company', 'organisation', 'organization', 'firm', 'business', 'companies'],
  ['contact', 'person', 'people', 'lead', 'persons'],
  ['email', 'mail', 'emails', 'emailaddress'],
  ['phone', 'mobile', 'telephone', 'cell', 'cellphone', 'phonenumber'],
  ['key', 'apikey', 'keys', 'api_key', 'apikeys'],
  ['error', 'failure', 'fail', 'failed', 'fails', 'errors', 'failing'],
  ['certificate', 'cert', 'ssl', 'tls'],
  ['host', 'hostname', 'domain'],
  ['rotate', 'rotation', 'regenerate', 'renew', 'revoke', 'replace', 'reissue'],
  ['unauthorized', 'unauthorised', '401'],
  ['newline', 'linefeed', 'linebreak'],
  ['blank', 'whitespace', 'space', 'blanks', 'spaces'],
  ['endpoint', 'route', 'path', 'endpoints'],
  ['repeat', 'again', 'twice', 'repeated', 'duplicate', 'double', 'already'],
  ['remain', 'left', 'remaining', 'available'],
  ['day', 'daily', 'today', 'days'],
  ['hour', 'hourly', 'hours'],
  ['minute', 'minutes', 'minutely'],
  ['timeout', 'timed', 'timeouts'],
  ['fresh', 'recent', 'current', 'stale', 'outdated', 'freshness'],
  ['page', 'pagination', 'paging', 'paginate', 'pages'],
  ['bulk', 'batch', 'batches'],
  ['webhook', 'webhooks', 'hook', 'callback'],
  ['admin', 'administrator', 'admins'],
  ['free', 'gratis'],
  ['pro', 'professional'],
  ['country', 'countries'],
  ['disable', 'off', 'stop', 'stopped', 'deactivate', 'disabled', 'deactivated'],
  ['leak', 'leaked', 'exposed', 'compromised', 'stolen'],
  ['sandbox', 'staging', 'playground'],
  ['mismatch', 'wrong', 'incorrect'],
  ['missing', 'lacking', 'lack'],
  ['deprecated', 'deprecation', 'retired', 'sunset', 'discontinued'],
  ['zero', '0'],
  ['maximum', 'max', 'maximal', 'biggest', 'largest'],
  ['minimum', 'min', 'minimal', 'smallest'],
  ['exhausted', 'exceeded', 'exceed', 'depleted'],
  ['delete', 'remove', 'removal', 'erase', 'deletion'],
  ['resend', 'redeliver', 'redelivery', 'retry', 'retries'],
  ['function', 'feature', 'capability'],
  ['stuck', 'hanging', 'hangs'],
  ['setup', 'configure', 'configuration', 'install', 'connect'],
  ['example', 'sample', 'snippet'],
  ['verify', 'verification', 'validate', 'validation', 'check'],
  ['document', 'documentation', 'docs', 'doc'],
  ['difference', 'vs', 'versus', 'compare', 'comparison'],
  ['slow', 'latency', 'slowness'],
  ['team', 'colleague', 'coworker', 'teammate'],
  ['lose', 'lost', 'loses', 'losing', 'vanish', 'disappear'],
];

/** Words that stand in every question and tell nothing. */
export const EMPTY_WORDS: readonly string[] = `
  happen happens happened send sent sends cannot cant couldnt wont wouldnt didnt havent hasnt unable even while whenever a able about after all allowed also always am an and any anyone anything api are as at back
  be because become been before being bit but by can cant come comes could did do does doesnt
  doing done dont each ever every for from get gets getting give gives go goes got guys had
  has have having he hello help her here hers hi him his how i id if im in into is isnt it its
  ive just keep kind know let like lot lusha make makes many may maybe me mean means might
  mine more most much my myself need needs never next no nobody none not now of on one only or
  our out per please plenty possible put question really right said same say says see seem
  shall she should show since so some someone something still tell than thanks that the their
  them then there these they thing this those to too try trying two understand up us use used
  using very via want was way we well were what whats whether which while whose why will with
  without wont work works would yes you your
`
  .trim()
  .split(/\s+/);
