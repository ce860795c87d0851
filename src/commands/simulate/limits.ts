import { ok, wrongUsage, type Result } from '../../model/problem.ts';

/** Requests per window, null for no limit; `endpoint` is false when no endpoint has one of its own. */
export interface LimitSettings {
  readonly minute?: number | null;
  readonly hour?: number | null;
  readonly day?: number | null;
  readonly endpoint?: boolean;
}

const EXAMPLE = '--limits minute=5,hour=10,day=25';
const WINDOWS = ['minute', 'hour', 'day'] as const;

/** Reads limits such as `minute=5,hour=10,day=off`. */
export function limitsOf(text: string): Result<LimitSettings> {
  let limits: LimitSettings = {};
  for (const part of text.split(',')) {
    const one = limitOf(part.trim());
    if (one === null) {
      return wrongUsage(
        'bad-limits',
        `--limits cannot read "${part.trim()}".`,
        `Give minute, hour and day a whole number or "off"; "endpoint=off" lifts the limits that endpoints have to themselves. For example:  ${EXAMPLE}`,
      );
    }
    limits = { ...limits, ...one };
  }
  return ok(limits);
}

function limitOf(part: string): LimitSettings | null {
  const [, name, value = ''] = /^([a-z]+)=(off|on|\d{1,9})$/.exec(part) ?? [];
  if (name === 'endpoint') return /\d/.test(value) ? null : { endpoint: value === 'on' };
  const window = WINDOWS.find((one) => one === name);
  if (window === undefined || value === 'on') return null;
  return { [window]: value === 'off' ? null : Number(value) };
}
