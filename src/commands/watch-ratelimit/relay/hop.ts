/** Headers that are about one connection, not about the message (RFC 9110, 7.6.1). */
const OF_THE_CONNECTION = new Set([
  'connection',
  'keep-alive',
  'proxy-connection',
  'proxy-authorization',
  'te',
  'trailer',
  'transfer-encoding',
  'upgrade',
  'expect',
]);

/**
 * The headers to send on, names and values in turn, spelling and order kept. Left out are
 * `Host`, which names the relay, and those of the connection, also when `Connection` names them.
 */
export function endToEndHeaders(raw: readonly string[]): string[] {
  const named = namedByConnection(raw);
  const kept: string[] = [];
  for (let at = 0; at + 1 < raw.length; at += 2) {
    const name = raw[at] ?? '';
    const lower = name.toLowerCase();
    if (lower === 'host' || OF_THE_CONNECTION.has(lower) || named?.has(lower) === true) continue;
    kept.push(name, raw[at + 1] ?? '');
  }
  return kept;
}

/** The headers of an answer to send on; its framing header stays, so that it is framed the same way. */
export function answerHeaders(raw: readonly string[]): string[] {
  const named = namedByConnection(raw);
  const kept: string[] = [];
  for (let at = 0; at + 1 < raw.length; at += 2) {
    const name = raw[at] ?? '';
    const lower = name.toLowerCase();
    const framing = lower === 'transfer-encoding' || lower === 'trailer';
    if ((!framing && OF_THE_CONNECTION.has(lower)) || named?.has(lower) === true) continue;
    kept.push(name, raw[at + 1] ?? '');
  }
  return kept;
}

function namedByConnection(raw: readonly string[]): ReadonlySet<string> | undefined {
  for (let at = 0; at + 1 < raw.length; at += 2) {
    const name = raw[at] ?? '';
    if (name.length !== 10 || name.toLowerCase() !== 'connection') continue;
    const tokens = (raw[at + 1] ?? '').toLowerCase().split(',');
    return new Set(tokens.map((token) => token.trim()).filter((token) => token !== 'close'));
  }
  return undefined;
}

/**
 * A reason phrase that may be sent on. Its bytes were read as UTF-8 and a header is written as
 * latin-1; control characters, which no client has to take, become blanks.
 */
export function reasonPhrase(statusText: string): string {
  const bytes = Buffer.from(statusText, 'utf8').toString('latin1');
  return bytes.replaceAll(/[^\t\x20-\x7e\x80-\xff]/g, ' ');
}
