import { nearest } from '../../knowledge/look-up/nearest.ts';
import { objectOf, type JsonObject } from '../../model/json.ts';
import { ok, wrongUsage, type Result } from '../../model/problem.ts';
import type { Config } from './config.ts';
import { CALLERS_ONLY, KEY_NAME, SETTINGS, type Rule } from './settings.ts';

/** Hosts a file may name. Any other has to come from the caller: it is where the key goes. */
const OWN_HOST = /^(?:[a-z\d-]+\.)*lusha\.com$|^localhost$|^127(?:\.\d{1,3}){3}$|^\[::1\]$/;
/** A Lusha key is a UUID, some with `api_` or `sk-` before it. */
const LIKE_A_KEY = /[\da-f]{8}-[\da-f]{4}-[\da-f]{4}-[\da-f]{4}-[\da-f]{12}/i;

/** Reads the text of a config file. The first thing wrong in it is returned, with what to do. */
export function parseConfig(text: string, path: string): Result<Config> {
  const parsed = parse(text);
  if (!parsed.ok) return bad(path, `is no valid JSON: ${parsed.reason}`, 'Correct the file.');
  const settings = objectOf(parsed.value);
  if (settings === null) {
    return bad(path, 'has to hold one JSON object.', 'For example:  { "networkErrors": "warn" }');
  }
  for (const [name, value] of Object.entries(settings)) {
    const verdict = settingOf(name, value, path);
    if (!verdict.ok) return verdict;
  }
  return ok(configFrom(settings));
}

function settingOf(name: string, value: unknown, path: string): Result<void> {
  if (KEY_NAME.test(name) || (typeof value === 'string' && LIKE_A_KEY.test(value))) {
    return bad(
      path,
      `holds what looks like a key, in "${name}". Files get committed, so no key is read from one.`,
      'Remove it and set the variable LUSHA_API_KEY. If the file was ever shared, rotate the key.',
      'key-in-config',
    );
  }
  if (!isSetting(name)) return unknownSetting(name, path);
  const wrong = wrongIn(value, SETTINGS[name]);
  if (wrong !== null) return bad(path, `"${name}" ${wrong}.`, 'Correct the file.');
  return name === 'baseUrl' && typeof value === 'string' ? ownHost(value, path) : ok(undefined);
}

function unknownSetting(name: string, path: string): Result<never> {
  const reason = Object.hasOwn(CALLERS_ONLY, name) ? CALLERS_ONLY[name] : undefined;
  if (reason !== undefined) {
    return bad(path, `may not set "${name}": ${reason}.`, `Remove it and give the option.`);
  }
  const names = Object.keys(SETTINGS).filter((known) => known !== '$schema');
  const [close] = nearest(
    name.toLowerCase(),
    names.map((known) => known.toLowerCase()),
    1,
  );
  const meant = names.find((known) => known.toLowerCase() === close);
  return bad(
    path,
    `has a setting "${name}" that does not exist.`,
    meant === undefined ? `Settings: ${names.join(', ')}.` : `Did you mean "${meant}"?`,
  );
}

/** What is wrong with a value, as the end of a sentence; null when nothing is. */
function wrongIn(value: unknown, rule: Rule): string | null {
  switch (rule.kind) {
    case 'text':
      return typeof value === 'string' ? null : 'has to be text';
    case 'list':
      return isListOfText(value) ? null : 'has to be a list of ids';
    case 'word': {
      const known = typeof value === 'string' && rule.words.includes(value);
      return known ? null : `has to be one of: ${rule.words.join(', ')}`;
    }
    case 'seconds': {
      const { min, max } = rule;
      const fits = typeof value === 'number' && value >= min && value <= max;
      return fits ? null : `has to be a number of seconds from ${min} to ${max}`;
    }
    case 'url':
      return wrongUrl(value, rule.or);
    default:
      return rule satisfies never;
  }
}

function wrongUrl(value: unknown, or: string | undefined): string | null {
  if (or !== undefined && value === or) return null;
  const url = typeof value === 'string' ? URL.parse(value) : null;
  if (url === null) return `has to be a URL${or === undefined ? '' : ` or "${or}"`}`;
  const bare = url.username === '' && url.password === '';
  return bare ? null : 'carries a user name or password; set HTTPS_PROXY for that';
}

function ownHost(text: string, path: string): Result<void> {
  const host = URL.parse(text)?.hostname ?? '';
  if (OWN_HOST.test(host)) return ok(undefined);
  return bad(
    path,
    `names ${host} as the base URL. A file in a folder must not decide where your key goes.`,
    `If you mean it, say so yourself:  --base-url ${text}   or  LUSHA_BASE_URL=${text}`,
    'foreign-base-url',
  );
}

/** Every value was checked against its rule before. */
function configFrom(settings: JsonObject): Config {
  const { baseUrl, proxy, timeout, deadline, failOn, networkErrors, skip, plan } = settings;
  return {
    ...(typeof baseUrl === 'string' ? { baseUrl } : {}),
    ...(typeof proxy === 'string' ? { proxy } : {}),
    ...(typeof timeout === 'number' ? { timeout } : {}),
    ...(typeof deadline === 'number' ? { deadline } : {}),
    ...(failOn === 'fail' || failOn === 'warn' ? { failOn } : {}),
    ...(networkErrors === 'fail' || networkErrors === 'warn' ? { networkErrors } : {}),
    ...(isListOfText(skip) ? { skip } : {}),
    ...(typeof plan === 'string' ? { plan } : {}),
  };
}

function isSetting(name: string): name is keyof typeof SETTINGS {
  return Object.hasOwn(SETTINGS, name);
}

function isListOfText(value: unknown): value is readonly string[] {
  return Array.isArray(value) && value.every((entry) => typeof entry === 'string');
}

/** `JSON.parse` quotes the text around a mistake, which may be a secret: only its place is kept. */
function parse(text: string): { ok: true; value: unknown } | { ok: false; reason: string } {
  try {
    return { ok: true, value: JSON.parse(text) };
  } catch (error) {
    const at = error instanceof Error ? /position (\d+)/.exec(error.message)?.[1] : undefined;
    if (at === undefined) return { ok: false, reason: 'it ends too early or holds a stray sign.' };
    return { ok: false, reason: `line ${text.slice(0, Number(at)).split('\n').length}.` };
  }
}

function bad(path: string, what: string, fix: string, code = 'bad-config'): Result<never> {
  return wrongUsage(code, `${path} ${what}`, fix);
}
