import { exitCodeOfLayer } from '../../src/model/exit-code.ts';
import type { Exchange } from '../../src/model/exchange.ts';
import { diagnose } from '../../src/diagnosis/diagnose.ts';
import { factsOf } from '../../src/evidence/facts.ts';
import { TEST_KEY } from './probing.ts';
import { reportIn, run, type Ran, type World } from './world.ts';

/** The first diagnosis of a run, as far as a table of them needs it. */
interface FirstDiagnosis {
  readonly cause: string;
  readonly layer: string;
  readonly title: string;
  readonly whoActs: string;
  readonly fixes: readonly { readonly text: string }[];
}

/** What a fault amounts to, as a user gets it. */
export interface Judgement {
  /** Cause id of the verdict; null when the report names none. */
  readonly verdict: string | null;
  readonly layer: string | null;
  readonly exitCode: number;
  readonly first: FirstDiagnosis | null;
  /** The whole report, where a run wrote one. */
  readonly report?: Record<string, unknown>;
}

/** A judgement and the whole report it came from. */
export interface JudgedRun extends Judgement {
  readonly report: Record<string, unknown>;
  readonly ran: Ran;
}

const USAGE = ['probe-endpoint', 'GET', '/v3/account/usage'];

/** Runs a command against a base URL, as a user would, and reads the verdict off its JSON. */
export function judged(
  baseUrl: string,
  { args = [], command = USAGE, ...asked }: Asked = {},
): Promise<JudgedRun> {
  return judgedRun(command, { args: ['--base-url', baseUrl, ...args], ...asked });
}

/** Runs a command as it is, and reads the verdict off its JSON. */
export async function judgedRun(
  command: readonly string[],
  { args = [], world = {} }: Omit<Asked, 'command'> = {},
): Promise<JudgedRun> {
  const ran = await run([...command, '--json', '--timeout', '1.5', ...args], {
    ...world,
    env: { LUSHA_API_KEY: TEST_KEY, ...world.env },
  });
  const report = reportIn(ran);
  const [first = null] = report['diagnoses'] as readonly FirstDiagnosis[];
  const { cause: verdict = null, layer = null } = first ?? {};
  return { verdict, layer, exitCode: ran.exitCode, first, report, ran };
}

export interface Asked {
  readonly args?: readonly string[];
  readonly world?: World;
  readonly command?: readonly string[];
}

/** The judgement of an exchange that no base URL can bring about, as a live run has it. */
export function lifted(exchange: Exchange): Judgement {
  const isDefault = exchange.request?.origin === 'https://api.lusha.com';
  const hostSource = {
    name: 'hostSource',
    value: isDefault ? 'default' : '--base-url',
    seenIn: 'settings',
  } as const;
  const { verdict } = diagnose(factsOf(exchange, { now: Date.now(), extra: { hostSource } }));
  const { cause, layer, severity } = verdict;
  const exitCode = severity === 'ok' ? 0 : exitCodeOfLayer(layer);
  return { verdict: cause, layer, exitCode, first: verdict };
}
