import { shellWord } from '../../model/shell-word.ts';
import { openCheck, showReport, writeReport, type Found, type Lookup } from './lookup.ts';
import { maskEcho } from '../../redact/echo.ts';
import { sanitizeLine } from '../../redact/sanitize.ts';
import { complain } from '../../run/present/present.ts';

const LIST = 'All causes:  lusha-doctor explain --list';
const PASTE = 'Or paste the whole answer:  curl -si ... | lusha-doctor explain -';

/** Longer text is not echoed whole: it may be a whole page. */
const ECHOED = 60;

/** Says that nothing known fits a text, of which it repeats the beginning. */
export function nothingFits(
  text: string,
  near: readonly string[],
  nearestThings: readonly string[],
  lookup: Lookup,
): Promise<number> {
  const line = sanitizeLine(maskEcho(text.slice(0, ECHOED * 4)));
  const shown = line.length > ECHOED ? `${line.slice(0, ECHOED)}...` : line;
  return notRecognised(`Nothing known fits "${shown}".`, near, nearestThings, lookup);
}

/**
 * Says that nothing known fits and names the nearest things. Exit code 1. Not a verdict, so on a
 * terminal it goes to stderr; any other format gets a report that names the same things. `near` is
 * what to do about it, each piece of advice before three blanks.
 */
export async function notRecognised(
  message: string,
  near: readonly string[],
  nearestThings: readonly string[],
  lookup: Lookup,
): Promise<number> {
  const instead = (await lookup.lastResort?.()) ?? null;
  if (instead !== null) return instead;
  const { io, output } = lookup;
  const [first] = nearestThings;
  const found: Found = {
    checks: [openCheck(message, { nearest: nearestThings })],
    diagnoses: [],
    exitCode: 1,
    next: `lusha-doctor explain ${first === undefined ? '--list' : shellWord(first)}`,
  };
  if (output.format !== 'terminal') return showReport(found, lookup);
  const fix = [...near, LIST, PASTE].join('   ');
  const exitCode = complain({ code: 'not-recognised', message, fix, exitCode: 1 }, io);
  return output.files.length === 0 ? exitCode : writeReport(found, lookup);
}
