import { ok, wrongUsage, type Result } from '../model/problem.ts';
import { keyMayGoTo } from '../probe/origin.ts';

export const DEFAULT_BASE_URL = 'https://api.lusha.com';

/** The address everything is sent to. Clear text is for loopback only: the key would be readable on the way. */
export function baseUrlOf(text: string | undefined): Result<URL> {
  const url = URL.parse(text ?? DEFAULT_BASE_URL);
  if (url === null) {
    return wrongUsage(
      'bad-url',
      `"${text}" is no URL.`,
      `Write it in full:  --base-url ${DEFAULT_BASE_URL}`,
    );
  }
  if (url.protocol !== 'https:' && url.protocol !== 'http:') {
    return wrongUsage(
      'bad-url',
      `"${url.protocol}" is neither https: nor http:.`,
      `For example:  --base-url ${DEFAULT_BASE_URL}`,
    );
  }
  if (url.username !== '' || url.password !== '') {
    return wrongUsage(
      'credentials-in-url',
      'The base URL carries a user name or password.',
      'Leave them out: the key has its own place.',
    );
  }
  if (url.search !== '' || url.hash !== '') {
    return wrongUsage(
      'bad-url',
      'The base URL has a query or a fragment.',
      `Give the origin only:  --base-url ${url.origin}`,
    );
  }
  const verdict = keyMayGoTo(url);
  if (!verdict.ok) {
    return wrongUsage(
      'clear-text',
      `Refused: ${verdict.reason}.`,
      `Use https://${url.host}; plain http is for 127.0.0.1, [::1] and localhost only.`,
    );
  }
  return ok(url);
}
