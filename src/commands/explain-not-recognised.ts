import { openCheck, showReport, type Lookup } from './explain-lookup.ts';
import { complain } from './present.ts';

const LIST = 'All causes:  lusha-doctor explain --list';
const PASTE = 'Or paste the whole answer:  curl -si ... | lusha-doctor explain -';

/**
 * Says that nothing known fits and names the nearest things. Exit code 1. Not a verdict, so on a
 * terminal it goes to stderr; any other format gets a report that names the same things.
 */
export async function notRecognised(
  message: string,
  near: string,
  nearestThings: readonly string[],
  lookup: Lookup,
): Promise<number> {
  const { io, output } = lookup;
  if (output.format === 'terminal') {
    return complain(
      { code: 'not-recognised', message, fix: `${near}${LIST}   ${PASTE}`, exitCode: 1 },
      io,
    );
  }
  const [first] = nearestThings;
  return showReport(
    {
      checks: [openCheck(message, { nearest: nearestThings })],
      diagnoses: [],
      exitCode: 1,
      next: `lusha-doctor explain ${first === undefined ? '--list' : shellWord(first)}`,
    },
    lookup,
  );
}

function shellWord(text: string): string {
  return text.includes(' ') ? `'${text}'` : text;
}
