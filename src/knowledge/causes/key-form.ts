import type { Cause } from '../../model/cause.ts';
import { AFTER_FIX } from '../retries.ts';
import {
  enterKey,
  filterKey,
  KEY_ACCEPTED,
  KEY_HAS_THE_FORM,
  storeSecret,
} from './key-commands.ts';

const keyForm = {
  layer: 'key',
  subject: 'key',
  severity: 'fail',
  whoActs: 'you',
  retry: AFTER_FIX,
} as const;

const enterAgain = enterKey({
  text: 'Copy the key with the copy button of the dashboard and paste it after this command.',
  verify: KEY_HAS_THE_FORM,
  source: 'docs/authentication',
});

const storeAgain = storeSecret({
  text: 'Replace the value where it is stored, for example in the CI secret.',
  source: 'inferred',
});

/** A value that is something else than one whole Lusha key. */
export const keyFormCauses = [
  {
    ...keyForm,
    id: 'key-has-scheme-prefix',
    title: 'A scheme or a header name stands before the key',
    when: [{ keyDefects: ['bearer-prefix', 'header-prefix'] }],
    signs: [{ facts: { keyDefects: ['bearer-prefix', 'header-prefix'] }, makes: 'certain' }],
    tell: 'the value begins with "Bearer ", "api_key:" or the like',
    meaning:
      'The value holds more than the key: a scheme such as Bearer, or the name of the header. Lusha takes the bare key in the header api_key and answers 400 "Invalid API key format" to anything around it.',
    reasons: [
      {
        text: 'The article shows the key after "Bearer" and one blank, and both were stored.',
        source: 'article#401-bearer',
      },
      {
        text: 'A whole header line was copied from an example.',
        source: 'inferred',
      },
    ],
    fixes: [
      ...filterKey(String.raw`tr -d '\r\n' | tail -c 36`, {
        text: 'Cut the value down to its last 36 characters, the bare key.',
        verify: KEY_HAS_THE_FORM,
        source: 'docs/authentication',
      }),
      ...storeAgain,
    ],
    sources: ['docs/authentication', 'live/2026-10-key-outcomes', 'measured/dirty-keys'],
  },
  {
    ...keyForm,
    id: 'key-is-variable-name',
    title: 'The key is a variable that was not expanded',
    when: [{ keyDefects: 'unexpanded-variable' }],
    signs: [{ facts: { keyDefects: 'unexpanded-variable' }, makes: 'certain' }],
    tell: 'the value looks like ${NAME}, $NAME, %NAME% or {{NAME}}',
    meaning:
      'The value is the name of a variable, not its content. Nothing replaced it, and clients would send it to Lusha as it is.',
    reasons: [
      {
        text: 'Single quotes in the shell kept the variable from being expanded.',
        source: 'inferred',
      },
      {
        text: 'The file format does not expand variables: docker --env-file and most .env readers take the text as it stands.',
        source: 'inferred',
      },
    ],
    fixes: [
      {
        text: 'Use double quotes around the variable where the key is handed over.',
        verify: KEY_HAS_THE_FORM,
        source: 'measured/dirty-keys',
      },
      ...enterAgain,
    ],
    sources: ['measured/dirty-keys', 'code/integrations'],
  },
  {
    ...keyForm,
    id: 'key-is-placeholder',
    title: 'The key is a placeholder from an example',
    when: [{ keyDefects: 'placeholder' }],
    signs: [{ facts: { keyDefects: 'placeholder' }, makes: 'certain' }],
    tell: 'the value reads like YOUR_API_KEY, xxxx or a key of zeros',
    meaning:
      'The value is the stand-in that examples use. It has to be replaced by your own key; Lusha has no test key and no sandbox.',
    reasons: [
      { text: 'An example was run without filling in the key.', source: 'article#401-bearer' },
      { text: 'A copy of .env.example was used as it is.', source: 'code/integrations' },
    ],
    fixes: [
      ...enterKey({
        text: 'Put the key of your Lusha account in place of YOUR_API_KEY: paste it after this command.',
        verify: KEY_ACCEPTED,
        source: 'article#401',
      }),
    ],
    notes: [
      {
        text: 'To try things out without a key, use the embedded simulator: lusha-doctor simulate.',
        source: 'docs/playground',
      },
    ],
    sources: ['article#401', 'docs/playground'],
  },
  {
    ...keyForm,
    id: 'key-is-doubled',
    title: 'The key was pasted twice',
    when: [{ keyDefects: 'doubled' }],
    signs: [{ facts: { keyDefects: 'doubled' }, makes: 'certain' }],
    tell: '72 characters, and both halves are the same',
    meaning:
      'The same key stands there twice in a row. Lusha reads it as one text and answers 400 "Invalid API key format".',
    reasons: [{ text: 'It was pasted into a field that already held it.', source: 'inferred' }],
    fixes: [
      ...filterKey(String.raw`tr -d '\r\n' | head -c 36`, {
        text: 'Keep the first 36 characters.',
        verify: KEY_HAS_THE_FORM,
        source: 'inferred',
      }),
      ...storeAgain,
    ],
    sources: ['live/2026-10-key-outcomes', 'inferred'],
  },
  {
    ...keyForm,
    id: 'key-is-truncated',
    title: 'A part of the key is missing',
    when: [{ keyDefects: 'truncated' }],
    signs: [{ facts: { keyDefects: 'truncated' }, makes: 'certain' }],
    tell: 'only digits, a to f and hyphens, but fewer than 36 characters',
    meaning:
      'The value begins or ends like a key, but is too short to be one. Lusha answers 400 "Invalid API key format". The missing part cannot be guessed.',
    reasons: [
      { text: 'A double click selects only up to the next hyphen.', source: 'inferred' },
      { text: 'A database column or a form field cut it off.', source: 'inferred' },
      { text: 'The key table of the dashboard shows keys masked.', source: 'inferred' },
    ],
    fixes: [...enterAgain, ...storeAgain],
    sources: ['live/2026-10-key-outcomes', 'docs/authentication'],
  },
  {
    ...keyForm,
    id: 'key-is-too-long',
    title: 'The value is far too long for a key',
    when: [{ keyDefects: 'too-long' }],
    signs: [{ facts: { keyDefects: 'too-long' }, makes: 'certain' }],
    tell: 'thousands of characters where a key has 36',
    meaning:
      'The value is not a key but a whole file or document. It is not sent anywhere: no server takes a header of that size.',
    reasons: [
      { text: 'The path given for the key names another file.', source: 'inferred' },
      { text: 'A variable holds a certificate or a configuration file.', source: 'inferred' },
    ],
    fixes: [
      {
        text: 'Look how long the value is, without showing it. A key has 36 bytes.',
        command: 'printf %s "${keyVariable|LUSHA_API_KEY}" | wc -c',
        source: 'inferred',
        unless: [{ keyKind: ['file', 'dotenv', 'stdin'] }],
      },
      {
        text: 'Look how long the file is. A key has 36 bytes.',
        command: 'wc -c {keyPlace|key.txt}',
        source: 'inferred',
        when: [{ keyKind: 'file' }],
      },
      ...enterAgain,
    ],
    sources: ['inferred'],
  },
  {
    ...keyForm,
    id: 'key-is-jwt',
    title: 'The key is an OAuth token',
    when: [{ keyDefects: 'jwt' }],
    signs: [{ facts: { keyDefects: 'jwt' }, makes: 'certain' }],
    tell: 'three parts joined by two dots, the first beginning with eyJ',
    meaning:
      'The value is a JSON Web Token, as OAuth hands them out, and not an API key. The REST API takes a key of 36 characters in the header api_key.',
    reasons: [
      {
        text: 'The token was taken from a browser session or from a connection to the MCP server.',
        source: 'docs/mcp',
      },
    ],
    fixes: [...enterAgain, ...storeAgain],
    sources: ['docs/authentication', 'docs/mcp'],
  },
  {
    ...keyForm,
    id: 'key-is-other-vendors',
    title: 'The key belongs to another service',
    when: [{ keyDefects: 'other-vendor' }],
    signs: [{ facts: { keyDefects: 'other-vendor' }, makes: 'certain' }],
    tell: 'it begins with the prefix of another service; Lusha keys have no prefix',
    meaning:
      'The value is the credential of another service. It is not sent to Lusha. If it was sent before, treat it as exposed there.',
    reasons: [{ text: 'Two secrets were mixed up when they were stored.', source: 'inferred' }],
    fixes: [
      ...enterAgain,
      {
        text: 'If a program has sent it to Lusha already, have the other service issue a new one.',
        source: 'article#best-practices',
      },
    ],
    sources: ['docs/authentication', 'inferred'],
  },
  {
    ...keyForm,
    id: 'key-not-uuid',
    title: 'The value is not a Lusha key',
    when: [{ keyDefects: 'not-a-uuid' }],
    // Each of these says why it is no UUID, which is the better answer.
    unless: [
      {
        keyDefects: [
          'absent',
          'empty',
          'several-lines',
          'control-character',
          'nul',
          'look-alike',
          'non-ascii',
          'unexpanded-variable',
          'placeholder',
          'doubled',
          'truncated',
          'too-long',
          'jwt',
          'other-vendor',
        ],
      },
    ],
    signs: [{ facts: { keyDefects: 'not-a-uuid' }, makes: 'certain' }],
    tell: 'not 8-4-4-4-12 hexadecimal digits: another length, other letters, or hyphens elsewhere',
    meaning:
      'A Lusha key is a UUID: 36 characters, hexadecimal digits and four hyphens. This value has another form, and Lusha answers 400 "Invalid API key format" before it looks anything up.',
    reasons: [
      { text: 'It is a user name, an account id or a password.', source: 'inferred' },
      {
        text: 'A character was typed wrong, for example a letter beyond f.',
        source: 'live/2026-07-v3-contract',
      },
    ],
    fixes: [...enterAgain, ...storeAgain],
    sources: ['live/2026-10-key-outcomes', 'live/2026-07-v3-contract'],
  },
] as const satisfies readonly Cause[];
