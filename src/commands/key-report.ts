import { fingerprintOf } from '../key/fingerprint.ts';
import type { FoundKey, KeySearch } from '../key/find.ts';
import { inspectKey } from '../key/inspect.ts';
import type { KeyInspection } from '../key/defect.ts';
import { diagnose } from '../diagnosis/diagnose.ts';
import type { Diagnosis } from '../model/diagnosis.ts';
import type { Facts, KeyDefectName } from '../model/fact.ts';
import type { GuardedIo } from '../model/io.ts';
import type { Check, KeySummary } from '../model/report.ts';
import { Secret } from '../model/secret.ts';
import { fact } from './client.ts';
import { check, type Outcome } from './report-builder.ts';

/** Everything known about the key before any request. */
export interface KeyReport {
  readonly summary: KeySummary | null;
  readonly checks: readonly Check[];
  readonly diagnoses: readonly Diagnosis[];
  /** Facts about the key's text, for the diagnosis of what follows. */
  readonly facts: Facts;
  /** What goes into the header; null when there is nothing fit to be sent. */
  readonly sendable: Secret | null;
}

/** Looks at the key that was found, or says why there is none. */
export function reportKey(search: KeySearch, io: GuardedIo): KeyReport {
  return search.found === null ? reportMissing(search) : reportFound(search.found, search, io);
}

/** A key that cannot be sent is a verdict of its own; asking Lusha would add nothing. */
export function withoutRequest(key: KeyReport): Outcome {
  const [cause] = key.diagnoses;
  return {
    checks: [
      ...key.checks,
      check('login', 'key', 'skip', 'no request was made: there is no key fit to be sent'),
    ],
    diagnoses: key.diagnoses,
    key: key.summary,
    next: cause === undefined ? null : `lusha-doctor explain ${cause.cause}`,
  };
}

function reportMissing(search: KeySearch): KeyReport {
  const { diagnoses, facts } = textFindings(['absent'], 'where the key was looked for');
  const meant = search.wrongNames.map((name) => `${name} is set, but the name is LUSHA_API_KEY`);
  return {
    summary: null,
    checks: [
      check('key.found', 'key', 'fail', [search.missing ?? 'no key', ...meant].join('; '), {
        diagnosis: diagnoses[0]?.cause ?? null,
        evidence: { looked: search.missing, wrongNames: search.wrongNames },
      }),
    ],
    diagnoses,
    facts,
    sendable: null,
  };
}

function reportFound(found: FoundKey, search: KeySearch, io: GuardedIo): KeyReport {
  const inspection = found.secret.reveal(inspectKey);
  protectAll(found, inspection, io);
  const fingerprint = fingerprintOf(found.secret);
  const names = inspection.defects.map(({ name }) => name);
  const { diagnoses, facts } = textFindings(names, `the key in ${found.source}`);
  return {
    summary: {
      source: found.source,
      length: found.secret.length,
      masked: found.secret.masked,
      fingerprint,
      defects: names,
    },
    checks: [
      check(
        'key.found',
        'key',
        'ok',
        `${found.source}   ${found.secret.length} characters   fingerprint ${fingerprint}`,
      ),
      ...overriddenChecks(search, fingerprint),
      textCheck(inspection, diagnoses),
    ],
    diagnoses,
    facts,
    sendable: inspection.sendable === null ? null : new Secret(inspection.sendable),
  };
}

/** The raw text, what is sent of it and what it should have been: none of them may be shown. */
function protectAll({ secret }: FoundKey, { sendable, repaired }: KeyInspection, io: GuardedIo) {
  io.protect(secret);
  for (const text of [sendable, repaired]) if (text !== null) io.protect(new Secret(text));
}

function overriddenChecks(search: KeySearch, fingerprint: string): readonly Check[] {
  return search.overridden
    .filter(({ secret }) => fingerprintOf(secret) !== fingerprint)
    .map(({ source, secret }) =>
      check(
        'key.other',
        'key',
        'warn',
        `${source} holds a different key, fingerprint ${fingerprintOf(secret)}; it was not used`,
      ),
    );
}

function textCheck(inspection: KeyInspection, diagnoses: readonly Diagnosis[]): Check {
  const [first] = diagnoses;
  if (inspection.defects.length === 0) {
    return check(
      'key.text',
      'key',
      'ok',
      'clean: no blanks, quotes, control or look-alike characters',
    );
  }
  const seen = inspection.defects.map(({ what, position }) =>
    position === null ? what : `${what} at position ${position}`,
  );
  const kept = inspection.unsendable === null ? [] : [`not sent: ${inspection.unsendable}`];
  const severe =
    inspection.unsendable !== null || diagnoses.some(({ severity }) => severity === 'fail');
  return check('key.text', 'key', severe ? 'fail' : 'warn', [...seen, ...kept].join('; '), {
    diagnosis: first?.cause ?? null,
    evidence: { defects: inspection.defects.map(({ name }) => name) },
  });
}

function textFindings(defects: readonly KeyDefectName[], seenIn: string) {
  const facts: Facts =
    defects.length > 0 ? { keyDefects: fact('keyDefects', defects, seenIn) } : {};
  return { facts, diagnoses: diagnose(facts).conditions };
}
