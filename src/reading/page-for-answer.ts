import { FactSet } from '../evidence/fact-set.ts';
import { knownMessageIn } from './matches/known-message.ts';
import type { Call } from './call.ts';

/** How far below a call the words about its body are looked for, in lines. */
const FAR_BELOW = 15;
const LONGEST = 8192;

/** A page came: by its type or its first tag. */
const PAGE =
  /\bcontent-?type["']?\s{0,3}[:=]\s{0,3}["']?text\/html|\bcontent type \[?text\/html|^\s{0,8}<(?:!doctype html|html)\b|\b(?:body|corpo|response|data|text)["']?\s{0,2}[:=]\s{0,2}["']?<(?:!doctype html|html)\b/im;
/** A parser of JSON met something else. */
const NOT_JSON =
  /unexpected token (?:at )?'?<|invalid character '<' looking for|unexpected mimetype:? text\/html|unexpected character \('<' \(code 60\)|expecting value: line 1 column 1 \(char 0\)|JSON\.parse: unexpected character at line 1 column 1|no suitable HttpMessageConverter found[^\n]{0,200}text\/html/i;

/**
 * Calls of which only the status says that they went well, and the lines below that a page came where
 * JSON is due: somebody else answered, so they failed.
 */
export function pagesForAnswers(calls: readonly Call[], lines: readonly string[]): readonly Call[] {
  return calls.map((call, at) => {
    const { response } = call.exchange;
    if (call.outcome !== 'ok' || call.whose.whose === 'other') return call;
    if (response === undefined || response.body.text !== '') return call;
    const next = calls[at + 1]?.first ?? lines.length + 1;
    const below = lines
      .slice(call.first - 1, Math.min(Math.max(next - 1, call.last), call.last + FAR_BELOW))
      .join('\n')
      .slice(0, LONGEST);
    const isParsed = NOT_JSON.test(below);
    if (!isParsed && !PAGE.test(below)) return call;
    const { facts } = new FactSet()
      .put('bodyKind', /html|</i.test(below) ? 'html' : undefined, 'the text below')
      .put('message', isParsed ? knownMessageIn(below) : undefined, 'the error text');
    return { ...call, outcome: 'failed', facts: { ...facts, ...call.facts } };
  });
}
