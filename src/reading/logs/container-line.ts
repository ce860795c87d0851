/** How containerd writes down a line: time, stream, whether it is a part (`P`) or the end (`F`). */
const PREFIX = /^20\d\d-\d\d-\d\dT[\d:.]{8,18}(?:Z|[+-]\d\d:\d\d) (stdout|stderr) ([PF]) /;

/** What stands before the text of such a line; null for other lines. */
export interface ContainerPrefix {
  readonly length: number;
  readonly stream: string;
  /** True when the line goes on in the next one. */
  readonly isPart: boolean;
}

export function containerPrefix(line: string): ContainerPrefix | null {
  if (!line.includes(' std')) return null;
  const [all, stream = '', mark] = PREFIX.exec(line) ?? [];
  return all === undefined ? null : { length: all.length, stream, isPart: mark === 'P' };
}

/** The lines of an entry as the program wrote them, the first with the time it was taken at. */
export function joinedContainerLines(text: string): string {
  const [first = '', ...rest] = text.split('\n');
  let isPart = containerPrefix(first)?.isPart ?? false;
  let joined = first;
  for (const line of rest) {
    const prefix = containerPrefix(line);
    joined += `${isPart ? '' : '\n'}${line.slice(prefix?.length ?? 0)}`;
    isPart = prefix?.isPart ?? false;
  }
  return joined;
}
