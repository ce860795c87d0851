import { findingsOf } from '../../run/report/findings.ts';
import type { Findings } from '../../diagnosis/diagnose.ts';
import type { Facts } from '../../model/fact.ts';
import { Pacer } from '../../run/pace/pacer.ts';
import { windowsOf } from '../../run/report/account-report.ts';
import { DEFAULT_BASE_URL } from '../../run/base-url.ts';
import { openClient, type Answer, type Client } from '../../run/client.ts';
import type { KeyReport } from '../../run/report/key-report.ts';
import type { Run } from '../../run/network-command.ts';
import { USAGE_PATHS } from '../../run/usage-budget.ts';
import { mayBeSent, type Budget } from './spending.ts';
import type { ProbeRequest } from './request/request.ts';

/** One answer and what it means. */
export interface Seen {
  readonly answer: Answer;
  readonly findings: Findings;
}

/** Makes the calls of one run: gated, paced, and diagnosed. */
export interface Session {
  readonly run: Run;
  readonly key: KeyReport;
  readonly budget: Budget;
  /** Sends a request that passed the gate; `extra` are facts from earlier answers. */
  send(request: ProbeRequest, extra?: Facts): Promise<Seen>;
}

/** A session for one run with the key that was found. */
export function openSession(run: Run, key: KeyReport): Session {
  const { io, target, options, client, usage, progress, signal } = run;
  // The simulator is asked for nothing that anybody else needs.
  const pacer = target.scenario === null ? new Pacer() : new Pacer(0);
  const budget = { maxCredits: options.maxCredits, simulated: target.scenario !== null };
  const elsewhere = new Map<string, Client>();

  async function clientFor({ endpoint }: ProbeRequest): Promise<Client> {
    const host = endpoint?.host;
    // A stand-in for the API stands in for its other hosts as well.
    if (host === undefined || target.baseUrl.href !== new URL(DEFAULT_BASE_URL).href) return client;
    const known = elsewhere.get(host);
    if (known !== undefined) return known;
    const baseUrl = new URL(`https://${host}`);
    const opened = await openClient(
      { ...target, baseUrl, hostSource: 'default' },
      options,
      io,
      signal,
      usage,
    );
    if (opened.ok) elsewhere.set(host, opened.value);
    return opened.ok ? opened.value : client;
  }

  async function pause(ms: number, what: string): Promise<void> {
    if (ms <= 0) return;
    if (ms >= 1_000) progress.update(`waiting ${Math.ceil(ms / 1_000)} s: ${what}`);
    await io.clock.sleep(ms, signal);
  }

  async function waitForUsage(path: string): Promise<void> {
    if (!USAGE_PATHS.includes(path)) return;
    await pause(await usage.waitMs(), 'five usage calls a minute are allowed');
  }

  return {
    run,
    key,
    budget,
    async send(request, extra = {}) {
      const allowed = mayBeSent(request, budget);
      if (!allowed.ok) throw new Error(`not allowed: ${request.method} ${request.path}`);
      const secret = request.key === 'omit' ? null : key.sendable;
      await waitForUsage(request.path);
      await pause(pacer.waitMs(io.clock.elapsed()), 'to leave room in the minute window');
      pacer.sent(io.clock.elapsed());
      const { method, path, headers, body } = request;
      const answer = await (
        await clientFor(request)
      ).call(
        {
          method,
          path,
          headers,
          ...(body === undefined ? {} : { body: body.text }),
          key: secret,
          placement: target.placement,
        },
        { ...key.facts, ...extra },
      );
      pacer.note(windowsOf(answer), io.clock.elapsed());
      return { answer, findings: findingsOf(answer, io.clock.now()) };
    },
  };
}
