import { holdsKeyShape } from '../../redact/echo.ts';
import { shellWord } from '../../model/shell-word.ts';
import { getDotPath, safeParse } from 'valibot';
import { nearest } from '../../knowledge/look-up/nearest.ts';
import { objectOf } from '../../model/json.ts';
import { ok, wrongUsage, type Result } from '../../model/problem.ts';
import { flagOf } from '../options/parse.ts';
import { IN_CONFIG, type ConfigRule } from '../options/network.ts';
import type { Config } from './config.ts';
import { CONFIG, SETTING_NAMES } from './schema.ts';

/** Names under which people put the key itself. */
const KEY_NAME =
  /^(?:lusha[-_]?)?(?:api[-_]?)?(?:key|token|secret)$|^authorization$|^bearer$|password/i;

/**
 * Reads the text of a config file. The first thing wrong in it is returned, with what to do.
 * `isNamed` when the user named the file: only then it may decide where the key goes.
 */
export function parseConfig(text: string, path: string, isNamed: boolean): Result<Config> {
  const parsed = parse(text);
  if (!parsed.ok) return bad(path, `is no valid JSON: ${parsed.reason}`, 'Correct the file.');
  const settings = objectOf(parsed.value);
  if (settings === null) {
    return bad(path, 'has to hold one JSON object.', 'For example:  { "networkErrors": "warn" }');
  }
  for (const [name, value] of Object.entries(settings)) {
    const refused =
      keyIn(name, value, path) ?? unknownSetting(name, path) ?? decidesWhere(name, path, isNamed);
    if (refused !== null) return refused;
  }
  const checked = safeParse(CONFIG, settings, { abortEarly: true });
  if (checked.success) return ok(checked.output);
  const [issue] = checked.issues;
  const [name] = (getDotPath(issue) ?? '').split('.');
  return bad(path, `"${name}" ${issue.message}.`, 'Correct the file.');
}

function keyIn(name: string, value: unknown, path: string): Result<never> | null {
  if (!KEY_NAME.test(name) && !(typeof value === 'string' && holdsKeyShape(value))) return null;
  return bad(
    path,
    `holds what looks like a key, in "${name}". Files get committed, so no key is read from one.`,
    'Remove it and set the variable LUSHA_API_KEY. If the file was ever shared, rotate the key.',
    'key-in-config',
  );
}

function unknownSetting(name: string, path: string): Result<never> | null {
  if (name === '$schema' || SETTING_NAMES.includes(name)) return null;
  const rule = ruleOf(name);
  if (typeof rule === 'object') {
    return bad(
      path,
      `may not set "${name}": ${rule.never}.`,
      `Remove it and give the option:  ${flagOf(name)}`,
    );
  }
  const [close] = nearest(
    name.toLowerCase(),
    SETTING_NAMES.map((known) => known.toLowerCase()),
    1,
  );
  const meant = SETTING_NAMES.find((known) => known.toLowerCase() === close);
  return bad(
    path,
    `has a setting "${name}" that does not exist.`,
    meant === undefined ? `Settings: ${SETTING_NAMES.join(', ')}.` : `Did you mean "${meant}"?`,
  );
}

/** How to say the same without a file. */
const OTHERWISE: Readonly<Record<string, string>> = {
  baseUrl: '--base-url, or the variable LUSHA_BASE_URL',
  proxy: '--proxy, or the variable HTTPS_PROXY',
  ca: '--ca, or the variable NODE_EXTRA_CA_CERTS',
};

function decidesWhere(name: string, path: string, isNamed: boolean): Result<never> | null {
  if (isNamed || ruleOf(name) !== 'named') return null;
  return bad(
    path,
    `sets "${name}". A file that was only found does not decide where your key goes.`,
    `If you mean it, name the file:  --config ${shellWord(path)}   or remove "${name}" and use ${OTHERWISE[name] ?? flagOf(name)}`,
    'found-config-decides',
  );
}

function ruleOf(name: string): ConfigRule | undefined {
  const rules: Readonly<Record<string, ConfigRule>> = IN_CONFIG;
  return Object.hasOwn(rules, name) ? rules[name] : undefined;
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
