import type { KeyDefectName } from '../model/fact.ts';
import type { KeyDefect } from './defect.ts';
import { INVISIBLE } from './shape.ts';

interface CharacterClass {
  readonly defect: KeyDefectName;
  readonly what: string;
  readonly found: RegExp;
}

/** Characters that do not belong in a key, most telling first. */
const CLASSES: readonly CharacterClass[] = [
  { defect: 'bom', what: 'byte order mark', found: /^\uFEFF/ },
  { defect: 'nul', what: 'NUL', found: /\0/ },
  {
    defect: 'zero-width',
    what: 'zero-width character',
    found: new RegExp(`[${INVISIBLE}]|(?!^)\\uFEFF`),
  },
  { defect: 'nbsp', what: 'blank outside ASCII', found: /[\u00A0\u2000-\u200A\u202F\u205F\u3000]/ },
  {
    defect: 'smart-quotes',
    what: 'typographic quote',
    found: /[\u2018-\u201F\u00AB\u00BB\u2039\u203A]/,
  },
  { defect: 'quotes', what: 'quote', found: /["'`]/ },
  {
    defect: 'look-alike',
    what: 'look-alike of an ASCII character',
    found: /[\u0370-\u058F\u2010-\u2015\u2212\uFE58\uFE63\uFF01-\uFF5E]/,
  },
  {
    defect: 'control-character',
    what: 'control character',
    found: /[\x01-\x08\x0B\x0C\x0E-\x1F\x7F-\x9F]/,
  },
];

const OTHER_NON_ASCII = /[^\0-\x7F]/;

/** Finds characters that do not belong in a key; one defect for each class present. */
export function characterDefects(text: string): readonly KeyDefect[] {
  const found = CLASSES.flatMap(({ defect, what, found }) => {
    const match = found.exec(text);
    return match === null ? [] : [at(defect, text, match.index, what)];
  });
  const known = CLASSES.reduce((rest, { found }) => rest.replaceAll(global(found), ''), text);
  if (OTHER_NON_ASCII.test(known)) {
    const match = OTHER_NON_ASCII.exec(text);
    if (match !== null) found.push(at('non-ascii', text, match.index, 'character outside ASCII'));
  }
  return [...found, ...spaceDefects(text)];
}

function spaceDefects(text: string): readonly KeyDefect[] {
  const defects: KeyDefect[] = [];
  const body = text.replace(/[\s\uFEFF]+$/, '');
  const lineBreak = /[\r\n\u2028\u2029]/.exec(text);
  if (lineBreak !== null) {
    const inside = /[\r\n\u2028\u2029]/.test(body.trimStart());
    defects.push(
      at(
        inside ? 'several-lines' : 'line-break',
        text,
        lineBreak.index,
        lineBreakName(text, lineBreak.index),
      ),
    );
  }
  const around = /^[ \t]+|[ \t]+$/.exec(text.replace(/[\r\n]+$/, ''));
  if (around !== null) defects.push(at('blank-around', text, around.index, 'blank'));
  const inside = /\S([ \t]+)\S/.exec(text);
  if (inside !== null) defects.push(at('blank-inside', text, inside.index + 1, 'blank'));
  return defects;
}

function lineBreakName(text: string, index: number): string {
  return text.startsWith('\r\n', index) ? 'line break CR LF' : 'line break';
}

function at(name: KeyDefectName, text: string, index: number, what: string): KeyDefect {
  return { name, position: index + 1, what: `${what} ${codePoint(text, index)}` };
}

function codePoint(text: string, index: number): string {
  const value = text.codePointAt(index) ?? 0;
  return `U+${value.toString(16).toUpperCase().padStart(4, '0')}`;
}

function global({ source }: RegExp): RegExp {
  return new RegExp(source, 'g');
}
