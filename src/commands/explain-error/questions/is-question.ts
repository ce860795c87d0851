import { connectionFailureIn, corsFailureIn } from '../../../reading/matches/failure-text.ts';
import { isClientWords } from '../../../reading/matches/client-words.ts';
import { knownMessageIn } from '../../../reading/matches/known-message.ts';
import { isReasonPhrase } from '../../../reading/matches/reason-phrase.ts';

/** More words than this are a text, not a question. */
const MOST_WORDS = 40;
/** What may stand before a question. */
const GREETING = /^(?:(?:hi|hello|hey|so|and|but|ok|please|sorry|lusha)[,:!]?\s+){1,2}/i;
const ASKS =
  /^(?:how|what|whats|what['’]s|why|when|where|wheres|where['’]s|which|wich|who|whose|whom|tell me|difference between|meaning of)\b/i;
/** `v2 deprecated when` */
const ASKS_LAST = /\s(?:how|what|why|when|where|who)\s?\??$/i;
/** `Could not find data`, `Is not a valid id` are what programs say; `could I` is a question. */
const ASKS_BY_VERB =
  /^(?:can|could|do|does|did|is|isn['’]?t|are|aren['’]?t|don['’]?t|doesn['’]?t|am|was|were|will|would|should|shall|may i|may we|has lusha|have i|have you)\s+(?!not\b|been\b)\S/i;
/** Words of somebody who tells what happened; no answer of an API has them. */
const TELLS = /(?:^|[\s"'(])(?:i|i['’]?m|i['’]?ve|my|but|although|though|even)(?=[\s"'?,]|$)/i;
/** The same, and programs have them at times. */
const MAY_TELL =
  /\b(?:we (?:get|got|see|have|use|want|need)|despite|instead|still|keeps?|keep getting|always|suddenly|sometimes|anymore|vs|versus|means?|meaning|difference|how to)\b/i;
/** What programs write and people do not. */
const OF_A_PROGRAM =
  /[{}[\]=\\|;$#]|<[/!]?\w|https?:\/\/|\w:\S|\b(?:\w{0,40}(?:Error|Exception)|warn(?:ing)?|fatal|ERR_\w+|E[A-Z]{5,})\b|\b\d{4}-\d\d-\d\d/;
const MAY_BE_OF_A_PROGRAM =
  /:\s|\b(?:error|exception|failed|failure|refused|denied|status|code)\b/i;

const TALK = /^\p{Ll}[\p{L}\p{N} ,.&/'’-]+$/u;

/**
 * True for something a person asks, and not for something a program said. `text` is what was
 * typed as arguments; a message that a cause knows is no question unless it is asked about.
 */
export function isQuestion(text: string): boolean {
  const asked = text.trim().replace(GREETING, '');
  const words = asked.split(/\s+/);
  if (asked.includes('\n') || words.length < 2 || words.length > MOST_WORDS) return false;
  if (ASKS.test(asked) || ASKS_LAST.test(asked)) return true;
  if (OF_A_PROGRAM.test(asked) || isClientWords(asked)) return false;
  if (TELLS.test(asked)) return true;
  if (knownMessageIn(asked) !== null) return false;
  if (ASKS_BY_VERB.test(asked) || /\w ?\?$/.test(asked)) return true;
  if (MAY_BE_OF_A_PROGRAM.test(asked)) return false;
  return MAY_TELL.test(asked) || isStatusWithWords(words) || isTalk(asked);
}

/** Words in lower case that no client prints for a connection that failed: a program begins with a capital. */
function isTalk(text: string): boolean {
  return (
    TALK.test(text) &&
    !isReasonPhrase(text) &&
    connectionFailureIn(text) === null &&
    corsFailureIn(text) === null
  );
}

/** `403 prospecting free plan`, and not `403 Forbidden`. */
function isStatusWithWords([status = '', ...rest]: readonly string[]): boolean {
  return /^[1-5]\d\d$/.test(status) && rest.length > 0 && !isReasonPhrase(rest.join(' '));
}
