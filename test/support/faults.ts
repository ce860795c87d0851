import { exitCodeOfLayer } from '../../src/model/exit-code.ts';
import type { Exchange } from '../../src/model/exchange.ts';
import { diagnose } from '../../src/diagnosis/diagnose.ts';
import { factsOf } from '../../src/evidence/facts.ts';
import { TEST_KEY } from './probing.ts';
import { reportIn, run, type Ran, type World } from './world.ts';

/** What a fault amounts to, as a user gets it. */
export interface Judgement {
  /** Cause id of the verdict; null when the report names none. */
  readonly verdict: string | null;
  readonly layer: string | null;
  readonly exitCode: number;
}

/** A judgement and the whole report it came from. */
export interface JudgedRun extends Judgement {
  readonly report: Record<string, unknown>;
  readonly ran: Ran;
}

const USAGE = ['probe-endpoint', 'GET', '/v3/account/usage'];

/** Runs a command against a base URL, as a user would, and reads the verdict off its JSON. */
export async function judged(
  baseUrl: string,
  { args = [], world = {}, command = USAGE }: Asked = {},
): Promise<JudgedRun> {
  const ran = await run(
    [...command, '--json', '--timeout', '1.5', '--base-url', baseUrl, ...args],
    { ...world, env: { LUSHA_API_KEY: TEST_KEY, ...world.env } },
  );
  const report = reportIn(ran);
  const [first] = report['diagnoses'] as readonly { cause: string; layer: string }[];
  const { cause: verdict = null, layer = null } = first ?? {};
  return { verdict, layer, exitCode: ran.exitCode, report, ran };
}

export interface Asked {
  readonly args?: readonly string[];
  readonly world?: World;
  readonly command?: readonly string[];
}

/** The judgement of an exchange that no base URL can bring about. */
export function lifted(exchange: Exchange): Judgement {
  const { verdict } = diagnose(factsOf(exchange, { now: Date.now() }));
  const { cause, layer, severity } = verdict;
  return { verdict: cause, layer, exitCode: severity === 'ok' ? 0 : exitCodeOfLayer(layer) };
}
