import {
  createServer as createHttpServer,
  type IncomingMessage,
  type RequestListener,
  type ServerResponse,
} from 'node:http';
import { createServer as createHttpsServer } from 'node:https';
import { createServer as createRawServer, type Server, type Socket } from 'node:net';
import type { Clock } from '../../model/io.ts';
import type { Answer } from './answer.ts';
import { answerLikeLusha, type Api, type Handled } from '../api.ts';
import { disturbedAnswer, fateOf, type Chaos } from './chaos.ts';
import { breakAnswer, type Pause } from '../faults.ts';
import { fixedAnswer } from './fixed-answer.ts';
import { uuidFrom } from '../data/hash.ts';
import { serveProxy } from './proxy.ts';
import { receive, type ReceivedRequest } from './received.ts';
import type { RequestLogEntry } from './request-log-entry.ts';
import { entryOf } from './request-log.ts';
import type { Effect } from '../rules.ts';
import type { Behaviour, Fault } from '../scenarios/scenario.ts';
import { breakHandshake } from './tls-faults.ts';
import { transmit } from './transmit.ts';

/** A certificate with its private key, both PEM. */
export interface ServerCertificate {
  readonly key: string;
  readonly cert: string;
}

/** Everything a server needs to play its scenario. */
export interface Stage extends Omit<Api, 'behaviour'> {
  readonly behaviour: Behaviour;
  readonly clock: Clock;
  readonly certificate: ServerCertificate | null;
  readonly record: (entry: RequestLogEntry) => void;
  readonly chaos: Chaos;
}

/** True when nobody is to listen at the address that is given out. */
export function isDeserted(behaviour: Behaviour): boolean {
  return (
    behaviour.kind === 'nobody' || (behaviour.kind === 'proxy' && behaviour.connect === 'nobody')
  );
}

/** A server, not yet listening, that plays the scenario. */
export function createServer(stage: Stage): Server {
  const { behaviour, certificate } = stage;
  if (isDeserted(behaviour)) return createRawServer();
  if (behaviour.kind === 'proxy' && behaviour.connect !== 'nobody') {
    return serveProxy(behaviour.connect, stage);
  }
  if (behaviour.kind === 'tls-fault') {
    return createRawServer((socket) => breakHandshake(behaviour.fault, socket));
  }
  let serial = 0;
  const listener: RequestListener = (message, response) => {
    serial += 1;
    void serve(stage, message, response, serial);
  };
  return certificate === null
    ? createHttpServer(listener)
    : createHttpsServer({ ...certificate }, listener);
}

/** Reads one request, answers it and records it; a client that goes away meanwhile is no fault. */
async function serve(
  stage: Stage,
  message: IncomingMessage,
  response: ServerResponse,
  serial: number,
): Promise<void> {
  const at = stage.clock.now();
  let request: ReceivedRequest;
  try {
    request = await receive(message);
  } catch {
    message.socket.destroy();
    return;
  }
  const { delayMs, effect } = fateOf(stage.chaos, request.method, request.path, serial);
  const { socket } = message;
  const pause = pauseFor(response, socket, stage.clock);
  if (delayMs > 0 && !(await pause(delayMs))) return;
  const fault = faultFor(stage.behaviour, effect);
  if (fault !== null) {
    stage.record(entryOf(request, at, null));
    await breakAnswer(fault, socket, pause);
    return;
  }
  const instead = effect?.kind === 'status' ? disturbedAnswer(effect.status, at) : null;
  const handled = handle(stage, request, at, serial, instead);
  stage.record(entryOf(request, at, handled));
  transmit(response, handled.answer, stage.clock.now());
}

/** The faults behind the effects that break an answer. */
const FAULT_OF: Partial<Readonly<Record<Effect['kind'], Fault>>> = {
  reset: 'reset',
  close: 'close',
  cut: 'cut-body',
  silent: 'silence',
};

/** The fault that this request meets, if any: its scenario's, or one that a rule drew for it. */
function faultFor(behaviour: Behaviour, effect: Effect | null): Fault | null {
  if (behaviour.kind === 'fault') return behaviour.fault;
  return effect === null ? null : (FAULT_OF[effect.kind] ?? null);
}

function handle(
  stage: Stage,
  request: ReceivedRequest,
  now: number,
  serial: number,
  instead: Answer | null,
): Handled {
  const { behaviour } = stage;
  if (behaviour.kind === 'api') {
    return answerLikeLusha({ ...stage, behaviour }, request, now, serial, instead);
  }
  const requestId = uuidFrom(stage.world.seed, 'request', String(serial));
  const fixed = behaviour.kind === 'answer' ? behaviour.answer : { status: 500 };
  return { answer: fixedAnswer(fixed, now, requestId), endpoint: null, verdict: null };
}

/** A pause that ends early, with false, when the connection is over. */
function pauseFor(response: ServerResponse, socket: Socket, clock: Clock): Pause {
  let over: AbortController | null = null;
  return async (ms) => {
    if (ms > 0) {
      // Most requests never pause, and a signal for each of them costs a tenth of the time.
      over ??= endOf(response);
      await clock.sleep(ms, over.signal);
    }
    return !socket.destroyed;
  };
}

/** Aborts when the answer is out or its connection gone. */
function endOf(response: ServerResponse): AbortController {
  const over = new AbortController();
  if (response.closed) over.abort();
  else response.once('close', () => over.abort());
  return over;
}
