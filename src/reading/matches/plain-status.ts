import { isExpectation } from './status-expected.ts';
import { isNumbered } from './status-mention.ts';
import { statusOfReason } from './reason-phrase.ts';
import { isSaidByAnother } from './said-by-another.ts';

const LONGEST = 300;
const MOST_LINES = 6;
/** Statuses that people write of; any other number is more likely a number. */
const NUMBER =
  /(?<![\w.,:$€£#+-]|\d |[=!]==? ?)(4(?:0[0-9]|1[0235]|2[2-9]|31|51|99)|5(?:0[0-4]|2[0-6]|30))s?(?![\w%:€$£]|[.,-]\d| \d|\s{0,2}(?:of|from|out of|per|a) (?:\d|the|month|year|day|hour|minute)|['"]?[\s-]{0,2}(?:ms|msec|s|sec|seconds?|sekunden|min|minutes?|minuten|h|hours?|days?|tage|jours|bytes?|[kmg]i?b|items?|rows?|zeilen|lignes?|filas|records?|contacts?|contactos|kontakte|companies|firmen|empresas|entreprises|credits?|calls?|results?|files?|lines?|leads?|users?|emails?|phones?|people|personen|employees|mitarbeiter|customers|kunden|tests?|times|mal|fois|veces|usd|eur|euros?|dollars?|aufrufe|anfragen|requests?)\b)/gi;
const ROUND: readonly number[] = [400, 500];
/** What the sentence has to be about, for a number in it to be a status. */
const TOPIC =
  /\blusha|\bapi\b|\bhttp|\bend-?points?\b|\benrich|\bprospecting\b|\berr(?:or|eur|ore)?s?\b|\bfehler|\bfallo\b|\brequests?\b|\bstatus\b|\bcode\b/i;
const ANSWERED =
  /\berr(?:or|eur|ore)?s?\b|\bfehler|\bhttp|\bstatus|\bcode\b|\b(?:get|gets|getting|got|give|gives|giving|gave|return|returns|returning|returned|throw|throws|throwing|hit|hits|hitting|see|seeing|respond\w*|answer\w*|fail\w*|down|bekomme\w*|erhalte\w*|liefert|wirft|renvoie|retourne|re[cç]ois|devuelve|da)\b/i;
/** Cells of a table, one beside the other. */
const COLUMNS = /\S {3,}\S[^\n]{0,60}? {3,}\S/;
/** Names with a number each, one below the other. */
const COUNTS =
  /(?:^|\n)\p{L}[\p{L} ]{1,40} \d[\d ,.]{0,12}\n\p{L}[\p{L} ]{1,40} \d[\d ,.]{0,12}(?:\n|$)/u;
/** Lines of logs are read by other rules. */
const LOGGED =
  /\b\d{1,2}:\d\d:\d\d\b|\b\d{4}-\d\d-\d\d\b|\b(?:DEBUG|INFO|WARN(?:ING)?|ERROR|FATAL)\b|\w=\w/;

/** What people say for a status. */
const SAID: readonly (readonly [words: RegExp, status: number])[] = [
  [/\bunauthori[sz]ed\b|\bnicht autorisiert\b|\bnon autoris[ée]e?\b|\bno autorizado\b/i, 401],
  [
    /\bapi[ -]?key (?:is |was )?(?:invalid|wrong|not valid|not accepted|rejected|refused)\b|\b(?:wrong|bad) api[ -]?key\b/i,
    401,
  ],
  [
    /\bpayment required\b|\b(?:no|out of|zero|0) (?:more )?credits\b(?: left)?|\bcredits (?:are |have )?(?:all )?(?:been )?(?:used up|exhausted|gone)\b/i,
    402,
  ],
  [/\bforbidden\b/i, 403],
  [
    /\btoo many requests\b|\brate[ -]?limit(?:ed|ing)\b|\bthrottled\b|\b(?:quota|rate limit)s? (?:is |was |has been )?(?:exceeded|exhausted|used up|reached)\b/i,
    429,
  ],
  [/\binternal server error\b/i, 500],
  [/\bbad gateway\b/i, 502],
  [/\bservice (?:temporarily )?unavailable\b/i, 503],
  [/\bgateway time-?out\b/i, 504],
];

/**
 * The status that a short sentence tells of: "lusha gives me a 403 since this morning", "no credits
 * left". Null unless exactly one is named.
 */
export function plainStatusIn(text: string): number | null {
  const sentence = text.trim();
  if (sentence.length > LONGEST || sentence.split('\n').length > MOST_LINES) return null;
  const alone = statusOfReason(sentence.replace(/^["'“‘\s]+|["'”’\s.!?]+$/g, ''));
  if (alone !== null && alone >= 400) return alone;
  if ([LOGGED, COLUMNS, COUNTS].some((form) => form.test(sentence))) return null;
  const numbers = numbersIn(sentence);
  if (numbers.size > 1) return null;
  const [number] = numbers;
  if (number !== undefined && TOPIC.test(sentence)) {
    return ROUND.includes(number) && !ANSWERED.test(sentence) ? null : number;
  }
  if (number !== undefined) return null;
  const said = SAID.filter(([words]) => {
    const match = words.exec(sentence);
    return match !== null && !isSaidByAnother(sentence, match.index);
  });
  const [first] = said;
  if (first === undefined || said.length > 1) return null;
  const isAlone = sentence.length <= (first[0].exec(sentence)?.[0].length ?? 0) + 3;
  return isAlone || TOPIC.test(sentence) ? first[1] : null;
}

function numbersIn(sentence: string): ReadonlySet<number> {
  const found = new Set<number>();
  for (const { index, 1: digits } of sentence.matchAll(NUMBER)) {
    if (isNumbered(sentence, index) || isExpectation(sentence, index)) continue;
    if (isSaidByAnother(sentence, index)) continue;
    found.add(Number(digits));
  }
  return found;
}
