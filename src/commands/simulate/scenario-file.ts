import type { GuardedIo } from '../../model/io.ts';
import { parseJson } from '../../model/json.ts';
import { ok, wrongUsage, type Result } from '../../model/problem.ts';
import { PLAN_NAMES } from '../../simulator/account/plans.ts';
import { isScenarioName, type ScenarioName } from '../../simulator/scenarios.ts';
import {
  flag,
  list,
  nullable,
  object,
  oneOf,
  record,
  text,
  whole,
  type Shape,
} from '../../simulator/shape.ts';
import { RANGES } from './options.ts';
import type { Settings } from './settings.ts';

/** A scenario of the user's own: one of ours with settings. */
export interface OwnScenario {
  readonly name: string;
  readonly about: string;
  readonly base: ScenarioName;
  readonly settings: Settings;
}

/** More than any list of scenarios written by hand. */
const MAX_FILE_BYTES = 1_048_576;

const EXAMPLE =
  '{ "scenarios": { "trial-ends": { "scenario": "healthy", "plan": "free", "credits": 3 } } }';

const LIMIT = nullable(whole(0));
const SCENARIO = object(
  {},
  {
    scenario: text(),
    about: text(),
    tls: flag(),
    plan: oneOf(PLAN_NAMES),
    credits: within('credits'),
    limits: object({}, { minute: LIMIT, hour: LIMIT, day: LIMIT, endpoint: flag() }),
    seed: text(),
    rules: list(text()),
    latency: within('latency'),
    jitter: within('jitter'),
    clockSkew: within('clockSkew'),
  },
);
const FILE = object({ scenarios: record(SCENARIO) }, { $schema: text() });

/** The scenarios of a file. */
export async function readScenarioFile(
  path: string,
  io: GuardedIo,
): Promise<Result<readonly OwnScenario[]>> {
  const read = await io.files.read(path, MAX_FILE_BYTES);
  if (!read.ok) return bad(path, `cannot be read: ${read.message}`);
  const value = parseJson(new TextDecoder().decode(read.bytes));
  if (value === undefined) return bad(path, 'is no valid JSON');
  if (!FILE.fits(value)) return bad(path, FILE.problems(value, '')[0] ?? 'has another form');
  const own: OwnScenario[] = [];
  for (const [name, entry] of Object.entries(value.scenarios)) {
    const { scenario: base = 'healthy', about = '', ...settings } = entry;
    if (!isScenarioName(base))
      return bad(path, `scenarios.${name}: there is no scenario "${base}"`);
    own.push({ name, about, base, settings });
  }
  return own.length === 0 ? bad(path, 'holds no scenario') : ok(own);
}

function within(name: keyof typeof RANGES): Shape<number> {
  return whole(RANGES[name].min, RANGES[name].max);
}

function bad(path: string, what: string): Result<never> {
  return wrongUsage('bad-scenario-file', `${path} ${what}.`, `For example:  ${EXAMPLE}`);
}
