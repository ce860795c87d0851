import type {
  Behaviour,
  Fault,
  FixedAnswer,
  Interception,
  Scenario,
  ShowingRequest,
  TlsFault,
} from './scenario.ts';

/** A scenario whose name the compiler knows. */
export interface Named<N extends string> extends Scenario {
  readonly name: N;
}

/** What differs from the usual: the cause has the scenario's name, the usage call shows it. */
type Details = Partial<Omit<Scenario, 'name' | 'summary' | 'behaviour'>>;

export function scenario<const N extends string>(
  name: N,
  summary: string,
  behaviour: Behaviour,
  details: Details = {},
): Named<N> {
  return { name, summary, cause: name, behaviour, ...details };
}

/** The API's own answer to a request that has something wrong with it. */
export function asking<const N extends string>(
  name: N,
  summary: string,
  request: ShowingRequest,
  details: Details = {},
): Named<N> {
  return scenario(name, summary, { kind: 'api' }, { request, ...details });
}

/** A refusal with a good key, at these endpoints or, without any, at all of them. */
export function refusing<const N extends string>(
  name: N,
  summary: string,
  answer: FixedAnswer,
  details: Details & { readonly at?: readonly string[]; readonly when?: Interception['when'] } = {},
): Named<N> {
  const { at, when = 'after-key', ...rest } = details;
  const interception = { when, answer, ...(at === undefined ? {} : { endpoints: at }) };
  return scenario(name, summary, { kind: 'api', interceptions: [interception] }, rest);
}

/** Somebody else answers, always the same. */
export function answering<const N extends string>(
  name: N,
  summary: string,
  answer: FixedAnswer,
  details: Details = {},
): Named<N> {
  return scenario(name, summary, { kind: 'answer', answer }, details);
}

export function breaking<const N extends string>(
  name: N,
  summary: string,
  fault: Fault,
  details: Details = {},
): Named<N> {
  return scenario(name, summary, { kind: 'fault', fault }, details);
}

export function breakingTls<const N extends string>(
  name: N,
  summary: string,
  fault: TlsFault,
  details: Details = {},
): Named<N> {
  return scenario(name, summary, { kind: 'tls-fault', fault }, details);
}

/** The documented shape of an error, as data. */
export function error(
  status: number,
  message: string,
  more: Readonly<Record<string, string | readonly string[]>> = {},
): FixedAnswer {
  return { status, json: { statusCode: status, message, ...more } };
}

/** A page instead of an answer. */
export function page(
  status: number,
  html: string,
  headers: Readonly<Record<string, string>> = {},
): FixedAnswer {
  return {
    status,
    headers: { 'Content-Type': 'text/html; charset=utf-8', ...headers },
    text: html,
  };
}

export function posting(path: string, body: ShowingRequest['body']): ShowingRequest {
  return { method: 'POST', path, ...(body === undefined ? {} : { body }) };
}

export function getting(path: string): ShowingRequest {
  return { method: 'GET', path };
}
