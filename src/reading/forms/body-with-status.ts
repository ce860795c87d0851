import { answerEntry } from './answer-entry.ts';
import { jsonObjectOf } from '../matches/json-in-text.ts';
import type { Recogniser } from '../paste.ts';
import { requestInText } from '../matches/request-text.ts';

const LAST_LINE =
  /^(?:http_?code|status|HTTP)?[\s:=]{0,3}([1-5]\d{2})(?:[\s,;|]+[\w.:=/ -]{0,200})?$/i;

/** A body followed by its status on a line of its own, as `curl -w '\n%{http_code}'` prints them. */
export const bodyWithStatus: Recogniser = {
  name: 'json-body',
  read({ text, lines }) {
    const status = LAST_LINE.exec(lines.at(-1)?.trim() ?? '')?.[1];
    if (lines.length < 2 || status === undefined) return null;
    const body = jsonObjectOf(lines.slice(0, -1).join('\n'));
    if (body === null) return null;
    return [answerEntry(JSON.stringify(body), Number(status), requestInText(text))];
  },
};
