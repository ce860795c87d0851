import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Output } from '../../../src/model/io.ts';
import { Secret } from '../../../src/model/secret.ts';
import { sanitizeBlock, sanitizeLine } from '../../../src/redact/sanitize.ts';
import { redactingOutput, redactText } from '../../../src/redact/redact.ts';

const KEY = '4b1ec0de-1234-4abc-9def-0123456789ab';
const hidden = [new Secret(KEY)];

/** Printable ASCII and some more, without what a layout may add: see `isNoise`. */
const keyText = fc.string({
  unit: fc.constantFrom(...Array.from('abcdefXYZ0123456789-_.~!@#$%^&*()+=/\\"\'<>?:;,{}[]é茶')),
  minLength: 8,
  maxLength: 200,
});
const uuid = fc.uuid();
/** Text that can share no eight characters with a key: it has no digit and no key letter run. */
const innocent = fc.string({
  unit: fc.constantFrom(...Array.from('ghijklmnop \n\u001B[│─•ü')),
  maxLength: 40,
});
/** What layouts put between the characters of a long word. */
const separator = fc.constantFrom(
  '\n',
  '\r\n            ',
  ' │\n│ ',
  '\u001B[31m',
  '\u001B[39m\n  \u001B[2m',
  '\u001B[1;38;5;208m',
  ' ',
  ' |\n| ',
);

function recorder() {
  const written: string[] = [];
  const output: Output = {
    write: (text) => void written.push(text),
    isTTY: false,
    columns: 0,
    colorDepth: 1,
  };
  return { output, text: () => written.join('') };
}

/** A hyphen in percent form three times. What stands between two characters of a key may be seen. */
const LONGEST_SEPARATOR = 15;

/** Length of the longest part of the form that stands in the text. */
function longestShown(text: string, form: string): number {
  let longest = 0;
  for (let from = 0; from + longest < form.length; from += 1) {
    while (from + longest < form.length && text.includes(form.slice(from, from + longest + 1))) {
      longest += 1;
    }
  }
  return longest;
}

