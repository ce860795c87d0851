import type { ExitCode } from './exit-code.ts';

/** Something the user can put right: what is wrong and what to do, never a stack trace. */
export interface Problem {
  /** Stable and readable, for example `unknown-scenario`. */
  readonly code: string;
  readonly message: string;
  readonly fix: string;
  readonly exitCode: ExitCode;
}

/** A result that did not come about, and why. */
export interface Failed {
  readonly ok: false;
  readonly problem: Problem;
}

export type Result<T> = { readonly ok: true; readonly value: T } | Failed;

export function ok<T>(value: T): Result<T> {
  return { ok: true, value };
}

/** A wrong call: exit code 2. */
export function wrongUsage(code: string, message: string, fix: string): Failed {
  return { ok: false, problem: { code, message, fix, exitCode: 2 } };
}
