import { RATE_HEADER_FAMILIES, type RateHeader } from '../../../../knowledge/rate-headers.ts';
import {
  CREDENTIAL_HEADERS,
  OTHER_HEADERS,
  type RequestHeader,
} from '../../../../knowledge/request-headers.ts';
import type { PageLine } from '../../../../render/pages/look-up-page.ts';
import { causeLines, foundPage, said, sourcesOf, type FoundPage } from './found-page.ts';

const HEADERS = [...CREDENTIAL_HEADERS, ...OTHER_HEADERS];

/** Every header name there is a page about, in lower case. */
export const HEADER_NAMES: readonly string[] = [
  ...HEADERS.map(({ name }) => name),
  ...new Set(RATE_HEADER_FAMILIES.flatMap(({ headers }) => headers.map(({ name }) => name))),
];

/** What is known about a header, whatever its letter case; null when nothing is. */
export function headerPage(name: string): FoundPage | null {
  const wanted = name.toLowerCase().replace(/:$/, '');
  const header = HEADERS.find((entry) => entry.name === wanted);
  return header === undefined ? rateHeaderPage(wanted) : requestHeaderPage(header);
}

function requestHeaderPage(header: RequestHeader): FoundPage {
  const { name, verdict, notes, causes } = header;
  return foundPage({
    kind: 'header',
    title: name,
    subtitle: 'header',
    sections: [
      { label: 'MEANING', lines: [said(verdict)] },
      { label: 'NOTES', lines: notes.map(({ text }) => ({ text: `- ${text}` })) },
      causeLines(causes),
    ],
    sources: sourcesOf([verdict, ...notes]),
    data: header,
  });
}

function rateHeaderPage(name: string): FoundPage | null {
  const families = RATE_HEADER_FAMILIES.filter(({ headers }) =>
    headers.some((header) => header.name === name),
  );
  const header = families[0]?.headers.find((entry) => entry.name === name);
  if (header === undefined) return null;
  const lines: readonly PageLine[] = families.map(({ id, state, note }) => ({
    text: `family ${id} (${state}): ${note}`,
  }));
  return foundPage({
    kind: 'header',
    title: name,
    subtitle: 'header about request limits',
    sections: [
      { label: 'MEANING', lines: [{ text: figureText(header) }] },
      { label: 'NAMED BY', lines },
      {
        label: 'READING',
        lines: [
          {
            text: 'This tool reads it in any letter case. The counters are requests, not credits. Where they disagree, the usage answer decides.',
            command: 'lusha-doctor watch-ratelimit --once',
          },
        ],
      },
    ],
    sources: families.flatMap(({ sources }) => sources),
    data: { ...header, families },
  });
}

const FIGURES: Readonly<Record<RateHeader['figure'], string>> = {
  limit: 'how many requests are allowed',
  left: 'how many requests are left',
  used: 'how many requests were made',
  reset: 'when the window opens again',
  wait: 'how long to wait before the next request',
};

function figureText({ figure, window, unit }: RateHeader): string {
  const per = window === null ? 'in a window it does not name' : `in one ${window}`;
  return `${FIGURES[figure]}${figure === 'wait' ? '' : ` ${per}`}; unit: ${unit}`;
}

/** Every header about limits, by family. */
export function headersPage(): FoundPage {
  return foundPage({
    kind: 'topic',
    title: 'Headers',
    subtitle: 'headers that carry a key, and headers about request limits, by family',
    sections: [
      {
        label: 'KEY',
        lines: CREDENTIAL_HEADERS.map(({ name, verdict }) => ({ name, text: verdict.text })),
      },
      ...RATE_HEADER_FAMILIES.map(({ id, state, note, headers }) => ({
        label: id === 'retry-after' ? 'WAIT' : `FAMILY ${id}`,
        lines: [
          { text: `${note} (${state})` },
          { text: headers.map(({ name }) => name).join(', ') },
        ],
      })),
    ],
    sources: [
      ...sourcesOf(CREDENTIAL_HEADERS.map(({ verdict }) => verdict)),
      ...RATE_HEADER_FAMILIES.flatMap(({ sources }) => sources),
    ],
    data: { credentials: CREDENTIAL_HEADERS, rateHeaderFamilies: RATE_HEADER_FAMILIES },
  });
}
