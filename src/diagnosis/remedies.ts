import {
  ASK_PLATFORM,
  HOSTED,
  NAME_LOOKUP_ELSEWHERE,
  REMEDIES,
  RUNTIME_OF,
  type Remedy,
} from '../knowledge/remedies.ts';
import { NAME_LOOKUP } from '../knowledge/verifications.ts';
import type { Cause, Fix } from '../model/cause.ts';
import type { Facts, Platform, Runtime } from '../model/fact.ts';
import { fitting } from './fitting.ts';

/** Where a call was made, as far as the facts say. */
interface Where {
  readonly runtime: Runtime | undefined;
  readonly platform: Platform | undefined;
}

function whereOf({ runtime, platform }: Facts): Where {
  const on = platform?.value;
  return { runtime: runtime?.value ?? (on && RUNTIME_OF[on]), platform: on };
}

/**
 * The fixes of a cause in the terms of the place where the call was made: what holds only in
 * another runtime gives way to what is known for this one. Without such a fact, the fixes as they
 * are.
 */
export function fixesFor(cause: Cause, facts: Facts): readonly Fix[] {
  const where = whereOf(facts);
  const { runtime, platform } = where;
  const fitted = fitting(cause.fixes, facts);
  if (runtime === undefined && platform === undefined) return fitted;
  const isHosted = platform !== undefined && HOSTED.includes(platform);
  const general = fitted.filter((fix) => !isHosted || isPortable(fix));
  const rows = rowsFor(cause, where, isHosted);
  if (isHosted && cause.fixes.length > 0 && rows.length === 0 && general.length === 0)
    return [ASK_PLATFORM];
  const first = rows.filter(({ comesFirst }) => comesFirst === true).flatMap(({ fixes }) => fixes);
  const others = rows.filter(({ comesFirst }) => comesFirst !== true).flatMap(({ fixes }) => fixes);
  // What proves it in the place of the call goes before what proves it elsewhere.
  const isProven = others.some(({ verify }) => verify !== undefined);
  const dropped = cause.fixes.findIndex((fix) => !general.includes(fix));
  const place = dropped === -1 ? general.length : dropped;
  const kept = isProven ? general.map(withoutProof) : general;
  const all = [...first, ...kept.slice(0, place), ...others, ...kept.slice(place)];
  return runtime === undefined || runtime === 'node' ? all : all.map(withOwnLookup);
}

/**
 * The remedies of the platform before those of the runtime. What a platform has a screen for is not
 * written in code there, and on one without a machine of the user's own only its screens count.
 */
function rowsFor(cause: Cause, { runtime, platform }: Where, isHosted: boolean): readonly Remedy[] {
  const rows = REMEDIES.filter(({ causes }) => causes.includes(cause.id));
  const own = platform === undefined ? [] : rows.filter((row) => row.in.includes(platform));
  if (runtime === undefined || isHosted) return own;
  const hasScreen = own.some(({ comesFirst }) => comesFirst === true);
  const inCode = rows.filter(
    (row) => row.in.includes(runtime) && !(hasScreen && row.comesFirst === true),
  );
  return [...own, ...inCode];
}

/** It can be done on any machine: the call, the key and the certificate are looked at from there. */
function isPortable({ command }: Fix): boolean {
  return command === undefined || /^(?:lusha-doctor|curl|openssl)\b/.test(command);
}

function withoutProof({ text, command, source }: Fix): Fix {
  return { text, source, ...(command === undefined ? {} : { command }) };
}

function withOwnLookup(fix: Fix): Fix {
  const { command, verify } = fix;
  return {
    ...fix,
    ...(command === undefined ? {} : { command: ownLookup(command) }),
    ...(verify?.command === NAME_LOOKUP
      ? { verify: { command: NAME_LOOKUP_ELSEWHERE, expect: 'an address of api.lusha.com' } }
      : {}),
  };
}

function ownLookup(command: string): string {
  return command.replaceAll(NAME_LOOKUP, NAME_LOOKUP_ELSEWHERE);
}

/** False for a condition whose every fix is for another runtime: it says nothing about this call. */
export function concerns(cause: Cause, facts: Facts): boolean {
  return cause.fixes.length === 0 || fixesFor(cause, facts).length > 0;
}
