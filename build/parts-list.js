import { readFile, writeFile } from 'node:fs/promises';
import { join, relative } from 'node:path';
import { bundledFolders } from './bundled.js';

/**
 * Writes the list of bundled packages in the form of CycloneDX 1.6, for those who have to know what
 * is in their programs: npm would list what the build takes, not what is shipped. It has no date
 * and no number of its own, so that the same source gives the same list.
 *
 * @param {string} output
 * @returns {import('rolldown').Plugin}
 */
export function partsList(output) {
  return {
    name: 'parts-list',
    async writeBundle(_options, bundle) {
      const { name, version, license } = await jsonOf('package.json');
      const { packages } = await jsonOf('package-lock.json');
      const components = await Promise.all(
        bundledFolders(bundle).map(async (folder) =>
          component(
            await jsonOf(join(folder, 'package.json')),
            packages[locked(folder)]?.integrity,
          ),
        ),
      );
      const own = purl(name, version);
      const list = {
        bomFormat: 'CycloneDX',
        specVersion: '1.6',
        version: 1,
        metadata: {
          component: {
            type: 'application',
            'bom-ref': own,
            name,
            version,
            licenses: [{ license: { id: license } }],
            purl: own,
          },
        },
        components,
        dependencies: [{ ref: own, dependsOn: components.map((part) => part['bom-ref']) }],
      };
      await writeFile(output, `${JSON.stringify(list, null, 2)}\n`);
    },
  };
}

/**
 * @param {{ name: string, version: string, license: string }} manifest
 * @param {string | undefined} integrity
 */
function component({ name, version, license }, integrity) {
  if (integrity?.startsWith('sha512-') !== true) throw new Error(`${name} is not locked`);
  const [group, bare] = name.startsWith('@') ? name.split('/') : [undefined, name];
  return {
    type: 'library',
    'bom-ref': purl(name, version),
    ...(group === undefined ? {} : { group }),
    name: bare,
    version,
    scope: 'required',
    hashes: [
      { alg: 'SHA-512', content: Buffer.from(integrity.slice(7), 'base64').toString('hex') },
    ],
    licenses: [{ license: { id: license } }],
    purl: purl(name, version),
  };
}

/**
 * @param {string} name
 * @param {string} version
 */
function purl(name, version) {
  return `pkg:npm/${name.replace('@', '%40')}@${version}`;
}

/**
 * The name of a folder in the lock file, also where `node_modules` is a link.
 *
 * @param {string} folder
 */
function locked(folder) {
  const path = relative('.', folder).replaceAll('\\', '/');
  return path.slice(path.indexOf('node_modules/'));
}

/** @param {string} path */
async function jsonOf(path) {
  return JSON.parse(await readFile(path, 'utf8'));
}
