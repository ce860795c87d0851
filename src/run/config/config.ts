/** The settings a project keeps in a file, so that nobody has to repeat them on every call. */
export interface Config {
  readonly baseUrl?: string;
  readonly proxy?: string;
  /** Seconds. */
  readonly timeout?: number;
  /** Seconds. */
  readonly deadline?: number;
  readonly failOn?: 'fail' | 'warn';
  readonly networkErrors?: 'fail' | 'warn';
  /** Ids of checks, or of a group of them. */
  readonly skip?: readonly string[];
  /** The account's plan, for answers that do not tell it. */
  readonly plan?: string;
}

export const CONFIG_FILE = 'lusha-doctor.config.json';

/** A config together with the file it came from. */
export interface LoadedConfig {
  readonly path: string;
  readonly config: Config;
}