/** Fails when eight characters in a row from the inside of the needle stand in the text. */
function expectGone(text: string, needle: string): void {
  const bare = text.replace(/\u001B\[[\d;]*[A-Za-z]/g, '').replace(/[\s│|]/g, '');
  for (let at = 0; at + 8 <= needle.length; at += 1) {
    expect(bare).not.toContain(needle.slice(at, at + 8));
  }
}

describe('redaction', () => {
  it.each([
    ['raw', KEY],
    ['upper case', KEY.toUpperCase()],
    ['percent-encoded', encodeURIComponent(KEY)],
    ['percent-encoded throughout', Buffer.from(KEY).toString('hex').replace(/../g, '%$&')],
    ['hexadecimal', Buffer.from(KEY).toString('hex')],
    ['hexadecimal in upper case', Buffer.from(KEY).toString('hex').toUpperCase()],
    ['a hex dump', Buffer.from(KEY).toString('hex').replace(/../g, '$& ')],
    ['base64', Buffer.from(KEY).toString('base64')],
    ['base64 after one byte', Buffer.from(`:${KEY}`).toString('base64')],
    ['base64 after two bytes', Buffer.from(`u:${KEY}`).toString('base64')],
    ['base64 before more', Buffer.from(`user:${KEY}:more`).toString('base64')],
    ['the first half', KEY.slice(0, 20)],
    ['the second half', KEY.slice(16)],
    ['two columns of a table', `│ ${KEY.slice(0, 18)} │ note │\n│ ${KEY.slice(18)} │ more │`],
  ])('hides the key: %s', (_, form) => {
    const text = redactText(`before ${form} after`, hidden);
    expectGone(text, KEY);
    expectGone(text, form.replace(/[\s│]/g, '').slice(4, -4));
    expect(text).toMatch(/^before .*(\*\W*){8}.* after$/s);
  });

  const bare = KEY.replaceAll('-', '');
  const hex = (text: string) => Buffer.from(text).toString('hex');
  const base64 = (text: string) => Buffer.from(text).toString('base64');
  const each = (text: string, as: (byte: string) => string) => hex(text).replace(/../g, as);
  const percent = (text: string) => each(text, (byte) => `%${byte}`);
  const ENCODINGS: Readonly<Record<string, (text: string) => string>> = {
    'as it is': (text) => text,
    'in upper case': (text) => text.toUpperCase(),
    'in percent form': percent,
    'in percent form twice': (text) => percent(percent(text)),
    'in percent form three times': (text) => percent(percent(text)).replaceAll('%', '%25'),
    'with its hyphens in percent form': (text) => text.replaceAll('-', '%2D'),
    'in hexadecimal': hex,
    'in hexadecimal in upper case': (text) => hex(text).toUpperCase(),
    'as bytes in hexadecimal': (text) => each(text, (byte) => `${byte}:`).replaceAll(':', ' '),
    'in base64': base64,
    'in base64 in upper case': (text) => base64(text.toUpperCase()),
    'in base64 twice': (text) => base64(base64(text)),
    'in base64 within more, twice': (text) => base64(`x${base64(`user:${text}`)}y`),
    'in base64 of UTF-16': (text) => Buffer.from(text, 'utf16le').toString('base64'),
    'in base64 in percent form': (text) => percent(base64(text)),
    'in decimal entities': (text) => each(text, (byte) => `&#${Number.parseInt(byte, 16)};`),
    'in hexadecimal entities': (text) => each(text, (byte) => `&#x${byte};`),
    'in quoted-printable': (text) => each(text, (byte) => `=${byte.toUpperCase()}`),
    'in broken lines of quoted-printable': (text) => text.replaceAll(/.{7}/g, '$&=\r\n'),
    [String.raw`in \xNN`]: (text) => each(text, (byte) => String.raw`\x${byte}`),
    [String.raw`in \u00NN`]: (text) => each(text, (byte) => String.raw`\u00${byte}`),
    [String.raw`in \\u00NN`]: (text) => each(text, (byte) => String.raw`\\u00${byte}`),
    [String.raw`in \u{NN}`]: (text) => each(text, (byte) => String.raw`\u{${byte}}`),
    'in octal': (text) =>
      each(text, (byte) => `\\${Number.parseInt(byte, 16).toString(8).padStart(3, '0')}`),
    'as a list of bytes': (text) => JSON.stringify([...Buffer.from(text)]),
    'with zero-width spaces': (text) => text.replaceAll(/./g, '$&\u200B'),
    'with soft hyphens': (text) => text.replaceAll(/../g, '$&\u00AD'),
    'with zero-width spaces made visible': (text) => text.replaceAll(/./g, '$&<U+200B>'),
    'with zero-width spaces in JSON': (text) => text.replaceAll(/./g, String.raw`$&\u200b`),
    'with controls made visible': (text) => text.replaceAll(/.{5}/g, '$&^M^J'),
    'in UTF-16': (text) => text.replaceAll(/./g, '$&\0'),
  };
  it.each(Object.entries(ENCODINGS))('hides the key %s, with and without hyphens', (_how, as) => {
    for (const spelling of [KEY, bare]) {
      const form = as(spelling);
      const text = redactText(`before ${form} after`, hidden);
      expect(text).toHaveLength(form.length + 13);
      expect(text).toMatch(/^before .* after$/s);
      expect(longestShown(text, form)).toBeLessThanOrEqual(LONGEST_SEPARATOR);
      expect(text.replaceAll(/[^*]/g, '').length).toBeGreaterThanOrEqual(bare.length - 2);
    }
  });

  it('hides the key, however it is encoded, in any text and however the writes are cut', () => {
    fc.assert(
      fc.property(
        uuid,
        fc.constantFrom(...Object.values(ENCODINGS)),
        fc.boolean(),
        innocent,
        fc.array(fc.nat({ max: 40 })),
        (key, as, isBare, around, sizes) => {
          const form = as(isBare ? key.replaceAll('-', '') : key);
          const { output, text } = recorder();
          const guarded = redactingOutput(output, () => [new Secret(key)]);
          let rest = `${around}${form}${around}`;
          for (const size of sizes) {
            guarded.write(rest.slice(0, size));
            rest = rest.slice(size);
          }
          guarded.write(rest);
          guarded.flush();
          // The beginning of a key may have gone out with an earlier write: up to three characters.
          const begun = 4 * Math.ceil(form.length / bare.length);
          const most = Math.max(begun, LONGEST_SEPARATOR);
          expect(longestShown(text(), form.slice(12, -12))).toBeLessThanOrEqual(most);
        },
      ),
      { numRuns: 400 },
    );
  });

  it.each([
    ['base64', base64(KEY)],
    ['base64 of the key without hyphens', base64(bare)],
    ['base64 twice', base64(base64(KEY))],
    ['hexadecimal', hex(KEY)],
    ['hexadecimal of the key without hyphens', hex(bare)],
  ])('hides the beginning of the key in %s that somebody cut', (_how, form) => {
    for (const length of [12, 15, 20, form.length - 6]) {
      const begun = form.slice(0, length);
      expect(redactText(`key ${begun}… cut`, hidden)).toBe(`key ${'*'.repeat(length)}… cut`);
      expect(redactText(`key ${begun}`, hidden)).toBe(`key ${'*'.repeat(length)}`);
    }
    expect(redactText(`key ${form.slice(0, 8)}… cut`, hidden)).toContain(form.slice(0, 8));
  });

  it.each([
    ['a break of the layout', '\n    '],
    ['the frame of a table', ' │\n│ '],
    ['a colour', '\u001B[31m'],
  ])('hides an escaped key with %s within its escapes', (_what, between) => {
    // In quoted-printable `=` before a break is a sign of its own.
    for (const as of [percent, ENCODINGS['in decimal entities']]) {
      const form = as?.(bare).replaceAll(/.{7}/g, `$&${between}`) ?? '';
      const text = redactText(form, hidden);
      expect(text).toHaveLength(form.length);
      expect(text.replaceAll(between, '')).toMatch(/^[*\s│]+$/);
    }
  });

  it('hides a key whose soft line breaks became blanks', () => {
    expect(redactText(KEY.replaceAll(/.{7}/g, '$&= '), hidden)).not.toMatch(/[\da-f]{4}/);
  });

  it('takes time in proportion to the text, also where every place begins a key', () => {
    const dense = [
      KEY.slice(0, 7),
      base64(KEY).slice(0, 11),
      percent('4b1'),
      '\\\\\\\\',
      '&#0000',
      '==',
    ];
    for (const part of dense) {
      const time = (count: number): number => {
        const text = part.repeat(count);
        const began = performance.now();
        redactText(text, hidden);
        return performance.now() - began;
      };
      const least = (count: number): number => Math.min(...[1, 2, 3, 4].map(() => time(count)));
      const once = least(1000);
      const eightfold = least(8000);
      expect(eightfold).toBeLessThan(20 + once * 24);
    }
  });

  const ODD = 'key"with\\odd&<signs>\u0007\u202E and\n+more';
  const json = JSON.stringify(ODD).slice(1, -1);
  it.each([
    ['JSON', json],
    ['JSON inside JSON', JSON.stringify(json).slice(1, -1)],
    ['markup', 'key&quot;with\\odd&amp;&lt;signs&gt;\u0007\u202E and\n+more'],
    ['a form', new URLSearchParams([['', ODD]]).toString().slice(1)],
    ['a URL', encodeURI(ODD)],
    ['a sanitised line', sanitizeLine(ODD)],
    ['a sanitised block', sanitizeBlock(ODD)],
    ['what looks like a control sequence', `\u001B[${ODD}`],
  ])('hides a key of odd characters in %s', (_, form) => {
    expect(redactText(form, [new Secret(ODD)])).toMatch(/^(\u001B\[)?[*\s\u0007\u202E]+$/);
  });

  it('hides a key of digits behind what looks like a control sequence', () => {
    expect(redactText('\u001B[1234567890', [new Secret('1234567890')])).toBe('\u001B[**********');
  });

  it('masks only the characters of the key, so that a layout stays as it is', () => {
    const text = `│ \u001B[31m${KEY.slice(0, 20)}\u001B[39m │\n│ ${KEY.slice(20)} │`;
    const stars = (count: number): string => '*'.repeat(count);
    expect(redactText(text, hidden)).toBe(`│ \u001B[31m${stars(20)}\u001B[39m │\n│ ${stars(16)} │`);
  });

  it.each([
    'Set LUSHA_API_KEY, then run lusha-doctor check-key.',
    '4b1e••••••••••••••••••••••••••••89ab, fingerprint 9f2c-41ab',
    'send api_key: <key>, not Authorization: Bearer <key>',
  ])('lets through: %s', (text) => {
    const odd = [new Secret(`LUSHA_API_KEY=${KEY}`), new Secret(`Authorization: Bearer ${KEY}`)];
    expect(redactText(text, [...hidden, ...odd])).toBe(text);
  });

  it('hides any key in any encoding, in any text', () => {
    fc.assert(
      fc.property(keyText, innocent, innocent, (key, before, after) => {
        const json = JSON.stringify({ key }).slice(8, -2);
        const forms = [
          key,
          json,
          encodeURIComponent(key),
          encodeURIComponent(key).toLowerCase(),
          Buffer.from(key).toString('hex'),
          Buffer.from(key).toString('base64url'),
        ];
        for (const form of forms) {
          const text = redactText(before + form + after, [new Secret(key)]);
          expectGone(text, form.slice(0, -3));
        }
      }),
    );
  });

  it('hides a key at every alignment of base64', () => {
    fc.assert(
      fc.property(keyText, innocent, innocent, (key, before, after) => {
        const encoded = Buffer.from(before + key + after).toString('base64');
        const from = Math.ceil((Buffer.byteLength(before) * 8) / 6);
        const to = Math.floor((Buffer.byteLength(before + key) * 8) / 6);
        const text = redactText(encoded, [new Secret(key)]);
        expect(text.slice(from, to)).toBe('*'.repeat(to - from));
      }),
    );
  });

  it('hides a key that is split anywhere, by anything a layout puts in', () => {
    fc.assert(
      fc.property(
        keyText,
        fc.array(fc.tuple(fc.nat(), separator), { maxLength: 8 }),
        innocent.filter((text) => !text.includes('\u001B')),
        (key, cuts, around) => {
          const parts = key.split('');
          for (const [at, between] of cuts) parts[at % parts.length] += between;
          const text = redactText(`${around}${parts.join('')}${around}`, [new Secret(key)]);
          expectGone(text, key.replace(/\|/g, ''));
        },
      ),
    );
  });

  it('hides a key however the writes are cut', () => {
    fc.assert(
      fc.property(uuid, innocent, fc.array(fc.nat({ max: 20 })), (key, around, sizes) => {
        const { output, text } = recorder();
        const guarded = redactingOutput(output, () => [new Secret(key)]);
        const all = `${around}${key}${around}`;
        let at = 0;
        for (const size of sizes) {
          guarded.write(all.slice(at, at + size));
          at += size;
        }
        guarded.write(all.slice(at));
        guarded.flush();
        expectGone(text(), key);
        expect(text()).toHaveLength(all.length);
      }),
    );
  });

  it('changes nothing else, byte for byte', () => {
    fc.assert(
      fc.property(fc.array(fc.string({ unit: 'binary' })), (parts) => {
        const { output, text } = recorder();
        const guarded = redactingOutput(output, () => hidden);
        for (const part of parts) guarded.write(part);
        guarded.flush();
        expect(text()).toBe(parts.join(''));
      }),
    );
  });
});

describe('redacting output', () => {
  it('holds the end of a write back only while it may be the beginning of a secret', () => {
    const { output, text } = recorder();
    const guarded = redactingOutput(output, () => hidden);
    guarded.write('done 4b1');
    expect(text()).toBe('done 4b1');
    guarded.write('\nkey 4b1ec0');
    expect(text()).toBe('done 4b1\nkey ');
    guarded.write(' is no key');
    expect(text()).toBe('done 4b1\nkey 4b1ec0 is no key');
    guarded.write(' 4b1ec0');
    guarded.flush();
    expect(text()).toBe('done 4b1\nkey 4b1ec0 is no key 4b1ec0');
  });

  it('hides a secret from the moment it is known, held text included', () => {
    const { output, text } = recorder();
    const known = [new Secret('another-secret')];
    const guarded = redactingOutput(output, () => known);
    guarded.write(`${KEY} anoth`);
    known.push(...hidden);
    guarded.write(`er-secret ${KEY}`);
    guarded.flush();
    expect(text()).toBe(`${KEY} ${'*'.repeat(14)} ${'*'.repeat(36)}`);
  });

  it('passes on what the stream can do, as it changes', () => {
    let columns = 80;
    const output: Output = {
      write: () => {},
      isTTY: true,
      colorDepth: 8,
      get columns() {
        return columns;
      },
    };
    const guarded = redactingOutput(output, () => []);
    columns = 100;
    expect(guarded).toMatchObject({ isTTY: true, colorDepth: 8, columns: 100 });
  });
});
