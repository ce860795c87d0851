/**
 * Tells for the lines after the first of an entry whether they belong to it: `maybe` leaves it to
 * the lines that follow, `last` takes the line and no more.
 */
export type Follower = (line: string) => 'in' | 'maybe' | 'last' | 'out';

const CONTINUES =
  /^(?:[ \t]+\S|[}\])]|"[})]|Caused by:|caused by:|at \S|\.\.\. \d|---> |\[cause\]|\[stacktrace\]|#\d{1,3} \S|> File "|Suppressed:)/;
const CURL = /^(?:[<>*](?: (?!File ")|$)|[{}] \[|curl: \()/;
const CURL_PART = /^(?:[<>*](?: |$)|[{}] \[|curl: \(|[{[<]| {2}(?:%|\s*\d)|HTTP\/)/;
const EXCEPTION =
  /^(?:[A-Za-z_]\w{0,60}\.){0,6}\w{0,60}(?:Error|Exception|Timeout|Exit|Disconnected|gaierror|timeout)\b/;
const CHAINED = /^(?:During handling of|The above exception)/;

/** True for a line that is part of the entry above it. */
export function continuesAbove(line: string): boolean {
  return CONTINUES.test(line) || CURL.test(line);
}

/** True when `above` can be a part of the output of curl that `line` belongs to. */
export function goesOnAbove(line: string, above: string): boolean {
  return CONTINUES.test(line) || CURL_PART.test(above);
}

/** What to do with the lines after an entry's first line. */
export function followerOf(first: string): Follower {
  if (/^(?:[}\])>])?HTTP\/\d/.test(first)) return answerFollower();
  if (CURL.test(first)) return (line) => (CURL_PART.test(line) ? 'in' : 'out');
  if (first.startsWith('Traceback (most recent')) return tracebackFollower();
  return detailFollower(first);
}

const PAGE = /<(?:!doctype html|html)\b/i;
/** What may go on after an empty line: OpenSSL's messages end with a line break. */
const AFTER_BLANK = /^(?:[ \t]+at \S|Caused by:)/;

/** Indented lines and what closes them; a page that is quoted; frames also after one empty line. */
function detailFollower(first: string): Follower {
  let isPage = PAGE.test(first) && !/<\/html>/i.test(first);
  let isAfterBlank = false;
  return (line) => {
    if (isAfterBlank) {
      isAfterBlank = false;
      return AFTER_BLANK.test(line) ? 'in' : 'out';
    }
    if (line.trim() === '') {
      isAfterBlank = true;
      return 'maybe';
    }
    if (isPage && line.startsWith('<')) {
      isPage = !/<\/html>/i.test(line);
      return 'in';
    }
    return CONTINUES.test(line) ? 'in' : 'out';
  };
}

/** Header lines, an empty one, then a body of one line or of an indented block. */
function answerFollower(): Follower {
  let part: 'head' | 'body' | 'block' = 'head';
  return (line) => {
    if (part === 'head') {
      if (/^[\w-]{1,60}:/.test(line)) return 'in';
      part = 'body';
      return line.trim() === '' ? 'maybe' : 'out';
    }
    if (part === 'block') return /^(?:\s+\S|[{["])/.test(line) ? 'in' : closing(line);
    if (/^[{[<]\s*$/.test(line)) {
      part = 'block';
      return 'in';
    }
    return /^[{["<]/.test(line) ? 'last' : 'out';
  };
}

function closing(line: string): 'last' | 'out' {
  return /^[}\]<]/.test(line) ? 'last' : 'out';
}

/** Frames are indented; the exception stands at their end; a chain goes on after a blank line. */
function tracebackFollower(): Follower {
  let isOver = false;
  return (line) => {
    if (CHAINED.test(line) || (!isOver && line.startsWith('Traceback'))) {
      isOver = false;
      return 'in';
    }
    if (line.trim() === '') return 'maybe';
    if (isOver) return CONTINUES.test(line) ? 'in' : 'out';
    if (EXCEPTION.test(line)) {
      isOver = true;
      return 'in';
    }
    return CONTINUES.test(line) ? 'in' : 'out';
  };
}
