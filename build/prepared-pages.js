import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { rolldown } from 'rolldown';

const MODULE = 'src/commands/explain-error/pages/prepared-page.ts';

/** What is known of a call when nothing but its status is. */
const NOTHING_STATED = { facts: {}, remarks: [], endpoint: null };

/**
 * Makes the pages of `explain STATUS` ahead, one JSON file each: `explain 403` is the look-up
 * people make most, and its answer is the same until the next release. A status without a file
 * is worked out as before.
 *
 * @returns {import('rolldown').Plugin}
 */
export function preparedPages() {
  return {
    name: 'prepared-pages',
    load(id) {
      if (!id.endsWith(MODULE)) return null;
      const code = [
        "import { existsSync, readFileSync } from 'node:fs';",
        'export async function preparedPage(status) {',
        '  const file = `${__dirname}/pages/${status}.json`;',
        "  return existsSync(file) ? JSON.parse(readFileSync(file, 'latin1')) : null;",
        '}',
      ];
      return { code: code.join('\n'), moduleType: 'js' };
    },
    async generateBundle() {
      for (const [status, page] of await pages()) {
        this.emitFile({ type: 'asset', fileName: `pages/${status}.json`, source: ascii(page) });
      }
    },
  };
}

/** @returns {Promise<readonly (readonly [status: number, page: object])[]>} */
async function pages() {
  const scratch = await mkdtemp(join(tmpdir(), 'lusha-doctor-pages-'));
  const bundle = await rolldown({
    input: {
      page: 'src/commands/explain-error/pages/status-page.ts',
      statuses: 'src/knowledge/statuses.ts',
    },
    platform: 'node',
  });
  try {
    await bundle.write({
      dir: scratch,
      entryFileNames: '[name].mjs',
      chunkFileNames: '[hash].mjs',
    });
    const { statusPage } = await import(pathToFileURL(join(scratch, 'page.mjs')).href);
    const { STATUSES } = await import(pathToFileURL(join(scratch, 'statuses.mjs')).href);
    return STATUSES.filter(isOften).map((/** @type {{ status: number }} */ { status }) => [
      status,
      statusPage(status, NOTHING_STATED),
    ]);
  } finally {
    await bundle.close();
    await rm(scratch, { recursive: true });
  }
}

/** The statuses that are looked up most. Each page takes room in the package. */
const OFTEN = [403];

/** @param {{ status: number }} entry */
function isOften({ status }) {
  return OFTEN.includes(status);
}

/** @param {object} page */
function ascii(page) {
  const escaped = (/** @type {string} */ unit) =>
    `\\u${unit.charCodeAt(0).toString(16).padStart(4, '0')}`;
  return JSON.stringify(page).replaceAll(/[^\0-\x7F]/g, escaped);
}
