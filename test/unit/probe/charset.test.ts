import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { textOf } from '../../../src/probe/wire/charset.ts';

const JSON_TEXT = '{"name":"Zoë"}';
const utf16be = (text: string) => Buffer.from(text, 'utf16le').swap16();
const bytes = (...parts: (number[] | Buffer)[]) =>
  Buffer.concat(parts.map((part) => Buffer.from(part)));

describe('textOf', () => {
  it.each<[string, Buffer, string, string, string[]]>([
    ['UTF-8', Buffer.from(JSON_TEXT), 'application/json', JSON_TEXT, []],
    [
      'a byte order mark',
      bytes([0xef, 0xbb, 0xbf], Buffer.from(JSON_TEXT)),
      '',
      JSON_TEXT,
      ['bom'],
    ],
    [
      'UTF-16 by its mark',
      bytes([0xff, 0xfe], Buffer.from(JSON_TEXT, 'utf16le')),
      'application/json; charset=utf-8',
      JSON_TEXT,
      ['bom', 'utf-16'],
    ],
    [
      'UTF-16 of the other order',
      bytes([0xfe, 0xff], utf16be(JSON_TEXT)),
      '',
      JSON_TEXT,
      ['bom', 'utf-16'],
    ],
    [
      'UTF-16 as declared',
      Buffer.from('[]', 'utf16le'),
      'text/plain;charset="UTF-16LE"',
      '[]',
      ['utf-16'],
    ],
    [
      'UTF-16 unannounced',
      Buffer.from(JSON_TEXT, 'utf16le'),
      'application/json',
      JSON_TEXT,
      ['utf-16'],
    ],
    ['UTF-16 of the other order, unannounced', utf16be(JSON_TEXT), '', JSON_TEXT, ['utf-16']],
    [
      'half a UTF-16 character',
      bytes([0xff, 0xfe, 0x41, 0x00, 0x42]),
      '',
      'A\ufffd',
      ['bom', 'utf-16'],
    ],
    ['latin-1 as declared', bytes([0x5a, 0xe9]), 'text/html; charset=ISO-8859-1', 'Zé', []],
    ['windows-1252', bytes([0x80, 0x92, 0x5a]), 'text/html; charset=windows-1252', '€’Z', []],
    ['Latin-1 means windows-1252', bytes([0x93, 0x94]), 'text/html; charset=latin1', '“”', []],
    ['Latin-9', bytes([0xa4]), 'text/html; charset=ISO-8859-15', '€', []],
    ['Shift JIS', bytes([0x83, 0x65]), 'text/html; charset=Shift_JIS', 'テ', []],
    ['GB 18030', bytes([0xbe, 0xdc, 0xbe, 0xf8]), 'text/html; charset="gb18030"', '拒绝', []],
    ['windows-1251', bytes([0xcd, 0xe5, 0xf2]), 'text/html; charset=cp1251', 'Нет', []],
    ['latin-1 unannounced', bytes([0x5a, 0xe9, 0x21]), 'text/html', 'Z\ufffd!', ['not-utf-8']],
    ['a charset nobody knows', Buffer.from(JSON_TEXT), 'text/html; charset=klingon', JSON_TEXT, []],
    ['NUL', bytes([0x41, 0x42, 0x43, 0x00, 0x44]), '', 'ABC\0D', ['nul-bytes']],
    ['nothing', Buffer.alloc(0), '', '', []],
  ])('%s', (_what, body, contentType, text, notes) => {
    expect(textOf(body, contentType, false)).toEqual({ text, notes });
  });

  it('a cut in the middle of a character is not held against the sender', () => {
    const cut = Buffer.from('Zoë').subarray(0, 3);
    expect(textOf(cut, '', true).notes).toEqual([]);
    expect(textOf(cut, '', false).notes).toEqual(['not-utf-8']);
    expect(textOf(cut, '', true).text).toBe('Zo');
    expect(textOf(cut, '', false).text).toBe('Zo\ufffd');
  });

  it('takes any bytes with any content type', () => {
    const charset = fc.constantFrom('', 'utf-8', 'utf-16', 'utf-16be', 'latin1', 'gb18030', 'x');
    fc.assert(
      fc.property(fc.uint8Array(), charset, fc.boolean(), (body, name, cut) => {
        const { text } = textOf(Buffer.from(body), `text/plain; charset=${name}`, cut);
        expect(text.length).toBeLessThanOrEqual(body.length);
      }),
    );
  });
});
