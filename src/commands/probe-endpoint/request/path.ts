import { shellWord } from '../../../model/shell-word.ts';
import { isCredentialParameter } from '../../../redact/request-line.ts';
import { ok, wrongUsage, type Result } from '../../../model/problem.ts';

/** Some frameworks obey these in the place of the method, which would turn a free call into another. */
const METHOD_PARAMETER = /^(?:_?(?:http_?)?method|x-http-method(?:-override)?|x-method-override)$/i;

/** A path with the pairs of `-q` added to its query. */
export function pathOf(text: string, query: readonly string[]): Result<string> {
  if (/^https?:/i.test(text)) {
    const url = URL.parse(text);
    return wrongUsage(
      'absolute-url',
      'Give the path, not the whole URL: the key only ever goes to the base URL.',
      `For example:  lusha-doctor probe GET ${shellWord(url?.pathname ?? '/v3/account/usage')}   (another host: --base-url)`,
    );
  }
  if (!text.startsWith('/') || text.startsWith('//')) {
    return wrongUsage(
      'path-without-slash',
      `The path "${text}" has to start with one "/".`,
      `Write  ${shellWord(`/${text.replace(/^\/+/, '')}`)}`,
    );
  }
  if (/[\s\0-\x1F\x7F\\]/.test(text)) {
    return wrongUsage(
      'bad-path',
      'The path holds blanks, backslashes or control characters.',
      'Percent-encode them, for example a blank as %20.',
    );
  }
  return withQuery(text.split('#')[0] ?? text, query);
}

function withQuery(path: string, query: readonly string[]): Result<string> {
  const pairs = new URLSearchParams();
  for (const pair of query) {
    const at = pair.indexOf('=');
    if (at < 1) {
      return wrongUsage(
        'bad-query',
        `-q takes name=value, not "${pair}".`,
        'For example:  -q page=0',
      );
    }
    pairs.append(pair.slice(0, at), pair.slice(at + 1));
  }
  const extra = pairs.toString();
  const whole = extra === '' ? path : `${path}${path.includes('?') ? '&' : '?'}${extra}`;
  const names = [...new URLSearchParams(whole.split('?').slice(1).join('?')).keys()];
  if (names.some((name) => isCredentialParameter(name))) return keyInQuery();
  if (names.some((name) => METHOD_PARAMETER.test(name))) {
    return wrongUsage(
      'method-in-query',
      'A query parameter that names a method, as _method does, can change what the request does.',
      'Name the method before the path instead.',
    );
  }
  return ok(whole);
}

function keyInQuery(): Result<never> {
  return wrongUsage(
    'key-in-query',
    'A key in the query ends up in logs, and Lusha does not read it there.',
    'Leave it out: the key is sent in its header.',
  );
}
