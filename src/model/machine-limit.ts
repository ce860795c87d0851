/** What the codes of a system that has run out of something mean. */
const MEANINGS: Readonly<Record<string, string>> = {
  EMFILE: 'this process may open no more files or connections; raise the limit:  ulimit -n 256',
  ENFILE: 'the machine may open no more files or connections',
  ENOMEM: 'there is not enough memory or address space',
  ENOBUFS: 'there is no memory for network buffers',
  ENOSPC: 'the disk is full',
  EAGAIN: 'the machine may start no more threads or processes',
};

/** How engines word it: V8 throws a RangeError when an allocation fails. */
const NO_MEMORY = /out of memory|allocation failed|(?:could not|cannot|failed to) allocate/i;

/** Why a machine could not go on, as the system's code for it and in words. */
export interface MachineLimit {
  readonly code: string;
  readonly words: string;
}

/** Reads an error as a limit of the machine; null when it is something else. */
export function machineLimitOf(error: unknown): MachineLimit | null {
  if (!(error instanceof Error)) return null;
  const named = 'code' in error && typeof error.code === 'string' ? error.code : '';
  const code = error.name === 'RangeError' && NO_MEMORY.test(error.message) ? 'ENOMEM' : named;
  const words = Object.hasOwn(MEANINGS, code) ? MEANINGS[code] : undefined;
  return words === undefined ? null : { code, words };
}
