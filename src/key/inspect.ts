import type { KeyDefectName } from '../model/fact.ts';
import { characterDefects } from './characters.ts';
import type { KeyDefect, KeyInspection } from './defect.ts';
import { isPlaceholder, isUnexpanded } from '../redact/placeholder.ts';
import { isJwt, otherVendor } from '../redact/vendor-keys.ts';
import { INVISIBLE, isWellFormedKey, KEY_LENGTH, prefixOf } from './shape.ts';

/** Longer than any credential in use; a header this long is refused by most servers. */
const MAX_LENGTH = 4096;

/** Looks at a key's text without any network. Pure and total. */
export function inspectKey(text: string): KeyInspection {
  if (text.trim() === '')
    return verdict([whole('empty', 'nothing but white space')], null, 'it is empty');
  if (text.length > MAX_LENGTH) {
    return verdict(
      [whole('too-long', `${text.length} characters, a key has ${KEY_LENGTH}`)],
      null,
      'it is too long',
    );
  }
  const defects = [...characterDefects(text), ...shapeDefects(text)];
  const trimmed = text.trim();
  const why = unsendable(trimmed, defects);
  const repaired = undoubled(coreOf(text));
  return {
    defects,
    sendable: why === null ? trimmed : null,
    unsendable: why,
    repaired: defects.length > 0 && isWellFormedKey(repaired) ? repaired : null,
  };
}

function verdict(
  defects: readonly KeyDefect[],
  sendable: string | null,
  why: string,
): KeyInspection {
  return { defects, sendable, unsendable: why, repaired: null };
}

function whole(name: KeyDefectName, what: string): KeyDefect {
  return { name, position: null, what };
}

/** What is wrong with the text as a whole, once stray characters are set aside. */
function shapeDefects(text: string): readonly KeyDefect[] {
  const bare = text.trim();
  const core = coreOf(text);
  const prefix = prefixOf(bare);
  const defects: KeyDefect[] = [];
  if (prefix !== null) {
    defects.push(
      prefix.scheme === null
        ? { name: 'header-prefix', position: 1, what: 'a header or variable name before the key' }
        : {
            name: 'bearer-prefix',
            position: 1,
            what: `the scheme "${prefix.scheme}" before the key`,
          },
    );
  }
  if (isWellFormedKey(core)) return defects;
  return [...defects, ...misshapen(core)];
}

function misshapen(core: string): readonly KeyDefect[] {
  if (isUnexpanded(core)) return [whole('unexpanded-variable', 'a variable that was not expanded')];
  if (isPlaceholder(core)) return [whole('placeholder', 'a placeholder')];
  if (isJwt(core)) return [whole('jwt', 'a JSON Web Token (OAuth access token)')];
  const vendor = otherVendor(core);
  if (vendor !== null) return [whole('other-vendor', `a credential of ${vendor} by its prefix`)];
  if (undoubled(core) !== core) {
    return [whole('doubled', 'the same key twice in a row'), whole('not-a-uuid', shapeOf(core))];
  }
  if (core.length < KEY_LENGTH && /^[0-9a-f-]+$/i.test(core)) {
    return [
      whole('truncated', `${core.length} characters, a key has ${KEY_LENGTH}`),
      whole('not-a-uuid', shapeOf(core)),
    ];
  }
  return [whole('not-a-uuid', shapeOf(core))];
}

function shapeOf(core: string): string {
  if (core.length !== KEY_LENGTH) return `${core.length} characters, a key has ${KEY_LENGTH}`;
  const odd = /[^0-9a-f-]/i.exec(core);
  return odd === null
    ? 'its hyphens are not where a key has them'
    : `a character that is no hexadecimal digit at position ${odd.index + 1}`;
}

const NO_PART_OF_IT = new RegExp(`[\\s\\0${INVISIBLE}\\uFEFF]+`, 'g');

/** Takes out what surely does not belong: white space, quotes, invisible characters, prefixes. */
function coreOf(text: string): string {
  const visible = text
    .replaceAll(NO_PART_OF_IT, ' ')
    .trim()
    .replaceAll(/["'`\u2018-\u201F\u00AB\u00BB]/g, '');
  const core = visible.slice(prefixOf(visible)?.length ?? 0).trim();
  const compact = core.replaceAll(' ', '');
  return isWellFormedKey(undoubled(compact)) ? compact : core;
}

/** The first half of a key that was pasted twice; any other text as it is. */
function undoubled(text: string): string {
  const half = text.slice(0, text.length / 2);
  return half + half === text && isWellFormedKey(half) ? half : text;
}

/** Defects that make sending pointless or wrong: no header carries them, or it is another service's secret. */
const KEEP_BACK: Readonly<Partial<Record<KeyDefectName, string>>> = {
  'several-lines': 'a header cannot hold several lines',
  nul: 'a header cannot hold NUL',
  'control-character': 'a header cannot hold control characters',
  'unexpanded-variable': 'it is a variable name, not a key',
  placeholder: 'it is a placeholder, not a key',
  jwt: 'it is an OAuth token, and tokens are not sent where a key belongs',
  'other-vendor': "it is another service's secret, which is none of Lusha's business",
};

function unsendable(trimmed: string, defects: readonly KeyDefect[]): string | null {
  for (const { name } of defects) {
    const why = KEEP_BACK[name];
    if (why !== undefined) return why;
  }
  return /^[\t\x20-\x7E]*$/.test(trimmed) ? null : 'a header cannot hold characters outside ASCII';
}
