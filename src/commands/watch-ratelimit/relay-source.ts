import { factsOf } from '../../evidence/facts.ts';
import { ok, wrongUsage, type Failed, type Result } from '../../model/problem.ts';
import { openForwarder } from '../../probe/forward.ts';
import { isLoopbackName } from '../../probe/origin.ts';
import { chooseProxy } from '../../probe/proxy/proxy-settings.ts';
import { inTime } from '../../run/deadline.ts';
import { openRelay, type Relay } from './relay/relay.ts';
import type { RelayedCall } from './relay/witness.ts';
import { openTarget, type Target } from '../../run/target.ts';
import { trustOf } from '../../run/trust.ts';
import { learnFrom, learnFromSuccess } from './sample.ts';
import type { Setting, Source } from './source.ts';

/** Successes are taken in at most so often; each of them states the newest counters anyway. */
const SAMPLE_EVERY_MS = 250;

/** Stands between a program of the user and Lusha, and looks on. Makes no call. */
export async function openRelaySource(
  setting: Setting,
  port: number,
  counted: (call: { status: number | null; cause: string | null }) => void,
): Promise<Result<Source>> {
  const { io, options } = setting;
  const trust = await inTime(options.deadlineMs, io, (bounded) => trustOf(options.ca, bounded));
  if (!trust.ok) return trust;
  const target = await inTime(options.deadlineMs, io, (bounded) => openTarget(options, bounded));
  if (!target.ok) return target;
  const { baseUrl, proxy: option, authority } = target.value;
  if (isItself(baseUrl, port)) return ownTail(baseUrl);
  const proxy = chooseProxy({ env: io.env, option, target: baseUrl, node: io.platform.node });
  if (!proxy.ok) return proxy;
  const { choice } = proxy.value;
  if (choice.kind === 'unusable') return unusableProxy(choice);
  const forwarder = openForwarder({
    url: baseUrl,
    proxy: choice,
    ca: authority === null ? trust.value.ca : [...trust.value.ca, authority],
    clock: io.clock,
  });
  const onlooker = new Onlooker(setting, counted);
  const relay = await openRelay({
    port,
    forwarder,
    origin: baseUrl.origin,
    clock: io.clock,
    onCall: (call) => onlooker.take(call),
  });
  if (!relay.ok) return relay;
  return ok(sourceOf(relay.value, target.value, setting, onlooker));
}

/** Going round a proxy that is demanded would show the key where it is not meant to be. */
function unusableProxy({
  source,
  text,
}: {
  readonly source: string;
  readonly text: string;
}): Failed {
  return {
    ok: false,
    problem: {
      code: 'proxy-unusable',
      message: `${source} holds "${text}", which is no address of a proxy.`,
      fix: 'Write it as http://host:port, or go without a proxy:  --proxy none',
      exitCode: 3,
    },
  };
}

/** A base URL that leads back to the relay would go round in circles. */
function isItself({ hostname, port: basePort }: URL, port: number): boolean {
  return port !== 0 && isLoopbackName(hostname) && Number(basePort) === port;
}

function ownTail({ origin }: URL): Failed {
  return wrongUsage(
    'relay-to-itself',
    `The base URL ${origin} is the relay's own address.`,
    'Set LUSHA_BASE_URL for your program only, not for the relay.',
  );
}

function sourceOf(
  relay: Relay,
  target: Target,
  { io, signal }: Setting,
  onlooker: Onlooker,
): Source {
  io.stderr.write(
    `relay     ${relay.url} -> ${target.baseUrl.origin}\n` +
      `          Start your program with  LUSHA_BASE_URL=${relay.url}  or set that as its base\n` +
      `          URL. The key stays with your program.\n`,
  );
  return {
    what: `relay: base URL ${relay.url}`,
    key: null,
    nextAt: () => null,
    because: () => null,
    close: async () => {
      await relay.close();
      await target.close();
    },
    async run() {
      while (!signal.aborted) {
        await io.clock.sleep(SAMPLE_EVERY_MS, signal);
        onlooker.flush();
      }
      return null;
    },
  };
}

/** Turns passing calls into samples: each failure at once, successes together. */
class Onlooker {
  readonly #setting: Setting;
  readonly #counted: (call: { status: number | null; cause: string | null }) => void;
  #newest: RelayedCall | null = null;

  constructor(
    setting: Setting,
    counted: (call: { status: number | null; cause: string | null }) => void,
  ) {
    this.#setting = setting;
    this.#counted = counted;
  }

  take(call: RelayedCall): void {
    const { session, pause } = this.#setting;
    const { exchange, endedAt } = call;
    const status = exchange.response?.status ?? null;
    if (status !== null && status < 400 && exchange.failure === undefined) {
      this.#counted({ status, cause: null });
      this.#newest = call;
      return;
    }
    this.flush();
    const facts = factsOf(exchange, { now: endedAt });
    const learnt = learnFrom({ exchange, facts }, 'relay', session.serverClock, endedAt);
    this.#counted({ status, cause: learnt.sample.call?.cause ?? null });
    if (!pause.on) session.take(learnt);
  }

  flush(): void {
    const call = this.#newest;
    const { session, pause } = this.#setting;
    if (call === null || pause.on) return;
    this.#newest = null;
    session.take(learnFromSuccess(call.exchange, 'relay', session.serverClock, call.endedAt));
  }
}
