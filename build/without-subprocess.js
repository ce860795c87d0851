const STUB = '\0no-child-process';

/**
 * Leaves `node:child_process` out of commander: it is for sub-commands in executables of their
 * own, of which this program has none, and loading it takes a fifth of `--help`'s time.
 *
 * @returns {import('rolldown').Plugin}
 */
export function withoutSubprocess() {
  return {
    name: 'commander-without-subprocess',
    resolveId(id, importer) {
      return id === 'node:child_process' && importer?.includes('/commander/') ? STUB : null;
    },
    load(id) {
      return id === STUB ? 'module.exports = {};' : null;
    },
  };
}
