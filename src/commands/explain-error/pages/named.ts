import {
  endpointById,
  findEndpoint,
  nearestEndpoints,
} from '../../../knowledge/look-up/endpoint-lookup.ts';
import { closest } from '../../../knowledge/look-up/nearest.ts';
import { pathOf } from '../../../knowledge/look-up/path-template.ts';
import type { Endpoint } from '../../../model/endpoint.ts';
import { conflictById, showConflict } from './conflicts.ts';
import { showDocument, type Entry, type Lookup } from '../lookup.ts';
import { nothingFits } from '../not-recognised.ts';
import { endpointPage } from './look-up/endpoint.ts';
import { factTopicPage, termPage } from './look-up/fact-topic.ts';
import type { FoundPage } from './look-up/found-page.ts';
import { headerPage } from './look-up/header.ts';
import { fieldPage, hostPage } from './look-up/names.ts';
import { planPage } from './look-up/plan.ts';
import { TOPICS, topicsPage } from './look-up/topics.ts';

const CALL =
  /^(?:(GET|POST|PUT|PATCH|DELETE|HEAD|OPTIONS)\s+)?(\/\S*|https?:\/\/\S+|(?:v\d|api)\/\S+)$/i;
/** Words by which the pages as such are asked for. */
const ALL_TOPICS = ['topics', 'topic', 'help'];

/**
 * The page of whatever has this name and is no cause: a topic, a disagreement of sources, an
 * endpoint, a header, a host, a plan or a field. Null when the text is no name of anything.
 */
export async function explainNamed(name: string, lookup: Lookup): Promise<number | null> {
  const conflict = conflictById(name.toLowerCase());
  if (conflict !== undefined) return showConflict(conflict, lookup);
  const page =
    topicNamed(name.toLowerCase())?.() ??
    factTopicPage(name) ??
    headerPage(name) ??
    hostPage(name) ??
    planPage(name) ??
    fieldPage(name) ??
    termPage(name);
  if (page !== null) return showPage(page, lookup);
  return explainEndpoint(name, lookup);
}

function topicNamed(name: string): (() => FoundPage) | undefined {
  if (ALL_TOPICS.includes(name)) return topicsPage;
  return Object.hasOwn(TOPICS, name) ? TOPICS[name] : undefined;
}

function showPage(page: FoundPage, lookup: Lookup): Promise<number> {
  const { kind, title, data, sources } = page;
  return showDocument(
    { kind, title, data, sources },
    lookup,
    async (theme) => {
      const { renderLookUpPage } = await import('../../../render/pages/look-up-page.ts');
      return renderLookUpPage(page, theme, lookup.output.verbose);
    },
    [entryOf(page)],
  );
}

/** A table is told by what it is about, everything else by the first thing said of it. */
function entryOf({ kind, title, subtitle, sections, isBrief = false }: FoundPage): Entry {
  const first = sections[0]?.lines[0]?.text;
  return [title, kind === 'topic' && !isBrief ? subtitle : (first ?? subtitle)];
}

async function explainEndpoint(name: string, lookup: Lookup): Promise<number | null> {
  const [, method, written] = CALL.exec(name) ?? [];
  const target =
    written === undefined || /^(?:\/|https?:)/i.test(written) ? written : `/${written}`;
  const byId = endpointById(name);
  if (byId === undefined && target === undefined) return null;
  const found = byId === undefined ? endpointsAt(method, target ?? '') : [byId];
  if (found.length === 0) {
    const near = nearestEndpoints(target ?? '', 3);
    const paths = closest(
      pathOf(target ?? ''),
      near.map(({ path }) => path),
      near.length,
    );
    const meant = near.filter(({ path }) => paths.length === 0 || paths.includes(path));
    const names = meant.map((endpoint) => `${endpoint.method} ${endpoint.path}`);
    const advice =
      names.length > 0
        ? `Did you mean ${names.join(', ')}?`
        : 'No such path is known. Nearest page: path-unknown.';
    return nothingFits(name, [advice], names.length > 0 ? names : ['path-unknown'], lookup);
  }
  const pages = found.map(endpointPage);
  const document = pages.map(({ kind, title, data, sources }) => ({ kind, title, data, sources }));
  return showDocument(
    document,
    lookup,
    async (theme) => {
      const { renderLookUpPage } = await import('../../../render/pages/look-up-page.ts');
      const { wrap } = await import('../../../render/text/wrap.ts');
      const missing =
        method !== undefined && found.every((one) => one.method !== method.toUpperCase());
      const remark = missing ? `${method.toUpperCase()} is no method of this path. Known:` : '';
      const head = remark === '' ? [] : [`${wrap(theme, [remark], theme.width).join('\n')}\n`];
      return [...head, ...pages.map((page) => renderLookUpPage(page, theme))].join('\n');
    },
    pages.map(entryOf),
  );
}

/** Every method on this path; only one where the method is given and fits. */
function endpointsAt(method: string | undefined, target: string): readonly Endpoint[] {
  const match = findEndpoint(method ?? '-', target);
  if (match.kind === 'found') return [match.endpoint];
  return match.kind === 'other-method' ? sameLiteralPath(match.otherMethods) : [];
}

/** A template such as `/v3/contacts/jobs/{jobId}` fits more than is meant; the closest path counts. */
function sameLiteralPath(endpoints: readonly [Endpoint, ...Endpoint[]]): readonly Endpoint[] {
  const [closest] = endpoints;
  return endpoints.filter(({ path, host }) => path === closest.path && host === closest.host);
}
