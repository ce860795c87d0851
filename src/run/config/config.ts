import type { ConfigSchema } from './schema.ts';

/** The settings a project keeps in a file, so that nobody has to repeat them on every call. */
export type Config = ConfigSchema;

export const CONFIG_FILE = 'lusha-doctor.config.json';

/** A config together with the file it came from. */
export interface LoadedConfig {
  readonly path: string;
  readonly config: Config;
}
