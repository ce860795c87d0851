/** The notations of time that loggers, servers and proxies use. */

/** What a notation says: fields of a date, or milliseconds since the epoch. */
export interface TimeFields {
  readonly year?: number;
  /** From 1. */
  readonly month: number;
  readonly day: number;
  readonly hour: number;
  readonly minute: number;
  readonly second: number;
  readonly ms: number;
  readonly zone: string | undefined;
}

export interface TimeFormat {
  readonly pattern: RegExp;
  readonly read: (parts: Parts) => TimeFields | number | null;
}

type Parts = Readonly<Record<string, string | undefined>>;

const CLOCK = String.raw`(?<hour>\d{1,2}):(?<minute>\d\d)(?::(?<second>\d\d)(?:[.,](?<fraction>\d{1,9}))?)?`;
const FULL_CLOCK = String.raw`(?<hour>\d\d):(?<minute>\d\d):(?<second>\d\d)(?:[.,](?<fraction>\d{1,9}))?`;
const NOON = String.raw`(?: ?(?<noon>[AaPp])\.?[Mm]\b)?`;
/** Hours that a zone is ahead of UTC; names that stand for several zones are not in it. */
export const ZONES: Readonly<Record<string, number>> = {
  Z: 0,
  UTC: 0,
  GMT: 0,
  WET: 0,
  WEST: 1,
  BST: 1,
  CET: 1,
  CEST: 2,
  EET: 2,
  EEST: 3,
  MSK: 3,
  EST: -5,
  EDT: -4,
  CST: -6,
  CDT: -5,
  MST: -7,
  MDT: -6,
  PST: -8,
  PDT: -7,
  SGT: 8,
  HKT: 8,
  JST: 9,
  AEST: 10,
  AEDT: 11,
};
const NAMES = Object.keys(ZONES).join('|');
const ZONE = String.raw`(?: ?(?<zone>(?:${NAMES})\b|[+-]\d\d(?::?\d\d)?(?!\d)))?`;
const MONTHS = ['Jan', 'Feb', 'Mar', 'Apr', 'May', 'Jun', 'Jul', 'Aug', 'Sep', 'Oct', 'Nov', 'Dec'];
const MONTH = `(?<name>${MONTHS.join('|')})`;

