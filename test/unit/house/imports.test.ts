import { readdirSync, readFileSync } from 'node:fs';
import { posix } from 'node:path';
import { parseSync } from 'rolldown/experimental';
import { describe, expect, it } from 'vitest';

/** The rooms, lowest first. What stands in one imports from itself and from those before it. */
const FLOORS = [
  'model',
  'redact',
  'knowledge',
  'key',
  'quota',
  'request',
  'evidence',
  'reading',
  'diagnosis',
  'library',
  'probe',
  'simulator',
  'render',
  'run',
  'commands',
  'cli',
  'main',
];

const LISTENS = ['commands/watch-ratelimit/metrics', 'commands/watch-ratelimit/relay'];
const SOCKETS = ['probe', 'simulator', ...LISTENS];

/** The only places that may import a package or a module of Node. */
const ONLY_IN: Readonly<Record<string, readonly string[]>> = {
  undici: ['probe'],
  chalk: ['render'],
  ora: ['render'],
  'cli-table3': ['render'],
  'prom-client': ['commands/watch-ratelimit/metrics'],
  jsonrepair: ['reading'],
  'node:net': SOCKETS,
  'node:tls': SOCKETS,
  'node:https': SOCKETS,
  'node:dns': ['probe'],
  'node:dns/promises': ['probe'],
  // The rules of its headers, without a connection, are what `key` asks.
  'node:http': [...SOCKETS, 'key/clients.ts'],
  'node:fs': [],
  'node:fs/promises': [],
  'node:child_process': [],
};

/** What takes long to load is loaded where it is used: never with a program or a command. */
const HEAVY = ['undici', 'chalk', 'ora', 'cli-table3', 'prom-client', 'jsonrepair'];

/** The door of a command. */
const COMMAND = /^commands\/[^/]+\/index\.ts$/;

interface Import {
  /** A path below `src/`, or the name of a package. */
  readonly to: string;
  readonly kind: 'type' | 'static' | 'dynamic';
}

const GRAPH: ReadonlyMap<string, readonly Import[]> = new Map(
  readdirSync('src', { recursive: true, encoding: 'utf8' })
    .map((path) => path.replaceAll('\\', '/'))
    .filter((path) => path.endsWith('.ts'))
    .map((path) => [path, importsOf(path)]),
);
const EDGES = [...GRAPH].flatMap(([from, imports]) => imports.map((one) => ({ from, ...one })));

describe('the imports of src/', () => {
  it('are seen, those of types and dynamic ones as well', () => {
    expect(GRAPH.size).toBeGreaterThan(500);
    const count = (kind: Import['kind']) => EDGES.filter((edge) => edge.kind === kind).length;
    expect(count('static')).toBeGreaterThan(1000);
    expect(count('type')).toBeGreaterThan(500);
    expect(count('dynamic')).toBeGreaterThan(30);
    const missing = EDGES.filter(({ to }) => to.endsWith('.ts') && !GRAPH.has(to));
    expect(missing).toEqual([]);
  });

  it('go down only', () => {
    expect([...GRAPH.keys()].filter((path) => !FLOORS.includes(roomOf(path)))).toEqual([]);
    const floorOf = (path: string) => FLOORS.indexOf(roomOf(path));
    expect(EDGES.filter(({ from, to }) => GRAPH.has(to) && floorOf(to) > floorOf(from))).toEqual(
      [],
    );
  });

  it('lead from no command to another', () => {
    const commandOf = (path: string) => /^commands\/[^/]+/.exec(path)?.[0];
    const across = EDGES.filter(({ from, to }) => {
      const [one, other] = [commandOf(from), commandOf(to)];
      return one !== undefined && other !== undefined && one !== other;
    });
    expect(across).toEqual([]);
  });

  it('make no circles', () => {
    const left = new Map([...GRAPH].map(([path, imports]) => [path, imports.map(({ to }) => to)]));
    const isEnd = (path: string, to: readonly string[]) =>
      !to.some((one) => left.has(one)) || ![...left.values()].some((all) => all.includes(path));
    for (let before = 0; before !== left.size;) {
      before = left.size;
      for (const [path, to] of left) if (isEnd(path, to)) left.delete(path);
    }
    expect([...left.keys()]).toEqual([]);
  });

  it.each(Object.entries(ONLY_IN))('bring in %s where it belongs only', (name, places) => {
    const users = EDGES.filter(({ to }) => to === name || to.startsWith(`${name}/`));
    const isPlace = (path: string) => places.some((place) => `${path}/`.startsWith(`${place}/`));
    expect(users.filter(({ from }) => !isPlace(from))).toEqual([]);
    expect(users.filter(({ to }) => to !== name && ONLY_IN[to] === undefined)).toEqual([]);
  });

  it('of the lowest floor are its own', () => {
    const own = (path: string) => GRAPH.has(path) || path === '../package.json';
    expect(EDGES.filter(({ from, to }) => roomOf(from) === 'model' && !own(to))).toEqual([]);
  });

  it.each(['main.ts', ...[...GRAPH.keys()].filter((path) => COMMAND.test(path))])(
    'load nothing heavy with %s',
    (door) => {
      const loaded = new Set([door]);
      for (const path of loaded) {
        for (const { to, kind } of GRAPH.get(path) ?? []) if (kind === 'static') loaded.add(to);
      }
      const isHeavy = (path: string) =>
        HEAVY.includes(path) || (door === 'main.ts' && COMMAND.test(path));
      expect([...loaded].filter(isHeavy)).toEqual([]);
    },
  );
});

function importsOf(path: string): readonly Import[] {
  const source = readFileSync(`src/${path}`, 'utf8');
  const { module, errors } = parseSync(path, source);
  expect(errors).toEqual([]);
  const target = (name: string) =>
    name.startsWith('.') ? posix.join(posix.dirname(path), name) : name;
  const kindOf = (entries: readonly { isType: boolean }[]): Import['kind'] =>
    entries.length > 0 && entries.every(({ isType }) => isType) ? 'type' : 'static';
  return [
    ...module.staticImports.map(({ moduleRequest, entries }) => ({
      to: target(moduleRequest.value),
      kind: kindOf(entries),
    })),
    ...module.staticExports.flatMap(({ entries }) =>
      entries.flatMap(({ moduleRequest, isType }) =>
        moduleRequest === null
          ? []
          : [{ to: target(moduleRequest.value), kind: kindOf([{ isType }]) }],
      ),
    ),
    ...module.dynamicImports.map(({ moduleRequest: { start, end } }) => ({
      to: target(source.slice(start + 1, end - 1)),
      kind: 'dynamic' as const,
    })),
  ];
}

/** The folder below `src/`; a file beside the folders is the door of the room that it is named after. */
function roomOf(path: string): string {
  return path.replace(/(\/.*|\.ts)$/, '');
}
