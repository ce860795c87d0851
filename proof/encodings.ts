const hex = (text: string): string => Buffer.from(text).toString('hex');
const base64 = (text: string): string => Buffer.from(text).toString('base64');
const each = (text: string, as: (byte: string) => string): string =>
  hex(text).replaceAll(/../g, as);
const percent = (text: string): string => each(text, (byte) => `%${byte}`);
const number = (byte: string): number => Number.parseInt(byte, 16);

/** The ways in which a key can be written that its reader could undo. */
export const ENCODINGS: Readonly<Record<string, (key: string) => string>> = {
  plain: (key) => key,
  'upper case': (key) => key.toUpperCase(),
  percent,
  'percent twice': (key) => percent(percent(key)),
  hexadecimal: hex,
  'hexadecimal in upper case': (key) => hex(key).toUpperCase(),
  'bytes in hexadecimal': (key) => each(key, (byte) => `${byte} `),
  base64,
  'base64 within more': (key) => base64(`user:${key}:more`),
  'base64 twice': (key) => base64(base64(key)),
  'base64 of UTF-16': (key) => Buffer.from(key, 'utf16le').toString('base64'),
  base64url: (key) => Buffer.from(key).toString('base64url'),
  'decimal entities': (key) => each(key, (byte) => `&#${number(byte)};`),
  'hexadecimal entities': (key) => each(key, (byte) => `&#x${byte};`),
  'quoted-printable': (key) => each(key, (byte) => `=${byte.toUpperCase()}`),
  'soft line breaks': (key) => key.replaceAll(/.{7}/g, '$&=\n'),
  [String.raw`\xNN`]: (key) => each(key, (byte) => String.raw`\x${byte}`),
  [String.raw`\u00NN`]: (key) => each(key, (byte) => String.raw`\u00${byte}`),
  octal: (key) => each(key, (byte) => `\\${number(byte).toString(8).padStart(3, '0')}`),
  'list of bytes': (key) => [...Buffer.from(key)].join(', '),
  'zero-width between': (key) => key.replaceAll(/./g, '$&\u200B'),
  'soft hyphens between': (key) => key.replaceAll(/../g, '$&\u00AD'),
  'colours between': (key) => key.replaceAll(/.{4}/g, '$&\u001B[31m'),
  'blanks between': (key) => key.replaceAll(/.{9}/g, '$& '),
};