/** Of two that begin at the same place the one above is taken. */
export const TIME_FORMATS: readonly TimeFormat[] = [
  // 2026-11-23T14:03:12.431Z, 2026/11/23 14:03:12, 2026-11-23T14:03Z
  format(
    String.raw`(?<!\d)(?<year>20\d\d)[-/.](?<month>\d\d)[-/.](?<day>\d\d)[T ,_]{1,2}${CLOCK}${NOON}${ZONE}`,
  ),
  // 20261123T140312Z
  format(
    String.raw`(?<!\d)(?<year>20\d\d)(?<month>\d\d)(?<day>\d\d)T(?<hour>\d\d)(?<minute>\d\d)(?<second>\d\d)(?:[.,](?<fraction>\d{1,9}))?${ZONE}`,
  ),
  // nginx and Apache: 23/Nov/2026:14:03:12 +0100
  format(String.raw`(?<!\d)(?<day>\d\d)\/${MONTH}\/(?<year>20\d\d):${FULL_CLOCK}${ZONE}`),
  // HTTP, and Tomcat: Mon, 23 Nov 2026 14:03:12 GMT, 23-Nov-2026 14:03:12.431
  format(String.raw`(?<!\d)(?<day>\d{1,2})[ -]${MONTH}[ -](?<year>20\d\d) ${FULL_CLOCK}${ZONE}`),
  // `date` and Apache's error log: Mon Nov 23 14:03:12.431 2026, Mon Nov 23 14:03:12 UTC 2026
  format(String.raw`\b${MONTH} {1,2}(?<day>\d{1,2}) ${FULL_CLOCK}${ZONE} (?<year>20\d\d)\b`),
  // 11/23/2026 2:03:12 PM
  format(
    String.raw`(?<!\d)(?<month>\d{1,2})\/(?<day>\d{1,2})\/(?<year>20\d\d),? {1,2}${CLOCK} ?(?<noon>[AaPp])\.?[Mm]\b${ZONE}`,
  ),
  // 23/11/2026 14:03:12 and 11/23/2026 14:03:12: read where only one order makes a date
  format(
    String.raw`(?<!\d)(?<first>\d{1,2})\/(?<other>\d{1,2})\/(?<year>20\d\d),? {1,2}${CLOCK}${ZONE}`,
  ),
  // 23.11.2026 14:03:12
  format(
    String.raw`(?<!\d)(?<day>\d{1,2})\.(?<month>\d{1,2})\.(?<year>20\d\d),? {1,2}${CLOCK}${ZONE}`,
  ),
  // syslog: Nov 23 14:03:12, without a year
  format(String.raw`^(?:<\d{1,3}>)?${MONTH} {1,2}(?<day>\d{1,2}) ${FULL_CLOCK}`),
  // klog: E1123 14:03:12.431000
  format(String.raw`^[IWEF](?<month>\d\d)(?<day>\d\d) ${FULL_CLOCK}`),
  // 1795442592, [1795442592431], 1795442592.431 at the head of a line
  epoch(String.raw`^[[("]?(?<epoch>1\d{9}(?:\d{3}){0,3}(?:\.\d{1,9})?)(?=[\])"\s|,;:]|$)`),
  epoch(
    String.raw`(?<![\w-])@?(?:time|timestamp|ts|t|date|datetime|timestampInMs|timeUnixNano|__REALTIME_TIMESTAMP)["']?\s?[:=]\s?["']?(?<epoch>1\d{9}(?:\d{3}){0,3}(?:\.\d{1,9})?)(?!\d)`,
  ),
];

function format(pattern: string): TimeFormat {
  return { pattern: new RegExp(pattern), read: fieldsOf };
}

function epoch(pattern: string): TimeFormat {
  return { pattern: new RegExp(pattern), read: ({ epoch: digits = '' }) => epochMs(digits) };
}

/** Seconds, milliseconds, microseconds or nanoseconds since the epoch, told by their digits. */
export function epochMs(text: string): number | null {
  if (!/^1\d{9}(?:\d{3}){0,3}(?:\.\d{1,9})?$/.test(text)) return null;
  const [whole = '', fraction = ''] = text.split('.', 2);
  // Cut as text: as a number 1.005 can be a little less than that.
  return Number((whole + fraction).slice(0, 13).padEnd(13, '0'));
}

function fieldsOf(parts: Parts): TimeFields | null {
  const date = dateOf(parts);
  if (date === null) return null;
  const hour = hourOf(Number(parts['hour']), parts['noon']);
  const fields = {
    ...date,
    hour,
    minute: Number(parts['minute']),
    second: Number(parts['second'] ?? 0),
    ms: Math.floor(Number(`0.${parts['fraction'] ?? '0'}`) * 1000),
    zone: parts['zone'],
  };
  const isTime = date.month >= 1 && date.month <= 12 && date.day >= 1 && date.day <= 31;
  if (!isTime || hour > 23 || fields.minute > 59 || fields.second > 60) return null;
  return parts['year'] === undefined ? fields : { ...fields, year: Number(parts['year']) };
}

function dateOf(parts: Parts): { readonly month: number; readonly day: number } | null {
  const { name, first, other } = parts;
  if (name !== undefined) return { month: MONTHS.indexOf(name) + 1, day: Number(parts['day']) };
  if (first === undefined) return { month: Number(parts['month']), day: Number(parts['day']) };
  const [one, two] = [Number(first), Number(other)];
  if (one > 12) return { month: two, day: one };
  return two > 12 || one === two ? { month: one, day: two } : null;
}

function hourOf(hour: number, noon: string | undefined): number {
  if (noon === undefined) return hour;
  return (hour % 12) + (noon.toLowerCase() === 'p' ? 12 : 0);
}
