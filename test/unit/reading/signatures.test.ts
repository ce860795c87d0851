import { readdirSync, readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { placesOf, searchedIn } from '../../../src/evidence/signatures/find-words.ts';
import {
  PORTAL_SIGNATURES,
  SIGNATURES,
  type Signature,
} from '../../../src/knowledge/signatures.ts';
import { signaturesIn, type SignatureContext } from '../../../src/reading/matches/signatures.ts';

const ALL: readonly Signature[] = [...SIGNATURES, ...PORTAL_SIGNATURES];

interface Case {
  readonly name: string;
  readonly text: string;
  readonly context?: SignatureContext;
}
interface Positive extends Case {
  readonly product: string;
  readonly means: string;
  readonly sure: string;
}
interface Group {
  readonly positive: readonly Positive[];
  readonly nearMiss: readonly Case[];
}

const FOLDER = new URL('../../../fixtures/signatures/', import.meta.url);
const GROUPS = readdirSync(FOLDER).map((file): [string, Group] => [
  file.replace('.json', ''),
  JSON.parse(readFileSync(new URL(file, FOLDER), 'utf8')) as Group,
]);

describe.each(GROUPS)('signatures of %s', (_, { positive, nearMiss }) => {
  it.each(positive.map((one) => [one.name, one] as const))('find %s', (_, one) => {
    const found = signaturesIn(one.text, one.context).map(({ signature }) => ({
      product: signature.product,
      means: signature.means,
      sure: signature.sure,
    }));
    const { product, means, sure } = one;
    expect(found).toContainEqual({ product, means, sure });
  });

  it.each(nearMiss.map((one) => [one.name, one] as const))('do not fire on %s', (_, one) => {
    const found = signaturesIn(one.text, one.context).map(
      ({ signature, words }) => `${signature.product}: ${words}`,
    );
    expect(found).toEqual([]);
  });

  it('have both kinds of fixtures', () => {
    expect(positive.length).toBeGreaterThan(0);
    expect(nearMiss.length).toBeGreaterThan(0);
  });
});

/** Notations in which a page is quoted by programs. */
const CONTAINERS: readonly (readonly [string, (words: string) => string])[] = [
  ['raw', (words) => words],
  ['in capitals', (words) => words.toUpperCase()],
  ['in a log line', (words) => `2026-11-03 10:00:00 ERROR [pool-1] answer was ${words} (1 of 3)`],
  ['in a JSON string', (words) => JSON.stringify({ body: `x\n${words}` })],
  ['in a JSON string of a JSON string', (words) => JSON.stringify(JSON.stringify({ b: words }))],
  [
    'in a JSON string of Java or Go',
    (words) =>
      `{"body":"${words.replaceAll('<', String.raw`\u003c`).replaceAll('"', String.raw`\"`)}"}`,
  ],
  ['in entities', (words) => words.replaceAll(/[^\w\s]/gu, (one) => `&#${one.codePointAt(0)};`)],
  ['broken over lines', (words) => words.replaceAll(' ', ' \n  ')],
  ['behind the prefixes of a tool', (words) => `npm ERR! ${words.replaceAll(' ', '\nnpm ERR! ')}`],
];

const BY_WORDS: readonly (Signature & { readonly words: string })[] = SIGNATURES.flatMap((row) =>
  row.sure !== 'C' &&
  row.trace.in === 'page' &&
  'words' in row.trace &&
  row.trace.beside === undefined
    ? [{ ...row, words: row.trace.words }]
    : [],
);

describe.each(CONTAINERS)('words %s', (_, wrap) => {
  it('are found for every product, where they stand', () => {
    const lost = BY_WORDS.filter(({ product, words }) => {
      const text = wrap(words);
      return !signaturesIn(text).some(
        ({ signature, at, end }) =>
          signature.product === product && at >= 0 && end <= text.length && at < end,
      );
    });
    expect(lost.map(({ product, words }) => `${product}: ${words}`)).toEqual([]);
  });
});

describe('the rows', () => {
  const positives = GROUPS.flatMap(([, { positive }]) => positive);

  it('with an expression each fit a fixture', () => {
    const searched = positives.map(({ text }) => searchedIn(text));
    const unused = ALL.filter(
      (row) =>
        'fits' in row.trace &&
        (row.trace.in === 'page' || row.trace.in === 'json') &&
        !searched.some((one) => placesOf(row, one).length > 0),
    );
    expect(unused.map(({ product, trace }) => `${product}: ${JSON.stringify(trace)}`)).toEqual([]);
  });

  it('with a second sign are found with it, and not without', () => {
    const wrong = ALL.flatMap((row) => {
      const { trace } = row;
      if (!('words' in trace) || trace.beside === undefined) return [];
      const both = searchedIn(`<html>${trace.words}<p>${trace.beside.join(' and ')}</p>`);
      const alone = searchedIn(`<html>${trace.words}</html>`);
      const isWithin = trace.beside.every((other) =>
        trace.words.toLowerCase().includes(other.toLowerCase()),
      );
      const fits =
        placesOf(row, both).length > 0 && (isWithin || placesOf(row, alone).length === 0);
      return fits ? [] : [`${row.product}: ${trace.words}`];
    });
    expect(wrong).toEqual([]);
  });

  it('of headers are found in a head, in JSON and in a hash of Ruby', () => {
    const heads = [
      ['Server: Zscaler/6.2', 'Zscaler'],
      ['"cf-mitigated": "challenge"', 'Cloudflare'],
      ["'x-amzn-errortype': ['MissingAuthenticationTokenException']", 'AWS API Gateway'],
      ['"server"=>"AkamaiGHost"', 'Akamai'],
      ['< via: 1.1 x (Cisco-WSA/9.1.2-010)', 'Cisco Secure Web Appliance'],
    ] as const;
    for (const [text, product] of heads) {
      expect(signaturesIn(text).map(({ signature }) => signature.product)).toContain(product);
    }
    expect(signaturesIn('the server: Zscaler is what we use')).toEqual([]);
  });
});

describe('a match', () => {
  it('says where it stands in the text as it was given', () => {
    const text = 'x \u2028 body: "&lt;title&gt;Internet&#32;Security\\nby Zscaler" and more';
    const [match] = signaturesIn(text);
    expect(text.slice(match?.at, match?.end)).toBe('Internet&#32;Security\\nby Zscaler');
    expect(match?.words).toBe('Internet&#32;Security\\nby Zscaler');
  });

  it('counts once where several rows tell the same', () => {
    const found = signaturesIn('<title>Internet Security by Zscaler</title>', { status: 403 });
    expect(found).toHaveLength(1);
  });

  it('of a name alone counts with a refusal or a page only', () => {
    const text = '<html>Zscaler</html>';
    expect(signaturesIn(text)).toEqual([]);
    expect(signaturesIn(text, { status: 200 })).toEqual([]);
    expect(signaturesIn(text, { status: 403 })).toHaveLength(1);
    expect(signaturesIn(text, { isPageForJson: true })).toHaveLength(1);
  });
});

describe('hostile text', () => {
  it.each([
    ['open tags', '<a '.repeat(60_000)],
    ['backslashes', '\\'.repeat(200_000)],
    ['ampersands', '&amp;'.repeat(40_000)],
    ['anchors', 'just a moment'.repeat(15_000)],
    ['lone surrogates', '\ud800'.repeat(1000)],
  ])('of %s is read to its end', (_, text) => {
    expect(Array.isArray(signaturesIn(text, { status: 403 }))).toBe(true);
  });
});
