/** The output of `curl --trace-ascii`: marks, and below them what was sent or received. */
const CLOCK = String.raw`(?:\d\d:\d\d:\d\d(?:\.\d{1,6})? )?`;
const MARK = new RegExp(
  `^${CLOCK}(?:(== Info): ?|(=> Send|<= Recv) (header|data|SSL data), \\d{1,12} bytes)(.*)$`,
);
const BYTES = /^([\da-f]{4,8}): (.*)$/;

type Mark = 'info' | 'sent' | 'received' | 'hidden';

export function isTraceLine(line: string): boolean {
  return MARK.test(line) || BYTES.test(line);
}

export function isTraceMark(line: string): boolean {
  return MARK.test(line);
}

/** True where a request begins, or an answer: what is inside TLS, not its bytes. */
export function isSending(line: string): boolean {
  return MARK.exec(line)?.[2] === '=> Send' && line.includes('header');
}

export function isReceiving(line: string): boolean {
  const [, , way, what] = MARK.exec(line) ?? [];
  return way === '<= Recv' && what !== 'SSL data';
}

/** The same as `curl -v` prints it. Lines are cut at 64 bytes there: the offsets tell which go on. */
export function fromTrace(text: string): string {
  const told: string[] = [];
  let mark: Mark = 'hidden';
  let lead = '';
  let goesOnAt = -1;
  for (const line of text.split('\n')) {
    const [isMark, info, way, what, rest = ''] = MARK.exec(line) ?? [];
    if (isMark !== undefined) {
      mark = info !== undefined ? 'info' : markOf(way, what);
      lead = what === 'header' ? (mark === 'sent' ? '> ' : '< ') : '';
      goesOnAt = -1;
      if (mark === 'info') told.push(`* ${rest}`);
      continue;
    }
    const [isBytes, offset = '', part = ''] = BYTES.exec(line) ?? [];
    if (isBytes === undefined || mark === 'info') {
      told.push(line);
      continue;
    }
    if (mark === 'hidden') continue;
    const at = Number.parseInt(offset, 16);
    if (at > 0 && at === goesOnAt) told.push(`${told.pop() ?? ''}${part}`);
    else told.push(`${lead}${part}`);
    goesOnAt = at + part.length;
  }
  return told.join('\n');
}

function markOf(way: string | undefined, what: string | undefined): Mark {
  if (what === 'SSL data') return 'hidden';
  return way === '=> Send' ? 'sent' : 'received';
}
