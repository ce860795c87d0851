import { KEY_HEADERS } from '../../../redact/request-line.ts';
import { ok, wrongUsage, type Result } from '../../../model/problem.ts';

/** Headers this tool sets itself; a second value would send the key where it does not belong. */
const OWN_HEADERS = [
  ...KEY_HEADERS,
  'host',
  'content-length',
  'transfer-encoding',
  'connection',
  'expect',
  'upgrade',
  'user-agent',
];

/** Some frameworks and gateways obey these in the place of the method, the path or the host. */
const OVERRIDES =
  /^x-(?:http-)?method(?:-override)?$|^x-(?:original|rewrite|rewritten|override|overridden|forwarded|envoy-original|waws-unencoded|proxy|real)-(?:method|url|uri|path|prefix|host|server)$|^x-(?:url|uri|path|host)(?:-override|-scheme)?$|^x-http-(?:destinationurl|host-override)$|^(?:forwarded|destination|x-accel-redirect|x-sendfile)$/;

const TOKEN = /^[!#$%&'*+.^_`|~0-9A-Za-z-]+$/;
const FIELD_VALUE = /^[\t\x20-\x7E\x80-\xFF]*$/;

/** A line of `-H` as name, in lower case, and value. */
export function headerOf(line: string): Result<readonly [name: string, value: string]> {
  const at = line.indexOf(':');
  const name = line.slice(0, Math.max(at, 0)).trim().toLowerCase();
  const value = line.slice(at + 1).trim();
  if (at < 1 || !TOKEN.test(name)) {
    return wrongUsage(
      'bad-header',
      '-H takes "name: value".',
      'For example:  -H "accept-language: en"',
    );
  }
  if (OWN_HEADERS.includes(name)) {
    return wrongUsage(
      'own-header',
      `The header ${name} is set by this tool.`,
      'Leave -H out for it. To send the key another way use --auth bearer.',
    );
  }
  if (OVERRIDES.test(name)) {
    return wrongUsage(
      'override-in-header',
      `The header ${name} can change what the request does.`,
      'Name method and path as words of the command instead.',
    );
  }
  if (!FIELD_VALUE.test(value)) {
    return wrongUsage(
      'bad-header',
      `The value of ${name} holds characters that no header can carry.`,
      'Remove line breaks and characters outside latin-1.',
    );
  }
  return ok([name, value]);
}
