import type { Header, Response, SentRequest } from '../../model/exchange.ts';
import { bodyOfText } from '../matches/body-text.ts';
import { bodyAmong } from './pasted-body.ts';
import {
  headerLineOf,
  requestLineOf,
  requestOfHead,
  type RequestLine,
} from '../matches/request-text.ts';
import type { SpokenLine } from '../matches/spoken-line.ts';

/** A response found in a text, with the head of its request when that is there too. */
export interface FoundMessage {
  readonly request: Partial<SentRequest> | undefined;
  /** True when the request was a CONNECT: a proxy answered it. */
  readonly isConnect: boolean;
  readonly response: Response;
}

const STATUS_LINE = /^HTTP\/\d(?:\.\d)? ([1-5]\d{2})(?: (.*))?$/;
const MOST_MESSAGES = 50;
const MOST_HEADERS = 300;
const LONGEST_VALUE = 8192;

/** True for the first line of a response. */
export function isStatusLine(line: string): boolean {
  return STATUS_LINE.test(line);
}

/** Reads the HTTP responses of a text, and the request heads before them, in order. */
export function messagesIn(lines: readonly SpokenLine[]): readonly FoundMessage[] {
  const reader = new MessageReader();
  for (const line of lines) reader.take(line);
  return reader.end();
}

class MessageReader {
  readonly #found: FoundMessage[] = [];
  #open: 'nothing' | 'request' | 'head' | 'body' = 'nothing';
  #request: { readonly line: RequestLine; readonly headers: Header[] } | null = null;
  #status = 0;
  #statusText = '';
  #headers: Header[] = [];
  #body: string[] = [];

  take({ speaker, text }: SpokenLine): void {
    if (speaker === 'note' || speaker === 'error' || speaker === 'noise') return;
    const status = speaker === 'sent' ? null : STATUS_LINE.exec(text);
    const request = speaker === 'received' ? null : requestLineOf(text);
    if (status !== null) this.#startResponse(Number(status[1]), status[2] ?? '');
    else if (request !== null) this.#startRequest(request);
    else this.#continue(text, speaker === 'plain');
  }

  end(): readonly FoundMessage[] {
    this.#close();
    return this.#found.slice(0, MOST_MESSAGES);
  }

  #startResponse(status: number, statusText: string): void {
    this.#close();
    this.#open = 'head';
    this.#status = status;
    this.#statusText = statusText.trim();
    this.#headers = [];
    this.#body = [];
  }

  #startRequest(line: RequestLine): void {
    this.#close();
    this.#open = 'request';
    this.#request = { line, headers: [] };
  }

  #continue(text: string, isPlain: boolean): void {
    const header = this.#open === 'request' || this.#open === 'head' ? headerLineOf(text) : null;
    if (header !== null) this.#addHeader(header);
    else if (this.#open === 'request') this.#open = 'nothing';
    else if (this.#open === 'head') {
      this.#open = 'body';
      if (text !== '' && isPlain) this.#body.push(text);
    } else if (this.#open === 'body' && isPlain) this.#body.push(text);
  }

  #addHeader({ name, value }: Header): void {
    const headers = this.#open === 'request' ? this.#request?.headers : this.#headers;
    if (headers === undefined || headers.length >= MOST_HEADERS) return;
    headers.push({ name, value: value.slice(0, LONGEST_VALUE) });
  }

  #close(): void {
    if (this.#open !== 'head' && this.#open !== 'body') return;
    const request = this.#request;
    this.#open = 'nothing';
    this.#request = null;
    this.#found.push({
      request: request === null ? undefined : requestOfHead(request.line, request.headers),
      isConnect: request?.line.method === 'CONNECT',
      response: {
        status: this.#status,
        statusText: this.#statusText,
        headers: this.#headers,
        body: bodyOfText(bodyAmong(this.#body, this.#headers)),
      },
    });
  }
}
