import manifest from '../../package.json' with { type: 'json' };

/** Version of this tool, from the package manifest. */
export const VERSION: string = manifest.version;
