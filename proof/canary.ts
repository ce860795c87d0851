import { ENCODINGS } from './encodings.ts';

/** So much of a key in a row tells too much of it: a mask shows four at each end. */
const TELLING = 10;
const BEGINNING = 8;

/** Finds a key in what a run left behind. */
export interface Canary {
  /** The encoding in which the key, or a telling part of it, stands in the text; or null. */
  in(text: string): string | null;
}

/** Looks for a key, with or without its hyphens, in all encodings. */
export function canaryOf(key: string): Canary {
  const needles = new Map<string, string>();
  for (const [name, encode] of Object.entries(ENCODINGS)) {
    for (const spelling of [key, key.replaceAll('-', '')]) {
      const form = flattened(encode(spelling));
      const length = Math.ceil((form.length / spelling.length) * TELLING);
      // Base64 depends on what stands around it: its ends are another text.
      for (let at = 4; at + length <= form.length - 4; at += 1) {
        needles.set(form.slice(at, at + length), name);
      }
    }
  }
  // By their beginning, so that a text is gone through once.
  const byBeginning = new Map<string, (readonly [string, string])[]>();
  for (const needle of needles) {
    const beginning = needle[0].slice(0, BEGINNING);
    byBeginning.set(beginning, [...(byBeginning.get(beginning) ?? []), needle]);
  }
  return {
    in(text) {
      const flat = flattened(text);
      for (let at = 0; at + BEGINNING <= flat.length; at += 1) {
        for (const [needle, name] of byBeginning.get(flat.slice(at, at + BEGINNING)) ?? []) {
          if (flat.startsWith(needle, at)) return name;
        }
      }
      return null;
    },
  };
}

/** Without what a layout, a colour or an unseen character puts in between, and in lower case. */
function flattened(text: string): string {
  return text
    .replaceAll(/\u001B\[[\d;]*[A-Za-z]/g, '')
    .replaceAll(/<U\+[\dA-F]{4}>|\\u00ad|\\u200b/gi, '')
    .replaceAll(/[\s│|\u00AD\u200B-]/g, '')
    .toLowerCase();
}
