import type { Exchange, Response } from '../../model/exchange.ts';
import { readCurlNotes } from '../matches/curl-notes.ts';
import { connectionFailureIn, proxyFailureIn } from '../matches/failure-text.ts';
import { isStatusLine, messagesIn, type FoundMessage } from './http-messages.ts';
import type { PastedEntry, Recogniser } from '../paste.ts';
import { requestInText, requestNear } from '../matches/request-text.ts';
import { spokenLines } from '../matches/spoken-line.ts';

/** A response as it goes over the wire, alone or in the output of `curl -i` and `curl -v`. */
export const httpResponse: Recogniser = {
  name: 'http-response',
  read({ text, lines }) {
    const spoken = spokenLines(lines);
    const reply = spoken.findIndex((line) => line.speaker !== 'sent' && isStatusLine(line.text));
    const isVerbose = spoken.some(({ speaker }) => speaker === 'sent' || speaker === 'note');
    if (reply === -1 && !isVerbose) return null;

    const notes = spoken.filter(({ speaker }) => speaker === 'note').map((line) => line.text);
    const errors = spoken.filter(({ speaker }) => speaker === 'error').map((line) => line.text);
    const words = [...errors, ...notes].join('\n');
    const messages = messagesIn(spoken).filter(({ response }) => response.status >= 200);
    const tunnel = messages.find((message, index) => isTunnel(message, index, messages, words));
    const answers = messages.filter((message) => message !== tunnel);

    const way = readCurlNotes(notes);
    const proxy = tunnel === undefined ? way.proxy : hop(way.proxy, tunnel.response);
    const base: Exchange = {
      door: 'pasted',
      phases: [],
      ...way,
      ...(proxy === undefined ? {} : { proxy }),
    };
    // What follows is the server's text: a URL in it is not the one that was called.
    const before = requestInText(reply === -1 ? text : lines.slice(0, reply).join('\n'));
    if (answers.length === 0) return failed(base, words, before);
    const cut = connectionFailureIn(errors.join('\n'))?.failure;
    return answers.map(({ request, response }, index): PastedEntry => {
      const known = request ?? (index === 0 ? before : requestOf(text, index, answers.length));
      const exchange: Exchange = {
        ...base,
        response,
        ...(known === undefined ? {} : { request: known }),
        ...(cut === undefined || index < answers.length - 1 ? {} : { failure: cut }),
      };
      return { exchange, facts: {} };
    });
  },
};

const ANSWER_LINE = /^(?:< )?HTTP\/\d(?:\.\d)? [2-5]\d{2}\b/gm;

/** The request of a later answer: the command or the URL above it, when each answer is told apart. */
function requestOf(text: string, index: number, count: number): Exchange['request'] {
  const places = [...text.matchAll(ANSWER_LINE)].map((match) => match.index);
  const at = places.length === count ? places[index] : undefined;
  return at === undefined ? undefined : requestNear(text, at);
}

/** A proxy's answer to CONNECT: asked for as such, announced as such, or complained about. */
function isTunnel(
  { isConnect, response }: FoundMessage,
  index: number,
  messages: readonly FoundMessage[],
  words: string,
): boolean {
  if (isConnect) return true;
  if (index > 0) return false;
  const isOpened = /^connection established/i.test(response.statusText);
  const isRefused = messages.length === 1 && proxyFailureIn(words)?.proxy !== undefined;
  return isOpened || isRefused;
}

function hop(known: Exchange['proxy'], connect: Response): NonNullable<Exchange['proxy']> {
  return { url: 'unknown', source: 'pasted text', ...known, connect };
}

/** No answer came: the words of curl say why. */
function failed(
  base: Exchange,
  words: string,
  request: Exchange['request'],
): readonly PastedEntry[] | null {
  const found = proxyFailureIn(words) ?? connectionFailureIn(words);
  const proxy = base.proxy ?? found?.proxy;
  if (found === null && proxy?.connect === undefined) return null;
  return [
    {
      exchange: {
        ...base,
        ...(found === null ? {} : { failure: found.failure }),
        ...(proxy === undefined ? {} : { proxy }),
        ...(request === undefined ? {} : { request }),
      },
      facts: {},
    },
  ];
}
