/** The commands and the other names they answer to; help shows the first of these. */
export const COMMAND_NAMES = {
  'check-key': ['key', 'check', 'doctor'],
  'probe-endpoint': ['probe'],
  'explain-error': ['explain'],
  'watch-ratelimit': ['watch'],
  simulate: [],
  completion: [],
  help: [],
} as const satisfies Readonly<Record<string, readonly string[]>>;
export type CommandName = keyof typeof COMMAND_NAMES;

/** The command that a word stands for, by its name or a shorter one; null when it is none. */
export function commandNamed(word: string): CommandName | null {
  const entries: readonly (readonly [string, readonly string[]])[] = Object.entries(COMMAND_NAMES);
  const [name] = entries.find(([full, short]) => full === word || short.includes(word)) ?? [];
  return name !== undefined && isName(name) ? name : null;
}

function isName(text: string): text is CommandName {
  return Object.hasOwn(COMMAND_NAMES, text);
}
