import { execa, type Options } from 'execa';

export const BIN = new URL('../../bin/lusha-doctor.js', import.meta.url).pathname;

/** Runs the built binary as a user's shell would; nothing of this process's environment leaks in. */
export function lushaDoctor<T extends Options>(args: readonly string[], options: T) {
  return execa(process.execPath, [BIN, ...args], {
    extendEnv: false,
    reject: false,
    ...options,
    env: { PATH: process.env['PATH'] ?? '', NO_COLOR: '1', ...options.env },
  });
}
