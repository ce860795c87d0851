import type { Platform, Shell } from '../model/fact.ts';

/** What of the surroundings decides how a key is put into its place. */
export interface WhereItRuns {
  /** Only where the commands of a POSIX shell do not work. */
  readonly shell?: Shell;
  readonly platform?: Platform;
}

/** Reads the surroundings off the environment of the run. */
export function whereItRuns(env: Readonly<Record<string, string | undefined>>): WhereItRuns {
  const shell = shellIn(env);
  return {
    ...(shell === null ? {} : { shell }),
    ...(env['GITHUB_ACTIONS'] === 'true' ? { platform: 'github-actions' } : {}),
  };
}

/** Windows sets PSModulePath for every program, and SHELL only where a POSIX shell came along. */
function shellIn({
  SHELL: shell,
  PSModulePath: modules,
  POWERSHELL_DISTRIBUTION_CHANNEL: channel,
}: Readonly<Record<string, string | undefined>>): Shell | null {
  if (channel !== undefined || (modules !== undefined && shell === undefined)) return 'powershell';
  return shell !== undefined && /(?:^|\/)fish$/.test(shell) ? 'fish' : null;
}
