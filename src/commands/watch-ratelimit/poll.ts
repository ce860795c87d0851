import type { Layer } from '../../model/layer.ts';
import { ok, type Problem, type Result } from '../../model/problem.ts';
import type { Secret } from '../../model/secret.ts';
import { nextPoll } from '../../quota/call-budget.ts';
import { fingerprintOf } from '../../key/fingerprint.ts';
import { USAGE_PATH } from '../../knowledge/usage-paths.ts';
import { inTime } from '../../run/deadline.ts';
import { openClient } from '../../run/client.ts';
import { reportKey } from '../../run/report/key-report.ts';
import { openTarget, usageBudgetOf, type Target } from '../../run/target.ts';
import type { UsageBudget } from '../../run/usage-budget.ts';
import { learnFrom } from './sample.ts';
import type { Setting, Source } from './source.ts';

/** A key that worked may be refused by a gateway's bad moment: a second refusal confirms it. */
const REFUSALS_OF_A_DEAD_KEY = 2;

/** Asks the usage endpoint again and again, never more often than it allows. */
export async function openPoll(setting: Setting, intervalMs: number): Promise<Result<Source>> {
  const { io, options } = setting;
  const target = await inTime(options.deadlineMs, io, (bounded) => openTarget(options, bounded));
  if (!target.ok) return target;
  const key = reportKey(target.value.keySearch, io);
  if (key.sendable === null) {
    await target.value.close();
    return {
      ok: false,
      problem: keyProblem(key.checks.find(({ status }) => status === 'fail')?.summary),
    };
  }
  return ok(new Poll(setting, target.value, key.sendable, intervalMs));
}

function keyProblem(summary = 'there is no key fit to be sent'): Problem {
  return {
    code: 'no-usable-key',
    message: `The account cannot be watched: ${summary}.`,
    fix: 'Look at it:  lusha-doctor check-key   No key is needed for --stdin, --file and --relay.',
    exitCode: 4,
  };
}

class Poll implements Source {
  readonly what: string;
  readonly key: string;
  readonly #setting: Setting;
  readonly #target: Target;
  readonly #secret: Secret;
  readonly #intervalMs: number;
  readonly #usage: UsageBudget;
  #failures = 0;
  #refusals = 0;
  #accepted = false;
  #nextAt: number | null = null;
  #because: string | null = null;

  constructor(setting: Setting, target: Target, secret: Secret, intervalMs: number) {
    this.#setting = setting;
    this.#target = target;
    this.#secret = secret;
    this.#intervalMs = intervalMs;
    this.#usage = usageBudgetOf(target, setting.io);
    this.what = `${target.baseUrl.host} every ${intervalMs / 1000} s`;
    this.key = fingerprintOf(secret);
  }

  nextAt(): number | null {
    return this.#nextAt;
  }

  because(): string | null {
    return this.#because;
  }

  async run(): Promise<Problem | null> {
    const { pause, signal } = this.#setting;
    while (!signal.aborted) {
      await pause.over(signal);
      await this.#turn();
      if (signal.aborted) break;
      const problem = await this.#ask();
      if (problem !== null) return problem;
      await this.#rest();
    }
    return null;
  }

  close(): Promise<void> {
    return this.#target.close();
  }

  /** Waits until the budget has a call left, other processes' calls included. */
  async #turn(): Promise<void> {
    const { io, signal } = this.#setting;
    for (;;) {
      const waitMs = await this.#usage.waitMs();
      if (waitMs <= 0 || signal.aborted) return;
      this.#because = 'five calls a minute are allowed';
      this.#nextAt = this.#setting.session.now() + waitMs;
      await io.clock.sleep(waitMs, signal);
    }
  }

  async #ask(): Promise<Problem | null> {
    const { io, options, session, signal } = this.#setting;
    // A client remembers its answers; one for each call keeps a long watch small.
    const client = await inTime(options.deadlineMs, io, (bounded) =>
      openClient(this.#target, options, bounded, signal, this.#usage),
    );
    if (!client.ok) return client.problem;
    const { placement } = this.#target;
    const answer = await client.value.call({
      method: 'GET',
      path: USAGE_PATH,
      key: this.#secret,
      placement,
    });
    if (signal.aborted) return null;
    const learnt = learnFrom(answer, 'poll', session.serverClock, io.clock.now());
    session.take(learnt);
    this.#count(learnt.layer);
    if (this.#keyIsDead()) {
      session.finish(4, `the key is refused (${learnt.sample.call?.cause ?? 'key'})`);
    }
    this.#plan(learnt.sample.retryAt);
    return null;
  }

  #count(layer: Layer | null): void {
    this.#failures = layer === null ? 0 : this.#failures + 1;
    this.#refusals = layer === 'key' ? this.#refusals + 1 : 0;
    this.#accepted ||= layer === null || layer === 'quota';
  }

  #keyIsDead(): boolean {
    return this.#refusals >= (this.#accepted ? REFUSALS_OF_A_DEAD_KEY : 1);
  }

  #plan(retryAt: number | null): void {
    const { session } = this.#setting;
    const { ms, because } = nextPoll({
      intervalMs: this.#intervalMs,
      failures: this.#failures,
      retryAt,
      view: session.tracker.view(session.now()),
      ownIn: (name) => session.tracker.ownIn(name),
    });
    this.#nextAt = session.now() + ms;
    this.#because = because;
  }

  async #rest(): Promise<void> {
    const { io, session, signal } = this.#setting;
    if (this.#nextAt === null) return;
    await io.clock.sleep(Math.max(0, this.#nextAt - session.now()), signal);
  }
}
