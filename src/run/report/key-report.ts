import { shellWord } from '../../model/shell-word.ts';
import { clientBehaviours } from '../../key/clients.ts';
import type { KeyDefect, KeyInspection } from '../../key/defect.ts';
import { fingerprintOf } from '../../key/fingerprint.ts';
import type { FoundKey, KeySearch } from '../../key/find.ts';
import { inspectKey } from '../../key/inspect.ts';
import { pictureOf } from '../../key/picture.ts';
import { diagnose } from '../../diagnosis/diagnose.ts';
import type { Diagnosis } from '../../model/diagnosis.ts';
import type { Facts, KeyDefectName } from '../../model/fact.ts';
import type { GuardedIo } from '../../model/io.ts';
import type { Check, ClientBehaviour, KeySummary } from '../../model/report.ts';
import { Secret } from '../../model/secret.ts';
import { fact } from '../client.ts';
import { otherKeyChecks } from './other-keys.ts';
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
  /** The key without its defects, where taking them out leaves one; null for a clean key. */
  readonly repaired: Secret | null;
  /** What clients do with the text; empty for a clean key. */
  readonly clients: readonly ClientBehaviour[];
  /** The one command to run next when there is nothing to send. */
  readonly next: string | null;
}

/** Looks at the key that was found, or says why there is none. */
export function reportKey(search: KeySearch, io: GuardedIo): KeyReport {
  for (const { secret } of [...search.overridden, ...(search.elsewhere ?? [])]) {
    io.protect(secret);
  }
  return search.found === null ? reportMissing(search) : reportFound(search.found, search, io);
}

/** Why Lusha was not asked. */
export const NOT_SENT = check(
  'login',
  'key',
  'skip',
  'no request was made: there is no key fit to be sent',
);

/** A key that cannot be sent is a verdict of its own; asking Lusha would add nothing. */
export function withoutRequest(key: KeyReport, why: readonly Check[] = [NOT_SENT]): Outcome {
  return {
    checks: [...key.checks, ...why],
    diagnoses: key.diagnoses,
    key: key.summary,
    ...(key.clients.length === 0 ? {} : { clients: key.clients }),
    next: key.next,
  };
}

function reportMissing(search: KeySearch): KeyReport {
  const { wrongNames, missing } = search;
  const { diagnoses, facts } = textFindings(['absent'], 'where the key was looked for', search);
  const meant = wrongNames.map((name) => `${name} is set, but the name is LUSHA_API_KEY`);
  const [usable] = wrongNames.filter((name) => /^\w+$/.test(name));
  return {
    summary: null,
    checks: [
      check('key.found', 'key', 'fail', [missing ?? 'no key', ...meant].join('; '), {
        diagnosis: diagnoses[0]?.cause ?? null,
        evidence: { looked: missing, wrongNames },
      }),
    ],
    diagnoses,
    facts,
    sendable: null,
    repaired: null,
    clients: [],
    next:
      usable === undefined
        ? explaining(diagnoses)
        : `lusha-doctor check-key --key-env ${shellWord(usable)}`,
  };
}

function reportFound(found: FoundKey, search: KeySearch, io: GuardedIo): KeyReport {
  const { secret, source } = found;
  const inspection = secret.reveal(inspectKey);
  protectAll(found, inspection, io);
  const fingerprint = fingerprintOf(secret);
  const names = inspection.defects.map(({ name }) => name);
  const { diagnoses, facts } = textFindings(names, `the key in ${source}`, search);
  if (names.includes('empty')) return reportEmpty(found, { diagnoses, facts });
  const picture = names.length === 0 ? null : secret.reveal(pictureOf);
  return {
    summary: {
      source,
      length: secret.length,
      masked: secret.masked,
      fingerprint,
      defects: names,
      ...(picture === null ? {} : { picture }),
    },
    checks: [
      check(
        'key.found',
        'key',
        'ok',
        `${source}   ${secret.length} characters   fingerprint ${fingerprint}`,
      ),
      ...otherKeyChecks(search, found, inspection.repaired),
      textCheck(inspection, diagnoses),
    ],
    diagnoses,
    facts,
    sendable: inspection.sendable === null ? null : new Secret(inspection.sendable),
    repaired: inspection.repaired === null ? null : new Secret(inspection.repaired),
    clients: names.some((name) => MATTERS_TO_CLIENTS.includes(name))
      ? secret.reveal(clientBehaviours)
      : [],
    next:
      inspection.sendable === null && inspection.repaired !== null
        ? 'lusha-doctor check-key --try-repaired'
        : explaining(diagnoses),
  };
}

