type Env = Readonly<Record<string, string | undefined>>;

/** Terminals that name themselves and have had OSC 8 links from some version on: major, minor. */
const BY_PROGRAM: ReadonlyMap<string, readonly [number, number]> = new Map([
  ['iTerm.app', [3, 1]],
  ['WezTerm', [20200620, 0]],
  ['vscode', [1, 72]],
  ['ghostty', [1, 0]],
  ['Hyper', [4, 0]],
]);

/**
 * True when text may carry links (OSC 8). A terminal without them mostly hides the codes, some
 * print them: so only where it is known to work, and FORCE_HYPERLINK overrules.
 */
export function wantsHyperlinks(env: Env, isTTY: boolean): boolean {
  const forced = env['FORCE_HYPERLINK'];
  if (forced !== undefined) return forced !== '0' && forced !== 'false';
  if (!isTTY || env['TERM'] === 'dumb' || isSet(env['CI']) || isSet(env['TEAMCITY_VERSION'])) {
    return false;
  }
  if (isSet(env['WT_SESSION']) || isSet(env['DOMTERM'])) return true;
  if (/^(xterm-kitty|alacritty|foot)/.test(env['TERM'] ?? '')) return true;
  // VTE 0.50.0 crashed on a link; from 0.50.1 on all terminals built on it are fine.
  if (Number(env['VTE_VERSION'] ?? 0) > 5000) return true;
  const least = BY_PROGRAM.get(env['TERM_PROGRAM'] ?? '');
  return least !== undefined && isAtLeast(env['TERM_PROGRAM_VERSION'] ?? '', least);
}

/** `text` as a link to `url`; both are sanitised by then and hold no control characters. */
export function hyperlink(text: string, url: string): string {
  return `\u001b]8;;${url}\u001b\\${text}\u001b]8;;\u001b\\`;
}

function isAtLeast(version: string, [major, minor]: readonly [number, number]): boolean {
  const [, first = '0', second = '0'] = /^(\d+)[.-]?(\d*)/.exec(version) ?? [];
  const found = Number(first);
  return found > major || (found === major && Number(second) >= minor);
}

function isSet(value: string | undefined): boolean {
  return value !== undefined && value !== '';
}
