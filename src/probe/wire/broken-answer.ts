import type { Dispatcher } from 'undici';

/** True for a number that HTTP does not have (RFC 9110, 15): nobody knows what such an answer is. */
export function isNoStatus(status: number): boolean {
  return status < 100;
}

/** The error of an answer with such a number, with the code of Node's own parser. */
export function badStatus(status: number): Error {
  const message = `the status line has the number ${String(status).padStart(3, '0')}`;
  return Object.assign(new Error(message), { code: 'HPE_INVALID_STATUS' });
}

/** Node's own code for a stream that ended too soon. */
export function closedEarly(): Error {
  const message = 'the connection was closed before there was an answer';
  return Object.assign(new Error(message), { code: 'ERR_STREAM_PREMATURE_CLOSE' });
}

/**
 * The handler, but for an answer without a status: that is given up. undici would go on to an
 * assertion, which reads and parses the whole program to word its message. `fetch` of Node 20 and
 * 22 brings a handler of the older kind.
 */
export function refusingBadStatus(handler: Dispatcher.DispatchHandler): Dispatcher.DispatchHandler {
  const guards: Dispatcher.DispatchHandler =
    handler.onRequestStart === undefined ? olderGuards(handler) : newerGuards(handler);
  return new Proxy(handler, {
    get(target, name) {
      const guard: unknown = Reflect.get(guards, name);
      if (guard !== undefined) return guard;
      const member: unknown = Reflect.get(target, name);
      if (typeof member !== 'function') return member;
      const bound: unknown = member.bind(target);
      return bound;
    },
  });
}

function newerGuards(handler: Dispatcher.DispatchHandler): Dispatcher.DispatchHandler {
  return {
    onResponseStart(controller, status, headers, statusText) {
      if (isNoStatus(status)) controller.abort(badStatus(status));
      else handler.onResponseStart?.(controller, status, headers, statusText);
    },
  };
}

function olderGuards(handler: Dispatcher.DispatchHandler): Dispatcher.DispatchHandler {
  let abort: (reason: Error) => void = () => {};
  return {
    onConnect(given) {
      abort = given;
      handler.onConnect?.(given);
    },
    onHeaders(status, headers, resume, statusText) {
      if (!isNoStatus(status))
        return handler.onHeaders?.(status, headers, resume, statusText) ?? true;
      abort(badStatus(status));
      return true;
    },
  };
}
