import { shellWord } from '../model/shell-word.ts';
import type { Exchange } from '../model/exchange.ts';
import type { GuardedIo } from '../model/io.ts';
import { ok, wrongUsage, type Result } from '../model/problem.ts';
import {
  isSignedByOneOf,
  SYSTEM_BUNDLES,
  systemAuthorities,
} from '../probe/wire/system-authorities.ts';

/** Whom to trust besides Node's own list. */
export interface Trust {
  /**
   * PEM certificates to hand over. Empty without `--ca`: Node's own list is loaded faster than one
   * that is handed over, and has those of NODE_EXTRA_CA_CERTS in it already.
   */
  readonly ca: readonly string[];
  /** What named authorities that are trusted beside Node's own; absent where nothing did. */
  readonly extraCa?: string;
  /** Whether the file of NODE_EXTRA_CA_CERTS holds certificates; absent where none is named. */
  readonly extraCaReadable?: boolean;
}

/** More than any bundle of certificates. */
const MAX_CA_BYTES = 4 * 1024 * 1024;

/**
 * Reads `--ca`, which has to be good, and the file of NODE_EXTRA_CA_CERTS, which Node itself
 * leaves out in silence when it is not.
 */
export async function trustOf(path: string | undefined, io: GuardedIo): Promise<Result<Trust>> {
  const named = path === undefined ? ok([]) : await certificates(path, io);
  if (!named.ok) return named;
  const extra = io.env['NODE_EXTRA_CA_CERTS'] ?? '';
  const read = extra === '' ? null : await pemsIn(extra, io);
  const pems = read?.ok === true ? read.pems : [];
  const sources = [
    ...(path === undefined ? [] : [`--ca ${path}`]),
    ...(pems.length > 0 ? ['NODE_EXTRA_CA_CERTS'] : []),
    ...(usesSystemAuthorities(io.env) ? ['the trust store of the system'] : []),
  ];
  return ok({
    ca: path === undefined ? [] : [...named.value, ...pems],
    ...(sources.length === 0 ? {} : { extraCa: sources.join(', ') }),
    ...(read === null ? {} : { extraCaReadable: pems.length > 0 }),
  });
}

/** Node asks the system, or OpenSSL's own store, only when it is told to. */
function usesSystemAuthorities(env: GuardedIo['env']): boolean {
  const options = env['NODE_OPTIONS'] ?? '';
  return env['NODE_USE_SYSTEM_CA'] === '1' || /(?:^|\s)--use-(?:system|openssl)-ca\b/.test(options);
}

/** True when a certificate that Node refuses is signed by an authority that the system trusts. */
export async function systemTrusts({ failure, tls }: Exchange, io: GuardedIo): Promise<boolean> {
  if (failure?.kind !== 'tls-unknown-ca' || tls === undefined) return false;
  if (isSignedByOneOf(tls.chain, systemAuthorities())) return true;
  for (const path of [io.env['SSL_CERT_FILE'] ?? '', ...SYSTEM_BUNDLES]) {
    const read = path === '' ? null : await pemsIn(path, io);
    if (read?.ok === true && isSignedByOneOf(tls.chain, read.pems)) return true;
  }
  return false;
}

async function certificates(path: string, io: GuardedIo): Promise<Result<readonly string[]>> {
  const read = await pemsIn(path, io);
  if (!read.ok) {
    return wrongUsage(
      'ca-unreadable',
      `--ca ${path} cannot be read: ${read.message}.`,
      'Name a PEM file.',
    );
  }
  if (read.pems.length === 0) {
    return wrongUsage(
      'ca-not-pem',
      `--ca ${path} holds no certificate in PEM form.`,
      `Convert it:  openssl x509 -inform der -in ${shellWord(path)} -out ca.pem`,
    );
  }
  return ok(read.pems);
}

type Pems =
  | { readonly ok: true; readonly pems: readonly string[] }
  | { readonly ok: false; readonly message: string };

async function pemsIn(path: string, io: GuardedIo): Promise<Pems> {
  io.keep(path);
  const read = await io.files.read(path, MAX_CA_BYTES);
  if (!read.ok) return read;
  const text = new TextDecoder().decode(read.bytes);
  const pems = text.match(/-----BEGIN CERTIFICATE-----[^-]+-----END CERTIFICATE-----/g);
  return { ok: true, pems: pems ?? [] };
}
