import { scenario, type Named } from './build.ts';

/** The service is well and the client holds a damaged key, `{key}` being the demo key. */
function holding<const N extends string>(
  name: N,
  summary: string,
  keyText: string | null,
): Named<N> {
  return scenario(name, summary, { kind: 'api' }, { keyText });
}

/** Made up: it is not signed and says nothing. */
const OAUTH_TOKEN = 'eyJhbGciOiJub25lIn0.eyJzdWIiOiIxIn0.c2ln';

/** Something is wrong with the text that the client takes for its key. */
export const KEY_TEXT_SCENARIOS = [
  holding('key-absent', 'the client has no key at all', null),
  holding('key-empty', 'the client has an empty key', ''),
  holding('key-has-line-break', 'a line break stands behind the key', '{key}\n'),
  holding('key-has-several-lines', 'a comment stands above the key', 'production\n{key}'),
  holding('key-has-blanks', 'blanks stand around the key', '  {key} '),
  holding('key-has-blank-inside', 'a blank stands in the middle of the key', '{head} {tail}'),
  holding('key-has-quotes', 'quotes stand around the key', '"{key}"'),
  holding('key-has-invisible-characters', 'a zero-width space before the key', '\u200B{key}'),
  holding('key-has-look-alikes', 'a Cyrillic letter in the key', '{head}\u0430{tail}'),
  holding('key-has-control-characters', 'a control character in the key', '{head}\u0007{tail}'),
  holding('key-has-scheme-prefix', 'the word Bearer is part of the key', 'Bearer {key}'),
  holding('key-is-variable-name', 'nobody put the key into the variable', '$LUSHA_API_KEY'),
  holding('key-is-placeholder', 'the placeholder of an example', 'YOUR_API_KEY'),
  holding('key-is-doubled', 'the key was pasted twice', '{key}{key}'),
  holding('key-is-truncated', 'the end of the key is missing', '{head}'),
  holding('key-is-too-long', 'a whole file in place of the key', '{key}'.repeat(120)),
  holding('key-is-jwt', 'an OAuth token in place of the key', OAUTH_TOKEN),
  holding(
    'key-is-other-vendors',
    'the token of another service',
    'pat-eu1-00000000-0000-4000-8000-00000000cafe',
  ),
  holding('key-not-uuid', 'some other text in place of the key', 'made-up-for-the-simulator'),
] as const;
