/** Reads the time of a log line, in the notations that loggers, servers and proxies use. */

const ISO =
  /\b(20\d\d)[-/](\d\d)[-/](\d\d)[T ](\d\d):(\d\d):(\d\d)(?:[.,](\d{1,9}))?\s?(Z|UTC|[+-]\d\d:?\d\d)?/;
/** nginx and Apache: `[23/Nov/2026:14:03:12 +0100]`. */
const COMMON = /\b(\d\d)\/([A-Z][a-z]{2})\/(20\d\d):(\d\d):(\d\d):(\d\d)(?: ([+-]\d{4}))?/;
/** An HTTP date, and what `date` prints: `Mon, 23 Nov 2026 14:03:12 GMT`. */
const HTTP = /\b(\d{1,2}) ([A-Z][a-z]{2}) (20\d\d) (\d\d):(\d\d):(\d\d)(?: (?:GMT|([+-]\d{4})))?/;
/** syslog: `Nov 23 14:03:12`, without a year. */
const SYSLOG = /^(?:<\d{1,3}>)?([A-Z][a-z]{2})\s{1,2}(\d{1,2}) (\d\d):(\d\d):(\d\d)/;
/** Epoch seconds with a fraction at the start of a line (squid), or seconds and more under a name. */
const EPOCH = /^(1\d{9})\.(\d{3})\b/;
const NAMED_EPOCH =
  /["']?(?:time|timestamp|ts|@timestamp|date|t)["']?\s?[:=]\s?["']?(1\d{9}(?:\d{3}){0,3}(?:\.\d{1,9})?)\b/;

const MONTHS = ['Jan', 'Feb', 'Mar', 'Apr', 'May', 'Jun', 'Jul', 'Aug', 'Sep', 'Oct', 'Nov', 'Dec'];
const SEARCHED = 600;

/**
 * Epoch milliseconds of the first time in a line, or null. A time without a zone is taken as UTC,
 * as log collectors write it; one without a year as the last such day before `now`.
 */
export function timeOf(line: string, now: number): number | null {
  const text = line.length > SEARCHED ? line.slice(0, SEARCHED) : line;
  return isoIn(text) ?? epochIn(text) ?? namedMonthIn(text) ?? syslogIn(text, now);
}

function isoIn(text: string): number | null {
  const [, year, month, day, hour, minute, second, fraction = '0', zone] = ISO.exec(text) ?? [];
  if (year === undefined) return null;
  const ms = Math.floor(Number(`0.${fraction}`) * 1000);
  return (
    Date.UTC(
      Number(year),
      Number(month) - 1,
      Number(day),
      Number(hour),
      Number(minute),
      Number(second),
    ) +
    ms -
    offsetOf(zone)
  );
}

function epochIn(text: string): number | null {
  const [, seconds, ms] = EPOCH.exec(text) ?? [];
  if (seconds !== undefined) return Number(seconds) * 1000 + Number(ms);
  const named = NAMED_EPOCH.exec(text)?.[1];
  if (named === undefined) return null;
  const digits = named.split('.', 1)[0]?.length ?? 0;
  return Math.floor(Number(named) / 10 ** (digits - 13));
}

function namedMonthIn(text: string): number | null {
  const common = COMMON.exec(text) ?? HTTP.exec(text);
  if (common === null) return null;
  const [, day, month = '', year, hour, minute, second, zone] = common;
  const index = MONTHS.indexOf(month);
  if (index === -1) return null;
  return (
    Date.UTC(Number(year), index, Number(day), Number(hour), Number(minute), Number(second)) -
    offsetOf(zone)
  );
}

function syslogIn(text: string, now: number): number | null {
  const [, month = '', day, hour, minute, second] = SYSLOG.exec(text) ?? [];
  const index = MONTHS.indexOf(month);
  if (index === -1) return null;
  const inYear = (year: number) =>
    Date.UTC(year, index, Number(day), Number(hour), Number(minute), Number(second));
  const year = new Date(now).getUTCFullYear();
  // A day ahead is a clock or a zone; more is last year.
  return inYear(year) > now + 86_400_000 ? inYear(year - 1) : inYear(year);
}

/** Milliseconds that a zone is ahead of UTC. */
function offsetOf(zone: string | undefined): number {
  const [, sign, hours, minutes] = /^([+-])(\d\d):?(\d\d)$/.exec(zone ?? '') ?? [];
  if (sign === undefined) return 0;
  const ms = (Number(hours) * 60 + Number(minutes)) * 60_000;
  return sign === '-' ? -ms : ms;
}
