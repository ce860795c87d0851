import { HOSTS, type Host } from '../../../../knowledge/hosts.ts';
import { FIELD_RENAMES, PATH_RENAMES } from '../../../../knowledge/renames.ts';
import { foundPage, type FoundPage } from './found-page.ts';

/** What is known about a host; null when nothing is. */
export function hostPage(text: string): FoundPage | null {
  const name = text
    .toLowerCase()
    .replace(/^https?:\/\//, '')
    .replace(/\/$/, '');
  const host = HOSTS.find((entry) => entry.host === name);
  if (host === undefined) return null;
  return foundPage({
    kind: 'host',
    title: host.host,
    subtitle: `host, ${host.state}`,
    sections: [
      { label: 'WHAT IT IS', lines: [{ text: host.note }] },
      ...(host.insteadUse === undefined
        ? []
        : [{ label: 'INSTEAD', lines: [{ text: `https://${host.insteadUse}` }] }]),
    ],
    sources: [host.source],
    data: host,
  });
}

/** Every host that answers for Lusha, or did. */
export function hostsPage(): FoundPage {
  return foundPage({
    kind: 'topic',
    title: 'Hosts',
    subtitle: 'who answers for Lusha, or did',
    sections: [
      {
        label: 'HOSTS',
        lines: HOSTS.map((host) => ({
          name: hostName(host),
          text: `${host.note} (${host.state})`,
        })),
      },
    ],
    sources: HOSTS.map(({ source }) => source),
    data: HOSTS,
  });
}

function hostName({ host, path = '' }: Host): string {
  return `${host}${path}`;
}

/** What a field of V2 is called today; null for a name that V2 does not have. */
export function fieldPage(name: string): FoundPage | null {
  const renames = FIELD_RENAMES.filter(({ v2 }) => v2 === name);
  if (renames.length === 0) return null;
  return foundPage({
    kind: 'field',
    title: name,
    subtitle: 'field of V2',
    sections: [
      {
        label: 'IN V3',
        lines: renames.map(({ v3, where, note }) => ({
          text: `${where}: ${v3 ?? 'no such field'}${note === undefined ? '' : `. ${note}`}`,
        })),
      },
      {
        label: 'CAUSES',
        lines: [
          { text: 'v2-field-on-v3-path', command: 'lusha-doctor explain v2-field-on-v3-path' },
        ],
      },
    ],
    sources: renames.map(({ source }) => source),
    data: renames,
  });
}

/** Paths and fields of V2 with their names in V3. */
export function renamesPage(): FoundPage {
  const fields = (where: 'request' | 'response') =>
    FIELD_RENAMES.filter((rename) => rename.where === where).map(({ v2, v3, note }) => ({
      name: v2,
      text: `${v3 ?? 'gone'}${note === undefined ? '' : `. ${note}`}`,
    }));
  return foundPage({
    kind: 'topic',
    title: 'From V2 to V3',
    subtitle: 'what paths and fields are called today',
    sections: [
      { label: 'REQUEST', lines: fields('request') },
      { label: 'ANSWER', lines: fields('response') },
      {
        label: 'PATHS',
        lines: PATH_RENAMES.map(({ from, to }) => ({
          text: `${from.method} ${from.path}: ${to.map(({ method, path }) => `${method} ${path}`).join(' or ')}`,
        })),
      },
    ],
    sources: [
      ...FIELD_RENAMES.map(({ source }) => source),
      ...PATH_RENAMES.map(({ from }) => from.source),
    ],
    data: {
      fields: FIELD_RENAMES,
      paths: PATH_RENAMES.map(({ from, to }) => ({
        method: from.method,
        path: from.path,
        to: to.map(({ method, path }) => ({ method, path })),
      })),
    },
  });
}
