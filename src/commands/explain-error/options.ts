import type { Command } from '@commander-js/extra-typings';
import { nearest } from '../../knowledge/look-up/nearest.ts';
import { PLAN_IDS, planOf, type PlanId } from '../../knowledge/plans.ts';
import type { Header } from '../../model/exchange.ts';
import type { Clock } from '../../model/io.ts';
import { ok, wrongUsage, type Result } from '../../model/problem.ts';
import { timeOf } from '../../reading/logs/log-time.ts';
import { outputOptions } from '../../run/options/output.ts';
import { listedBy, numberIn, parsedBy } from '../../run/options/parse.ts';

/** Declares the options of `explain-error`. */
export function explainOptions(command: Command, clock: Pick<Clock, 'now'>) {
  const own = command
    .option('--list', 'list every cause this tool can tell apart')
    .option('--search <words>', 'every page that speaks of some words')
    .option('--conflicts', 'where sources disagree, and what was observed')
    .option('--exit-code', 'exit with the class of the cause instead of 0')
    .option('--case <file>', 'keep the pasted text, redacted, to report a wrong reading')
    .optionsGroup('About the call that failed:')
    .option('--endpoint <path>', 'its path, or the id of an endpoint')
    .option('--method <method>', 'its method', parsedBy(methodOf))
    .option('--plan <name>', 'plan of the account, for example pro', parsedBy(planNamed))
    .option('--sent-header <name>', 'name of a header it had (repeatable)', listedBy(headerOf))
    .optionsGroup('Logs (a file, several, or stdin; .gz too):')
    .option(
      '--top <n>',
      'causes to explain in full (default: 3)',
      numberIn('--top', {
        what: 'a whole number of causes',
        min: 0,
        max: 100,
        whole: true,
        example: 3,
      }),
    )
    .option(
      '--since <time>',
      'count from then on: 2h, 3d, 2026-11-23T14:00:00Z',
      parsedBy((text) => sinceOf(text, clock.now())),
    )
    .option('--follow', 'go on as the log grows; say what is new');
  return outputOptions(own, 'one line only; of a list one for each entry');
}

/** The values of these options as they were given. */
export type ExplainOptions = Readonly<ReturnType<ReturnType<typeof explainOptions>['opts']>>;

const METHODS = ['GET', 'POST', 'PUT', 'PATCH', 'DELETE', 'HEAD', 'OPTIONS'];
const HEADER_NAME = /^[!#$%&'*+.^_`|~0-9A-Za-z-]{1,128}$/;

function methodOf(text: string): Result<string> {
  const method = text.trim().toUpperCase();
  if (METHODS.includes(method)) return ok(method);
  return wrongUsage(
    'unknown-method',
    `--method does not know "${text}".`,
    `Use one of: ${METHODS.join(', ')}.`,
  );
}

function planNamed(text: string): Result<PlanId> {
  const plan = planOf(text);
  if (plan !== undefined) return ok(plan.id);
  const close = nearest(text.trim().toLowerCase(), PLAN_IDS, 1);
  return wrongUsage(
    'unknown-plan',
    `--plan does not know "${text}".`,
    `${close.length === 0 ? '' : `Did you mean ${close.join(', ')}? `}Known plans: ${PLAN_IDS.join(', ')}.`,
  );
}

/** A name, or a whole header line; the value is looked at for its scheme and thrown away. */
function headerOf(line: string): Result<Header> {
  const [, name = '', value = ''] = /^([^:]*):?(.*)$/s.exec(line) ?? [];
  if (HEADER_NAME.test(name.trim())) return ok({ name: name.trim(), value: value.trim() });
  return wrongUsage(
    'bad-header-name',
    '--sent-header takes the name of a header that the request had.',
    'For example:  --sent-header api_key   or   --sent-header "Authorization: Bearer"',
  );
}

const UNITS_MS: Readonly<Record<string, number>> = {
  s: 1000,
  m: 60_000,
  h: 3_600_000,
  d: 86_400_000,
  w: 604_800_000,
};

/** `90m`, `2d`, `2026-11-23` or a time, in epoch milliseconds like `now`. */
function sinceOf(text: string, now: number): Result<number> {
  const [, amount, unit = ''] = /^(\d{1,6})\s?([smhdw])$/.exec(text.trim()) ?? [];
  const ms = UNITS_MS[unit];
  if (amount !== undefined && ms !== undefined) return ok(now - Number(amount) * ms);
  const day = /^\d{4}-\d\d-\d\d$/.test(text.trim()) ? `${text.trim()}T00:00:00Z` : text.trim();
  const minute = day.replace(/^(\d{4}-\d\d-\d\d[T ]\d\d:\d\d)(Z|[+-]\d\d:?\d\d)?$/, '$1:00$2');
  const at = timeOf(minute, now);
  if (at !== null) return ok(at);
  return wrongUsage(
    'bad-since',
    `--since takes a span or a time, not "${text}".`,
    'For example:  --since 2h   --since 3d   --since 2026-11-23T14:00:00Z',
  );
}
