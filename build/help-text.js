/**
 * @typedef {{ term: string, text: string }} Entry
 * @typedef {{ heading: string, entries: Entry[] }} Group
 * @typedef {{ usage: string, description: string, groups: Group[], examples: { command: string, what: string }[] }} Help
 */

/**
 * Reads a help page printed so wide that no line was wrapped.
 *
 * @param {string} text
 * @returns {Help}
 */
export function parseHelp(text) {
  const [page = '', tail = ''] = text.split('\nExamples:\n');
  const [usage = '', description = '', ...rest] = page.split('\n\n');
  const groups = rest.filter((part) => /^\S.*:\n/.test(part)).map(parseGroup);
  return {
    usage: usage.replace(/^Usage: /, '').trim(),
    description: description.trim(),
    groups,
    examples: [...tail.matchAll(/^ {2}# (.*)\n {2}(.*)$/gm)].map(([, what = '', command = '']) => ({
      command,
      what,
    })),
  };
}

/**
 * @param {string} part
 * @returns {Group}
 */
function parseGroup(part) {
  const [heading = '', ...lines] = part.trimEnd().split('\n');
  const entries = lines.map((line) => {
    const [, term = '', text = ''] = /^ {2}(.*?)(?: {2,}(.*))?$/.exec(line) ?? [];
    return { term, text };
  });
  return { heading: heading.replace(/:$/, ''), entries };
}
