import { readFileSync } from 'node:fs';
import { script } from '@bomb.sh/tab';

/**
 * The completion scripts of all shells. Those of zsh, fish and PowerShell are the library's. The
 * one for bash is our own: the library's evaluates the words that were typed, needs the package
 * bash-completion and cannot be loaded twice.
 *
 * @returns {Record<string, string>}
 */
export function completionScripts() {
  return {
    bash: readFileSync('src/commands/completion/lusha-doctor.bash', 'utf8'),
    zsh: libraryScript('zsh'),
    fish: libraryScript('fish'),
    powershell: libraryScript('powershell'),
  };
}

/** @param {string} shell */
function libraryScript(shell) {
  // The library only knows how to print.
  const { log } = console;
  let text = '';
  console.log = (/** @type {string} */ printed) => {
    text += printed;
  };
  try {
    script(shell, 'lusha-doctor', 'lusha-doctor');
  } finally {
    console.log = log;
  }
  return `${text.trimEnd()}\n`;
}
