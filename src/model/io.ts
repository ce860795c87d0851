import type { Secret } from './secret.ts';

/**
 * Everything impure, named once. `bin/` builds the real one, tests build their own,
 * and nothing below `bin/` may reach for `process`, `console` or a clock.
 */
export interface Io {
  /** Arguments after the program name. */
  readonly args: readonly string[];
  readonly env: Readonly<Record<string, string | undefined>>;
  readonly stdin: Input;
  readonly stdout: Output;
  readonly stderr: Output;
  readonly files: Files;
  readonly clock: Clock;
  readonly platform: Platform;
  /** Aborts on Ctrl-C, on a terminate signal, or when nobody reads stdout any more. */
  readonly signal: AbortSignal;
  /** Present when stdout is a terminal that a live view can take over. */
  readonly terminal?: Terminal;
}

/** A terminal as a live view needs it; what is drawn goes through `stdout`. */
export interface Terminal {
  /** Height in cells; 0 when the terminal does not say. */
  readonly rows: number;
  /** Keys as they are pressed, unechoed, until `signal` aborts; none when stdin is a pipe. Ctrl-C aborts `Io.signal`. */
  keys(signal: AbortSignal): AsyncIterable<string>;
  /** Calls back after each change of size; the result ends that. */
  onResize(listener: () => void): () => void;
  /** Shows an empty second screen without a cursor; `bin/` gives it back however the run ends. */
  takeScreen(): void;
  /** Back to the first screen with everything on it. May be called twice. */
  giveScreenBack(): void;
}

/** The world as commands get it: everything written passes one redacting writer. */
export interface GuardedIo extends Io {
  /** From now on, hides this secret in everything that is written: streams and files. */
  protect(secret: Secret): void;
  /** From now on nothing is written to this file, under whatever name: the run reads it. */
  keep(path: string): void;
  /** True when such a secret stands in the text, in whatever encoding. */
  holdsSecret(text: string): boolean;
}

/** Where the tool runs; part of every report. */
interface Platform {
  /** Node version without the leading "v". */
  readonly node: string;
  /** Operating system and architecture, for example `linux-x64`. */
  readonly os: string;
}

/** Time, handed down so that every computation with it can be tested. */
export interface Clock {
  /** Wall clock, epoch milliseconds. */
  now(): number;
  /** Monotonic clock, milliseconds from an arbitrary start. */
  elapsed(): number;
  /** Resolves after `ms` milliseconds, or at once when `signal` aborts. Never rejects. */
  sleep(ms: number, signal?: AbortSignal): Promise<void>;
}

/** Text going out. */
export interface Output {
  write(text: string): void;
  readonly isTTY: boolean;
  /** Width in cells; 0 when the terminal does not say. */
  readonly columns: number;
  /** Bits of colour the terminal announces: 1, 4, 8 or 24. */
  readonly colorDepth: number;
}

/** Bytes coming in. */
export interface Input {
  readonly isTTY: boolean;
  /** Reads to the end, at most `maxBytes`; never throws. */
  read(maxBytes: number): Promise<ReadResult>;
  /** The bytes as they come, until the end or until `signal` aborts; never throws. */
  chunks(signal: AbortSignal): AsyncIterable<Uint8Array>;
}

/** What reading a file or stdin gave: bytes, or the reason there are none. */
export type ReadResult =
  | { readonly ok: true; readonly bytes: Uint8Array; readonly truncated: boolean }
  | { readonly ok: false; readonly code: string; readonly message: string };

/** What writing a file gave. */
export type WriteResult =
  | { readonly ok: true }
  | { readonly ok: false; readonly code: string; readonly message: string };

/**
 * What stands at a path. `stream` is a pipe or a device: it has no size and can be read once. `id`
 * is the same for every name of one thing.
 */
export type StatResult =
  | {
      readonly ok: true;
      readonly kind: 'file' | 'folder' | 'stream';
      readonly bytes: number;
      readonly id: string;
    }
  | { readonly ok: false; readonly code: string; readonly message: string };

/** The file system, reduced to what the tool needs. */
export interface Files {
  /** Reads at most `maxBytes` of a file; a relative path starts in the working directory. Never throws. */
  read(path: string, maxBytes: number): Promise<ReadResult>;
  /** Writes a file readable by its owner only, and makes the folders on the way; never throws. */
  write(path: string, text: string): Promise<WriteResult>;
  /** Adds to the end of a file, which need not exist yet; never throws. */
  append(path: string, text: string): Promise<WriteResult>;
  /** Puts a file readable by everybody in the place of an old one, in one step, and makes the folders on the way; never throws. */
  publish(path: string, text: string): Promise<WriteResult>;
  /** The bytes of a file as they are read, each chunk valid until the next is asked for; none when it cannot be read. Never throws. */
  chunks(path: string, signal: AbortSignal): AsyncIterable<Uint8Array>;
  /** What stands at a path, without opening it; never throws. */
  stat(path: string): Promise<StatResult>;
  /** The bytes of a file and those that are added to it, until `signal` aborts. Starts anew when it is replaced. Never throws. */
  follow(path: string, signal: AbortSignal): AsyncIterable<Uint8Array>;
  /**
   * Reads a file that belongs to the user who runs this. Code EOWNER when it is another user's,
   * ENOENT when nothing can be seen there, ENOTFILE for what is no file; none of these is opened.
   * Where the system knows no owners every file counts as own. Never throws.
   */
  readOwn(path: string, maxBytes: number): Promise<ReadResult>;
}

/** Why a run was ended from outside; the `reason` of `Io.signal`. */
export type StopReason = 'SIGINT' | 'SIGTERM' | 'SIGHUP' | 'stdout-closed';
