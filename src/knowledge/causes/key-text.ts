import type { Cause } from '../../model/cause.ts';
import { AFTER_FIX } from '../retries.ts';
import {
  AT_GITHUB,
  enterKey,
  filterKey,
  KEY_ACCEPTED,
  KEY_HAS_THE_FORM,
  storeSecret,
} from './key-commands.ts';

const keyText = {
  layer: 'key',
  subject: 'key',
  severity: 'fail',
  whoActs: 'you',
  retry: AFTER_FIX,
} as const;

/** What programs say that look for the key in their own environment, Lusha's MCP server among them. */
const NO_KEY_GIVEN =
  /no api key (?:was )?(?:provided|configured|set)|LUSHA_API_KEY\b.{0,40}(?:is )?(?:not set|missing|required|undefined|not (?:found|configured|defined))|(?:missing|set) (?:the )?LUSHA_API_KEY\b/i;

const strip = filterKey("LC_ALL=C tr -cd '0-9a-fA-F-'", {
  text: 'Remove everything but digits, the letters a to f and hyphens.',
  verify: KEY_HAS_THE_FORM,
  source: 'code/integrations',
});

const storeClean = storeSecret({
  text: 'Store the clean value again where it comes from, for example in the CI secret.',
  source: 'code/integrations',
});

/** Somebody named a place for the key. */
const NAMED = [{ keyNamedBy: ['--key-env', '--key-file', '--key-stdin'] }] as const;
const IN_FILE = [{ keyNamedBy: '--key-file' }] as const;
const FROM_PIPE = [{ keyNamedBy: '--key-stdin' }] as const;

/** Another place has a key, and nobody asked for that one. */
const USE_THE_OTHER = {
  text: '{keyElsewhere} holds a key. If that one is meant, leave out {keyNamedBy}.',
  source: 'inferred',
  when: [{ keyElsewhere: /./, keyNamedBy: ['--key-env', '--key-file', '--key-stdin'] }],
} as const;

