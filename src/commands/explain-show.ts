import { CAUSES } from '../knowledge/catalogue.ts';
import { nearest } from '../knowledge/nearest.ts';
import { STATUSES } from '../knowledge/statuses.ts';
import type { Diagnosis } from '../model/diagnosis.ts';
import type { Facts } from '../model/fact.ts';
import type { Check } from '../model/report.ts';
import { sanitizeLine } from '../render/sanitize.ts';
import type { Lookup } from './explain-error.ts';
import { complain, present, themeFor } from './present.ts';
import { check, reportOf, startOf } from './report-builder.ts';

/** One cause, the whole page. */
export async function showPage(page: Diagnosis, lookup: Lookup, exitCode: number): Promise<void> {
  return showAs([], [page], lookup, exitCode, async (theme) => {
    const { renderCausePage } = await import('../render/cause-page.ts');
    return renderCausePage(page, theme);
  });
}

/** Every meaning of a bare status. */
export async function showMeanings(
  status: number,
  rows: readonly Diagnosis[],
  lookup: Lookup,
  exitCode: number,
): Promise<void> {
  const { io, output } = lookup;
  if (output.format !== 'terminal') {
    const open = check('answer', 'unknown', 'unknown', `${status} has ${rows.length} meanings`, {
      evidence: { status },
    });
    return showAs([open], rows, lookup, exitCode);
  }
  const { renderMeanings } = await import('../render/meanings.ts');
  const page = {
    heading: `${status} from the Lusha API`,
    rows,
    article: articleOn(status),
    others: [],
    tellApart: [
      {
        text: 'The answer itself decides between them. Show it to this tool:',
        command: 'curl -si ... | lusha-doctor explain -',
      },
    ],
  };
  io.stdout.write(renderMeanings(page, await themeFor(io, output)));
}

/** A verdict on pasted text, as a report like that of any other command. */
export async function showReport(
  facts: Facts,
  diagnoses: readonly [Diagnosis, ...Diagnosis[]],
  lookup: Lookup,
  exitCode: number,
): Promise<void> {
  const [verdict] = diagnoses;
  const status = verdict.cause === 'unknown' ? 'unknown' : verdict.severity;
  const seen = Object.values(facts).flatMap(({ name, value }) =>
    SHOWN.includes(name) ? [[name, value] as const] : [],
  );
  const answer = check('answer', verdict.layer, status, verdict.title, {
    diagnosis: verdict.cause,
    evidence: Object.fromEntries(seen),
  });
  await showAs([answer], diagnoses, lookup, exitCode);
}

/** What the error-code article says of a status in its overview. */
function articleOn(status: number) {
  const entry = STATUSES.find((one) => one.status === status && one.origin === 'article');
  if (entry === undefined) return null;
  return { meaning: entry.meaning, commonCause: entry.commonCause.text.replace(/\.$/, '') };
}

async function showAs(
  checks: readonly Check[],
  diagnoses: readonly Diagnosis[],
  { io, output }: Lookup,
  exitCode: number,
): Promise<void> {
  const outcome = { checks, diagnoses };
  const policy = { failOn: 'fail', networkErrors: 'fail' } as const;
  const report = reportOf('explain-error', outcome, io, startOf(io), policy);
  // A look-up that found something has succeeded, whatever it found.
  await present({ ...report, exitCode }, io, output);
}

const SHOWN: readonly string[] = [
  'status',
  'message',
  'errorName',
  'failureCode',
  'answeredBy',
  'product',
  'requestId',
  'windowEmpty',
];

/** Longer text is not echoed whole: it may be a whole page. */
const ECHOED = 60;

/** Nothing known fits: say so and name the nearest things. Exit code 1. */
export function showUnrecognised(text: string, { io }: Lookup): number {
  const line = sanitizeLine(text);
  const shown = line.length > ECHOED ? `${line.slice(0, ECHOED)}...` : line;
  const close = nearest(
    text.slice(0, ECHOED).toLowerCase(),
    CAUSES.map(({ id }) => id),
    3,
  );
  return complain(
    {
      code: 'not-recognised',
      message: `Nothing known fits "${shown}".`,
      fix: `${close.length > 0 ? `Nearest causes: ${close.join(', ')}. ` : ''}All of them:  lusha-doctor explain --list   Paste the whole answer:  curl -si ... | lusha-doctor explain -`,
      exitCode: 1,
    },
    io,
  );
}
