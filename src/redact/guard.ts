import { normalize } from 'node:path';
import type { GuardedIo, Io, WriteResult } from '../model/io.ts';
import type { Secret } from '../model/secret.ts';
import { isPlaceholder, isUnexpanded } from './placeholder.ts';
import { redactingOutput, redactText } from './redact.ts';

/** Shorter text is no secret of this API, and hiding it would tear holes into ordinary words. */
const SHORTEST_SECRET = 8;

const KEPT: WriteResult = { ok: false, code: 'EINPUT', message: 'this run reads it' };

/** The world behind the one writer that hides secrets. */
export interface Guard extends GuardedIo {
  /** Writes what is held back. */
  flush(): void;
}

/**
 * Puts the redacting writer in front of everything that can be written. `known` is protected from
 * the start: whatever key lies around, so that a look-up of pasted text hides it as well.
 */
export function guard(io: Io, known: readonly Secret[] = []): Guard {
  const secrets: Secret[] = [];
  const values = new Set<string>();
  const stdout = redactingOutput(io.stdout, () => secrets);
  const stderr = redactingOutput(io.stderr, () => secrets);
  const protect = (secret: Secret) =>
    secret.reveal((value) => {
      if (!isWorthHiding(value) || values.has(value)) return;
      values.add(value);
      secrets.push(secret);
    });
  for (const secret of known) protect(secret);
  const kept = new Set<string>();
  const unkept = async (path: string, write: () => Promise<WriteResult>): Promise<WriteResult> => {
    // A folder on a detour (`x/../key`) need not be there yet; writing makes it.
    const target = await io.files.stat(normalize(path));
    for (const one of target.ok ? kept : []) {
      const stat = await io.files.stat(one);
      if (stat.ok && target.ok && stat.id === target.id) return KEPT;
    }
    return write();
  };
  return {
    ...io,
    stdout,
    stderr,
    files: {
      read: (path, maxBytes) => io.files.read(path, maxBytes),
      write: (path, text) => unkept(path, () => io.files.write(path, redactText(text, secrets))),
      publish: (path, text) =>
        unkept(path, () => io.files.publish(path, redactText(text, secrets))),
      chunks: (path, signal) => io.files.chunks(path, signal),
      append: (path, text) => unkept(path, () => io.files.append(path, redactText(text, secrets))),
      stat: (path) => io.files.stat(path),
      follow: (path, signal) => io.files.follow(path, signal),
      readOwn: (path, maxBytes) => io.files.readOwn(path, maxBytes),
    },
    protect,
    keep: (path) => void kept.add(path),
    holdsSecret: (text) => redactText(text, secrets) !== text,
    flush() {
      stdout.flush();
      stderr.flush();
    },
  };
}

function isWorthHiding(value: string): boolean {
  return value.length >= SHORTEST_SECRET && !isPlaceholder(value) && !isUnexpanded(value);
}
