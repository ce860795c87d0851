const PREFIX =
  /^(?:\[?<?(?:\d{4}[-/]\d\d[-/]\d\d[T ][\d:.,]{8,15}\s?(?:Z|[+-]\d\d:?\d\d)?|[A-Z][a-z]{2} {1,2}\d{1,2} [\d:]{8}|\d{10,13}(?:\.\d{3})?)\]?>?|[\s|:-]{1,4}|\[?\b(?:TRACE|DEBUG|INFO|NOTICE|WARN(?:ING)?|ERROR|FATAL|CRITICAL|ERR|error|warn|info)\b\]?|\[[\w./: -]{1,60}\])\s{0,4}/;
const LONGEST_WORDS = 500;

/** The words of a line without its time, level and logger. */
export function wordsOf(line: string): string {
  let words = line.slice(0, LONGEST_WORDS * 2);
  for (let part = 0; part < 6; part += 1) {
    const shorter = words.replace(PREFIX, '');
    if (shorter === words) break;
    words = shorter;
  }
  return words.slice(0, LONGEST_WORDS);
}
