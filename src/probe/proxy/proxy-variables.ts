export type Environment = Readonly<Record<string, string | undefined>>;

/** A variable that is set and not empty, under the name it was found by. */
export interface Variable {
  readonly name: string;
  readonly value: string;
}

/** The variable that names the proxy for a target. */
export function proxyVariable(env: Environment, target: URL): Variable | undefined {
  return variable(env, proxyVariableName(target)) ?? variable(env, 'all_proxy');
}

/** The variable for a target's scheme, in lower case. */
export function proxyVariableName({ protocol }: URL): 'https_proxy' | 'http_proxy' {
  return protocol === 'https:' ? 'https_proxy' : 'http_proxy';
}

/** Reads a variable in lower case, else in upper case. Blanks around the value do not count. */
export function variable(env: Environment, name: string): Variable | undefined {
  for (const spelling of [name, name.toUpperCase()]) {
    const value = env[spelling]?.trim() ?? '';
    if (value !== '') return { name: spelling, value };
  }
  return undefined;
}