/** No key, or characters in it that do not belong there; known before any request. */
export const keyTextCauses = [
  {
    ...keyText,
    id: 'key-absent',
    title: 'No key was found',
    names: 'keyMissing',
    when: [{ keyDefects: 'absent' }, { message: NO_KEY_GIVEN }],
    signs: [
      { facts: { keyDefects: 'absent' }, makes: 'certain' },
      { facts: { message: NO_KEY_GIVEN }, makes: 'likely' },
    ],
    tell: 'nothing in the variable, in a named file, on stdin or in .env',
    meaning:
      'There is no key to check, so Lusha was not asked. Looked at: {keyPlace|the variable LUSHA_API_KEY and .env, or the place that was named}.',
    reasons: [
      {
        text: 'The variable is set in another shell, or without export.',
        source: 'inferred',
        unless: [...IN_FILE, ...FROM_PIPE],
      },
      {
        text: 'The path is relative to another directory, or misspelt.',
        source: 'inferred',
        when: IN_FILE,
      },
      {
        text: 'The command before the pipe failed or printed nothing.',
        source: 'inferred',
        when: FROM_PIPE,
      },
      {
        text: 'The CI job does not pass the secret on; secrets are not handed to workflows of forks.',
        source: 'inferred',
      },
      {
        text: 'The account has no key yet. The documentation disagrees about which plans may have one; keys worked on a free plan.',
        source: 'live/2026-06-free-plan',
      },
    ],
    fixes: [
      USE_THE_OTHER,
      {
        text: 'Copy your key from https://dashboard.lusha.com/api/manage-api-keys (admins and managers see it).',
        source: 'docs/authentication',
      },
      ...enterKey({
        text: 'Paste it after this command, which shows nothing and leaves no history.',
        verify: KEY_ACCEPTED,
        source: 'inferred',
      }),
      {
        text: 'If it is in another variable, name that variable.',
        command: 'lusha-doctor check-key --key-env OTHER_NAME',
        source: 'inferred',
        unless: NAMED,
      },
    ],
    sources: ['docs/authentication', 'help/api-overview'],
  },
  {
    ...keyText,
    id: 'key-empty',
    title: 'The place for the key is empty',
    names: 'keyPlace',
    when: [{ keyDefects: 'empty' }],
    signs: [{ facts: { keyDefects: 'empty' }, makes: 'certain' }],
    tell: 'the variable or file exists and holds nothing but blanks',
    meaning:
      'The place for the key exists, but there is nothing in it ({keyPlace|the variable or the file}). Programs then send an empty header or none, and Lusha answers as if no key had been sent.',
    reasons: [
      {
        text: 'A CI secret with a misspelt name expands to an empty text without an error.',
        source: 'inferred',
        unless: [...IN_FILE, ...FROM_PIPE],
      },
      {
        text: 'The line in .env ends after the equals sign.',
        source: 'inferred',
        unless: [...IN_FILE, ...FROM_PIPE, { keyKind: 'variable' }],
      },
      {
        text: 'The file was created and never filled, or the command that should fill it failed.',
        source: 'inferred',
        when: IN_FILE,
      },
      {
        text: 'The command before the pipe failed or printed only a line break.',
        source: 'inferred',
        when: FROM_PIPE,
      },
    ],
    fixes: [
      USE_THE_OTHER,
      {
        text: '{keyElsewhere} holds a key, and the empty variable hides it. Remove the variable.',
        command: 'unset {keyVariable|LUSHA_API_KEY}',
        verify: KEY_ACCEPTED,
        source: 'inferred',
        when: [{ keyElsewhere: /^\.env:/, keyKind: 'variable' }],
      },
      ...enterKey({
        text: 'Paste the key after this command, which shows nothing and leaves no history.',
        verify: KEY_ACCEPTED,
        source: 'inferred',
      }),
      {
        text: 'In CI, compare the name of the secret in the workflow with the names that exist.',
        source: 'inferred',
        unless: AT_GITHUB,
      },
      {
        text: 'Compare the name of the secret in the workflow with the names that exist.',
        command: 'gh secret list',
        source: 'inferred',
        when: AT_GITHUB,
      },
    ],
    sources: ['live/2026-10-key-outcomes'],
  },
  {
    ...keyText,
    id: 'key-has-several-lines',
    title: 'The key has several lines',
    when: [{ keyDefects: 'several-lines' }],
    signs: [{ facts: { keyDefects: 'several-lines' }, makes: 'certain' }],
    tell: 'text stands on more than one line',
    meaning:
      'The value holds more than one line, so it is not one key. A header cannot carry several lines: Node clients throw before they send anything.',
    reasons: [
      {
        text: 'A whole file was stored as the key, for example an .env file or two keys at once.',
        source: 'inferred',
      },
      { text: 'The key was wrapped when it was copied from a mail.', source: 'inferred' },
    ],
    fixes: [
      ...enterKey({
        text: 'Keep only the line with the 36 characters of the key and paste it after this command.',
        verify: KEY_HAS_THE_FORM,
        source: 'measured/dirty-keys',
      }),
      ...storeClean,
    ],
    sources: ['measured/dirty-keys'],
  },
  {
    ...keyText,
    id: 'key-has-line-break',
    title: 'A line break stands before or after the key',
    when: [{ keyDefects: 'line-break' }],
    signs: [{ facts: { keyDefects: 'line-break' }, makes: 'certain' }],
    tell: 'the first or last character is a line feed (0A) or a carriage return (0D)',
    meaning:
      'A line break is part of the value. fetch trims it and works; axios, got and undici throw; curl sends a broken request and exits 0. So the same key works in one program and fails in another.',
    reasons: [
      {
        text: 'The secret was stored with echo, which adds a line feed.',
        source: 'code/integrations',
      },
      {
        text: 'The file with the key was written on Windows or ends with a line feed, as most editors do.',
        source: 'inferred',
      },
    ],
    fixes: [...strip, ...storeClean],
    sources: ['measured/dirty-keys', 'code/integrations'],
  },
  {
    ...keyText,
    id: 'key-has-blanks',
    severity: 'warn',
    title: 'Blanks stand before or after the key',
    when: [{ keyDefects: 'blank-around' }],
    signs: [{ facts: { keyDefects: 'blank-around' }, makes: 'certain' }],
    tell: 'a blank or tab at the beginning or the end',
    meaning:
      'A blank stands at an end of the key. Every client measured takes it off before it sends the header, so calls work. Anything that compares or hashes the key sees a different text.',
    reasons: [
      { text: 'The blank was copied along with the key.', source: 'inferred' },
      { text: 'There is a blank after the equals sign in .env.', source: 'inferred' },
    ],
    fixes: [...strip, ...storeClean],
    sources: ['measured/dirty-keys'],
  },
  {
    ...keyText,
    id: 'key-has-blank-inside',
    title: 'There is a blank inside the key',
    when: [{ keyDefects: 'blank-inside' }],
    unless: [
      {
        keyDefects: [
          'bearer-prefix',
          'header-prefix',
          'several-lines',
          'placeholder',
          'unexpanded-variable',
        ],
      },
    ],
    signs: [{ facts: { keyDefects: 'blank-inside' }, makes: 'certain' }],
    tell: 'a blank or tab between two characters of the key',
    meaning:
      'A key has no blanks. Clients send a blank or a tab inside the value as it is, and Lusha answers 400 "Invalid API key format".',
    reasons: [
      {
        text: 'The key was wrapped or spaced out by the page or mail it was copied from.',
        source: 'inferred',
      },
    ],
    fixes: [...strip, ...storeClean],
    sources: ['measured/dirty-keys', 'live/2026-10-key-outcomes'],
  },
  {
    ...keyText,
    id: 'key-has-quotes',
    title: 'The key has quotes in it',
    when: [{ keyDefects: ['quotes', 'smart-quotes'] }],
    signs: [{ facts: { keyDefects: ['quotes', 'smart-quotes'] }, makes: 'certain' }],
    tell: 'a straight or curly quote as the first or last character',
    meaning:
      'The quotes are part of the value. Clients send straight quotes as they are, and Lusha answers 400 "Invalid API key format". Curly quotes are not ASCII: Node clients refuse to send them.',
    reasons: [
      {
        text: 'The value was quoted in a place that does not take quotes off: docker --env-file, a CI secret field, a JSON value inside a string.',
        source: 'code/integrations',
      },
      {
        text: 'A word processor or chat turned straight quotes into curly ones.',
        source: 'inferred',
      },
    ],
    fixes: [...strip, ...storeClean],
    sources: ['measured/dirty-keys', 'code/integrations'],
  },
  {
    ...keyText,
    id: 'key-has-invisible-characters',
    title: 'The key has invisible characters in it',
    when: [{ keyDefects: ['zero-width', 'bom', 'nbsp'] }],
    signs: [{ facts: { keyDefects: ['zero-width', 'bom', 'nbsp'] }, makes: 'certain' }],
    tell: 'the key looks right, but has more than 36 characters or more bytes than characters',
    meaning:
      'The value holds characters that no editor shows: a zero-width character, a byte order mark or a no-break space. Node clients throw on the first two and send a no-break space as the byte A0; curl sends all of them.',
    reasons: [
      { text: 'The key was copied from a web page, a chat or a document.', source: 'inferred' },
      { text: 'The file was saved as "UTF-8 with BOM".', source: 'inferred' },
    ],
    fixes: [...strip, ...storeClean],
    sources: ['measured/dirty-keys'],
  },
  {
    ...keyText,
    id: 'key-has-look-alikes',
    title: 'Letters of the key only look right',
    when: [{ keyDefects: ['look-alike', 'non-ascii'] }],
    signs: [{ facts: { keyDefects: ['look-alike', 'non-ascii'] }, makes: 'certain' }],
    tell: 'a letter of another alphabet, or a typographic dash in place of a hyphen',
    meaning:
      'Some characters only look like ASCII, for example a Cyrillic letter or a long dash. Lusha does not know such a key. Which character belongs there cannot be told, so copy the key again.',
    reasons: [
      {
        text: 'The key passed through a program that corrects typography or recognises text in pictures.',
        source: 'inferred',
      },
    ],
    fixes: [
      ...enterKey({
        text: 'Copy the key with the copy button of the dashboard and paste it after this command.',
        verify: KEY_HAS_THE_FORM,
        source: 'docs/authentication',
      }),
      ...storeClean,
    ],
    sources: ['measured/dirty-keys'],
  },
  {
    ...keyText,
    id: 'key-has-control-characters',
    title: 'The key has control characters in it',
    when: [{ keyDefects: ['control-character', 'nul'] }],
    signs: [{ facts: { keyDefects: ['control-character', 'nul'] }, makes: 'certain' }],
    tell: 'a byte below 20 (hexadecimal) other than a line break, or 7F',
    meaning:
      'The value holds bytes that stand for no character, such as NUL or an escape sequence. Header rules forbid them, so Node clients throw before they send anything.',
    reasons: [
      {
        text: 'The file with the key was saved as UTF-16, where every second byte is NUL.',
        source: 'inferred',
      },
      { text: 'Coloured terminal output was stored together with the key.', source: 'inferred' },
    ],
    fixes: [
      ...enterKey({
        text: 'Copy the key with the copy button of the dashboard and paste it after this command.',
        verify: KEY_HAS_THE_FORM,
        source: 'measured/dirty-keys',
      }),
      ...storeClean,
    ],
    sources: ['measured/dirty-keys', 'measured/node-errors'],
  },
] as const satisfies readonly Cause[];
