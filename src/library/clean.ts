import type { Diagnosis } from '../model/diagnosis.ts';
import { sanitizeLine } from '../redact/sanitize.ts';

/** A diagnosis fit for any log: text that came from a server is on one line and harmless. */
export function cleaned(diagnosis: Diagnosis): Diagnosis {
  const { evidence, excluded, fixes, retry, meaning, reasons, notes, credits } = diagnosis;
  const clean = (text: string) => sanitizeLine(text);
  const orNull = (text: string | null) => (text === null ? null : sanitizeLine(text));
  return {
    ...diagnosis,
    meaning: clean(meaning),
    reasons: reasons.map(clean),
    notes: notes.map(clean),
    credits: orNull(credits),
    retry: { ...retry, note: orNull(retry.note) },
    evidence: evidence.map(({ fact, value, seenIn }) => ({
      fact,
      value: clean(value),
      seenIn: clean(seenIn),
    })),
    excluded: excluded.map((one) => ({ ...one, by: clean(one.by) })),
    fixes: fixes.map(({ text, command, verify, source }) => ({
      text: clean(text),
      command: orNull(command),
      verify:
        verify === null ? null : { command: clean(verify.command), expect: clean(verify.expect) },
      source,
    })),
  };
}
