import { USAGE_PATH } from '../../knowledge/usage-paths.ts';
import type { KeyPlacement } from '../../model/exchange.ts';
import type { Facts } from '../../model/fact.ts';
import type { Secret } from '../../model/secret.ts';
import type { Answer } from '../../run/client.ts';
import type { Run } from '../../run/network-command.ts';
import { recentUsageCalls } from '../../run/usage-stamps.ts';

/** Calls of both that one run makes at most; five a minute are allowed, whoever makes them. */
const MOST_IN_A_RUN = 4;
const ALLOWED_A_MINUTE = 5;
const MINUTE_MS = 60_000;

/** Calls the usage endpoint, and keeps to what it allows. */
export class UsageCalls {
  readonly #run: Run;
  /** The key whose calls by other processes count. */
  readonly #key: Secret;
  /** Calls of the last minute before this run. */
  #before = 0;

  constructor(run: Run, key: Secret) {
    this.#run = run;
    this.#key = key;
  }

  /** How many more calls may be made now. */
  async room(): Promise<number> {
    const own = this.#run.client.cost().usageCalls;
    const recent = await this.#recent();
    const all = Math.max(this.#before + own, recent.length);
    return Math.min(MOST_IN_A_RUN - own, ALLOWED_A_MINUTE - all);
  }

  /** Milliseconds until the first call is allowed; 0 for now. To be asked before it is made. */
  async waitMs(): Promise<number> {
    const recent = (await this.#recent()).toSorted((a, b) => a - b);
    this.#before = recent.length;
    const freed = recent.at(-ALLOWED_A_MINUTE);
    const { clock } = this.#run.io;
    return freed === undefined ? 0 : Math.max(0, freed + MINUTE_MS - clock.now());
  }

  ask(
    key: Secret | null,
    how: { readonly path?: string; readonly placement?: KeyPlacement; readonly facts?: Facts } = {},
  ): Promise<Answer> {
    const { client, target } = this.#run;
    const { path = USAGE_PATH, placement = target.placement, facts = {} } = how;
    return client.call({ method: 'GET', path, key, placement }, facts);
  }

  #recent(): Promise<readonly number[]> {
    const { io, target } = this.#run;
    return recentUsageCalls(io, target.baseUrl.origin, this.#key);
  }
}
