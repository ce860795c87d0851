/**
 * Five characters of every word by which a line tells of a failure that has no status: Error,
 * Exception, failed, timed out, timeout, refused, certificate, Traceback; no such host, exceeded,
 * hang up, by peer, unreachable, EOF; Unauthorized, Forbidden, quota, too many, Invalid; CORS policy. In lower
 * case, found in any case, chosen to be rare in other text: a line that holds one is read in full.
 * No digits: the search skips over numbers. A test holds the list against lines of many clients.
 */
export const NEEDLES: readonly string[] = [
  'error',
  'xcept',
  'faile',
  'timed',
  'timeo',
  'refus',
  'ertif',
  'curl:',
  'aceba',
  'otfou',
  'again',
  'onnre',
  'nd_er',
  'o suc',
  'xceed',
  'ng up',
  'by pe',
  'unrea',
  ': eof',
  'resol',
  'nauth',
  'orbid',
  'quota',
  'too m',
  'inval',
  'ors p',
];
