/**
 * A text in the form in which words are compared: lower case, runs of blanks as one, the escapes
 * of JSON, Python and HTML decoded, typographic quotes straight, the prefixes that tools put
 * before each line left out. `places` says where each of its UTF-16 units stood.
 */
export interface FoldedText {
  readonly text: string;
  readonly places: Int32Array;
}

const BACKSLASH = 0x5c;
const AMPERSAND = 0x26;
const SPACE = 0x20;
const LINE_FEED = 0x0a;
const EQUALS = 0x3d;

/** npm's counters, Compose, BuildKit, and quotes in a mail or a chat. */
const LINE_PREFIX =
  /[ \t]{0,20}(?:\d{1,6} (?:verbose|silly|http|info|warn|error|timing) (?:bad json |[\w.:/-]{1,40} (?=<))?|npm (?:ERR!|error|warn|WARN|verb|http) |[\w.-]{1,60} {1,20}\| |#\d{1,4} \d{1,5}\.\d{1,4} |> )/y;
const UNICODE = /u([\da-f]{4})/iy;
const BYTES = /x([\da-f]{2})((?:\\{1,4}x[\da-f]{2}){0,200})/iy;
const ENTITY = /&(?:amp;){0,2}(?:#(\d{1,7})|#x([\da-f]{1,6})|([a-z]{2,8}));/iy;
const NAMED: ReadonlyMap<string, string> = new Map([
  ['lt', '<'],
  ['gt', '>'],
  ['amp', '&'],
  ['quot', '"'],
  ['apos', "'"],
  ['nbsp', ' '],
  ['hellip', '...'],
]);
const STRAIGHT: ReadonlyMap<number, string> = new Map([
  [0x2018, "'"],
  [0x2019, "'"],
  [0x201c, '"'],
  [0x201d, '"'],
  [0x2026, '...'],
]);

/** Folds a text. Total, linear in its length. */
export function foldText(text: string): FoldedText {
  const sheet = new Sheet(text.length);
  let at = skipPrefix(text, 0);
  while (at < text.length) {
    const code = text.charCodeAt(at);
    if (
      code > SPACE &&
      code < 0x80 &&
      code !== BACKSLASH &&
      code !== AMPERSAND &&
      code !== EQUALS
    ) {
      sheet.put(code >= 0x41 && code <= 0x5a ? code + SPACE : code, at);
      at += 1;
    } else if (code === LINE_FEED) {
      sheet.put(SPACE, at);
      at = skipPrefix(text, at + 1);
    } else {
      at = foldSpecial(text, at, code, sheet);
    }
  }
  return sheet.done(text.length);
}

/** Handles what is no plain character of ASCII, and says where to go on. */
function foldSpecial(text: string, at: number, code: number, sheet: Sheet): number {
  if (code === BACKSLASH) return foldEscape(text, at, sheet);
  if (code === AMPERSAND) return foldEntity(text, at, sheet);
  // A pair as Ruby and PHP print it.
  if (code === EQUALS && text.charCodeAt(at + 1) === 0x3e) {
    sheet.put(0x3a, at);
    return at + 2;
  }
  sheet.putAll(STRAIGHT.get(code) ?? text.charAt(at), at);
  return at + 1;
}

function skipPrefix(text: string, at: number): number {
  LINE_PREFIX.lastIndex = at;
  return LINE_PREFIX.test(text) ? LINE_PREFIX.lastIndex : at;
}

/** `\n`, `\"`, `\/`, `\u003c`, `\x3c`, and the same escaped again. */
function foldEscape(text: string, at: number, sheet: Sheet): number {
  let after = at + 1;
  while (text.charCodeAt(after) === BACKSLASH && after < at + 8) after += 1;
  UNICODE.lastIndex = after;
  const unit = UNICODE.exec(text)?.[1];
  if (unit !== undefined) {
    sheet.putAll(String.fromCharCode(Number.parseInt(unit, 16)), at);
    return after + 5;
  }
  BYTES.lastIndex = after;
  const bytes = BYTES.exec(text);
  if (bytes !== null) {
    const hex = [...bytes[0].matchAll(/x([\da-f]{2})/gi)].map(([, two = '0']) => two);
    const read = new TextDecoder().decode(Uint8Array.from(hex, (two) => Number.parseInt(two, 16)));
    sheet.putAll(read, at);
    return BYTES.lastIndex;
  }
  const next = text.charAt(after);
  if (next === 'n' || next === 'r' || next === 't') {
    sheet.put(SPACE, at);
    return after + 1;
  }
  if (next === '"' || next === "'" || next === '/') {
    sheet.put(next.charCodeAt(0), at);
    return after + 1;
  }
  sheet.put(BACKSLASH, at);
  return after;
}

function foldEntity(text: string, at: number, sheet: Sheet): number {
  ENTITY.lastIndex = at;
  const match = ENTITY.exec(text);
  const [, decimal, hex, name] = match ?? [];
  const code =
    decimal === undefined ? Number.parseInt(hex ?? '', 16) : Number.parseInt(decimal, 10);
  const read =
    name === undefined
      ? code >= 0 && code <= 0x10_ff_ff && String.fromCodePoint(code)
      : NAMED.get(name.toLowerCase());
  if (match === null || read === undefined || read === false) {
    sheet.put(AMPERSAND, at);
    return at + 1;
  }
  sheet.putAll(read, at);
  return ENTITY.lastIndex;
}

/** Units that are written one by one, with the place of each. */
class Sheet {
  #units: Uint16Array;
  #places: Int32Array;
  #length = 0;

  constructor(expected: number) {
    this.#units = new Uint16Array(expected + 64);
    this.#places = new Int32Array(expected + 64);
  }

  /** A blank after a blank is left out. */
  put(unit: number, place: number): void {
    if (unit === SPACE && this.#length > 0 && this.#units[this.#length - 1] === SPACE) return;
    if (this.#length === this.#units.length) this.#grow();
    this.#units[this.#length] = unit;
    this.#places[this.#length] = place;
    this.#length += 1;
  }

  /** Any text; blanks of every kind become one, letters small ones where that keeps their number. */
  putAll(text: string, place: number): void {
    for (let at = 0; at < text.length; at += 1) {
      const one = text.charAt(at);
      const small = one.toLowerCase();
      const unit = small.length === 1 ? small.charCodeAt(0) : text.charCodeAt(at);
      this.put(/\s/.test(one) ? SPACE : unit, place);
    }
  }

  done(end: number): FoldedText {
    const text = new TextDecoder('utf-16le', { ignoreBOM: true }).decode(
      this.#units.subarray(0, this.#length),
    );
    const places = this.#places.slice(0, this.#length + 1);
    places[this.#length] = end;
    return { text, places };
  }

  #grow(): void {
    const units = new Uint16Array(this.#length * 2);
    units.set(this.#units);
    const places = new Int32Array(this.#length * 2);
    places.set(this.#places);
    this.#units = units;
    this.#places = places;
  }
}

const TAG = /<(?:!--[^<>]{0,300}--|\/?([a-z][a-z\d]{0,20})\b[^<>]{0,2000}|!doctype[^<>]{0,300})>/g;
/** Tags within a sentence. */
const INLINE = new Set(['a', 'b', 'code', 'em', 'font', 'i', 'small', 'span', 'strong', 'tt', 'u']);

/** The words of a page: a folded text without its tags; the same when it has none. */
export function withoutTags(folded: FoldedText): FoldedText {
  const { text, places } = folded;
  if (!text.includes('<')) return folded;
  const sheet = new Sheet(text.length);
  let from = 0;
  const copy = (to: number): void => {
    for (let at = from; at < to; at += 1) sheet.put(text.charCodeAt(at), places[at] ?? 0);
  };
  for (const match of text.matchAll(TAG)) {
    copy(match.index);
    from = match.index + match[0].length;
    if (!INLINE.has(match[1] ?? '')) sheet.put(SPACE, places[match.index] ?? 0);
  }
  if (from === 0) return folded;
  copy(text.length);
  return sheet.done(places[text.length] ?? 0);
}