/** A place that holds nothing is not a key with a flaw: there is nothing to show of it. */
function reportEmpty(
  { source, secret }: FoundKey,
  { diagnoses, facts }: Pick<KeyReport, 'diagnoses' | 'facts'>,
): KeyReport {
  const what = secret.length === 0 ? 'is there and empty' : 'is there and holds only white space';
  return {
    summary: null,
    checks: [
      check('key.found', 'key', 'fail', `${source} ${what}`, {
        diagnosis: diagnoses[0]?.cause ?? null,
        evidence: { looked: source, defects: ['empty'] },
      }),
    ],
    diagnoses,
    facts,
    sendable: null,
    repaired: null,
    clients: [],
    next: explaining(diagnoses),
  };
}

/** Defects in characters. About the others, such as a placeholder, all clients agree. */
const MATTERS_TO_CLIENTS: readonly KeyDefectName[] = [
  'blank-around',
  'line-break',
  'several-lines',
  'control-character',
  'nul',
  'quotes',
  'smart-quotes',
  'zero-width',
  'bom',
  'nbsp',
  'look-alike',
  'non-ascii',
  'bearer-prefix',
];

/** The raw text, what is sent of it and what it should have been: none of them may be shown. */
function protectAll({ secret }: FoundKey, { sendable, repaired }: KeyInspection, io: GuardedIo) {
  io.protect(secret);
  for (const text of [sendable, repaired]) if (text !== null) io.protect(new Secret(text));
}

function textCheck(inspection: KeyInspection, diagnoses: readonly Diagnosis[]): Check {
  const [first] = diagnoses;
  const { defects, unsendable } = inspection;
  if (defects.length === 0) {
    return check(
      'key.text',
      'key',
      'ok',
      'clean: no blanks, quotes, control or look-alike characters',
    );
  }
  const kept = unsendable === null ? [] : [`not sent: ${unsendable}`];
  const severe = unsendable !== null || diagnoses.some(({ severity }) => severity === 'fail');
  return check(
    'key.text',
    'key',
    severe ? 'fail' : 'warn',
    [...defects.map(seen), ...kept].join('; '),
    {
      diagnosis: first?.cause ?? null,
      evidence: {
        defects: defects.map(({ name }) => name),
        positions: defects.map(({ position }) => position),
        what: defects.map(({ what }) => what),
      },
    },
  );
}

function seen({ what, position }: KeyDefect): string {
  return position === null ? what : `${what} at position ${position}`;
}

function explaining([cause]: readonly Diagnosis[]): string | null {
  return cause === undefined ? null : `lusha-doctor explain ${cause.cause}`;
}

function textFindings(defects: readonly KeyDefectName[], seenIn: string, search: KeySearch) {
  const facts: Facts = {
    ...placeFacts(search),
    ...(defects.length === 0 ? {} : { keyDefects: fact('keyDefects', defects, seenIn) }),
  };
  return { facts, diagnoses: diagnose(facts).conditions };
}

/** Where the key is or should be, so that advice speaks of that place. */
function placeFacts({ place, missing, elsewhere = [], overridden, ranIn = {} }: KeySearch): Facts {
  const seenIn = 'options and environment';
  const [other] = [...elsewhere, ...overridden].filter(({ secret }) => hasText(secret));
  const missed = missing === null ? {} : { keyMissing: fact('keyMissing', missing, seenIn) };
  // The key of a simulated client is nowhere that anybody could put another one.
  if (place.kind === 'simulator') return missed;
  const { shell, platform } = ranIn;
  return {
    ...(shell === undefined ? {} : { shell: fact('shell', shell, 'environment') }),
    ...(platform === undefined ? {} : { platform: fact('platform', platform, 'environment') }),
    keyPlace: fact('keyPlace', place.name, seenIn),
    keyKind: fact('keyKind', place.kind, seenIn),
    keyNamedBy: fact('keyNamedBy', place.namedBy, seenIn),
    ...(place.kind === 'variable' ? { keyVariable: fact('keyVariable', place.name, seenIn) } : {}),
    ...missed,
    ...(other === undefined
      ? {}
      : { keyElsewhere: fact('keyElsewhere', other.source.replace(/^env:/, ''), seenIn) }),
  };
}

function hasText(secret: Secret): boolean {
  return secret.reveal((value) => value.trim() !== '');
}
