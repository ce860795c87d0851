import { shellWord } from '../../../model/shell-word.ts';
import type { GuardedIo } from '../../../model/io.ts';
import { wrongUsage, type Failed } from '../../../model/problem.ts';
import { maskEcho } from '../../../redact/echo.ts';

const PIPE = 'lusha-doctor explain -';

/** `explain -` where stdin is the keyboard. */
export function nothingOnStdin({ platform, env }: Pick<GuardedIo, 'platform' | 'env'>): Failed {
  const isWindows = platform.os.startsWith('win32');
  return wrongUsage(
    'stdin-is-terminal',
    'There is nothing on stdin: it is the terminal.',
    [
      `Pipe the text in, here from the clipboard:  ${clipboardOf(platform.os, env)} | ${PIPE}`,
      ...(isWindows ? [] : [`or paste it between two lines, the second one EOF:  ${PIPE} <<'EOF'`]),
      'or give its file:  lusha-doctor explain ./error.txt',
      'or paste between quotes:  lusha-doctor explain "..."',
    ].join('   '),
  );
}

/** The command that prints the clipboard on this system. */
function clipboardOf(os: string, env: GuardedIo['env']): string {
  if (os.startsWith('darwin')) return 'pbpaste';
  if (os.startsWith('win32')) return 'Get-Clipboard';
  const isWayland = (env['WAYLAND_DISPLAY'] ?? '') !== '';
  return isWayland ? 'wl-paste' : 'xclip -o -selection clipboard';
}

/** No words, and stdin is the keyboard. */
export function nothingGiven(): Failed {
  return wrongUsage(
    'nothing-to-explain',
    'There is nothing to explain yet.',
    `Give a status, a cause, a message or a file:  lusha-doctor explain 403   or pipe an answer in:  curl -si ... | ${PIPE}`,
  );
}

export function noSuchFile(path: string): Failed {
  return wrongUsage(
    'no-such-file',
    `There is no file ${path}.`,
    'Check the path, or quote the text if it is no file:  lusha-doctor explain "..."',
  );
}

/** A pattern that came in as it is: the shell found nothing, or quotes kept it from looking. */
export function noMatch(pattern: string): Failed {
  return wrongUsage(
    'no-such-file',
    `No file matches ${pattern}.`,
    'Check the folder and the pattern.   Leave out quotes around it: the shell puts the names in.',
  );
}

/** Files among other words. */
export function notAllFiles(word: string, files: readonly string[]): Failed {
  const named = files.map((file) => shellWord(maskEcho(file))).join(' ');
  return wrongUsage(
    'no-such-file',
    `"${word}" is no file, as ${files[0] ?? 'another word'} is.`,
    `Name files only:  lusha-doctor explain ${named}   or quote the text if it is no file:  lusha-doctor explain "..."`,
  );
}

export function isFolder(path: string): Failed {
  return wrongUsage(
    'is-a-directory',
    `${path} is a directory.`,
    `Name the files in it:  lusha-doctor explain ${shellWord(maskEcho(path.replace(/\/{1,100}$/, '')))}/*.log`,
  );
}

export function cannotRead(path: string, why: string): Failed {
  return wrongUsage(
    'unreadable-file',
    `${path} cannot be read: ${why}.`,
    `Name a file you may read, or pipe it in:  sudo cat ... | ${PIPE}`,
  );
}

export function overwritesInput(path: string): Failed {
  return wrongUsage(
    'output-is-input',
    `--output ${path} is the file that is read: it would be lost.`,
    'Name another file:  --output report.txt',
  );
}
