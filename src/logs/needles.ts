const CODES_AND_CLIENTS = 'rror xcep aile imed imeo efus rtif url: otfo eai_ nres d_er ceba';
const CONNECTIONS = 'such xcee g_up y_pe nrea _eof esol';
const LUSHA = 'naut orbi uota oo_m nval';

/**
 * Four characters of every word by which a line tells of a failure that has no status: Error,
 * Exception, failed, timed out, refused, certificate, Traceback; no such host, exceeded, hang up, by
 * peer, unreachable, EOF; Unauthorized, quota, too many, Invalid. In lower case, found in any case,
 * chosen to be rare in other text: a line that holds one is read in full. No digits: the search
 * skips over numbers. A test holds the list against lines of many clients.
 */
export const NEEDLES: readonly string[] = `${CODES_AND_CLIENTS} ${CONNECTIONS} ${LUSHA}`
  .split(' ')
  .map((needle) => (needle === 'eai_' || needle === 'd_er' ? needle : needle.replace('_', ' ')));
