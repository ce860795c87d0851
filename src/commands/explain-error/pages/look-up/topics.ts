import { PAGES, STATUS_PAGE, SUPPORT } from '../../../../knowledge/contacts.ts';
import { ENDPOINTS } from '../../../../knowledge/endpoints.ts';
import { PRICES, type Price } from '../../../../knowledge/prices.ts';
import { SOURCES } from '../../../../knowledge/sources.ts';
import { STATUSES } from '../../../../knowledge/statuses.ts';
import { TOPIC_GROUPS } from '../../../../knowledge/topics.ts';
import { VERSION_EVENTS } from '../../../../knowledge/versions.ts';
import { WEBHOOK_FACTS } from '../../../../knowledge/webhook-facts.ts';
import type { EndpointGroup } from '../../../../model/endpoint.ts';
import { glossaryPage } from './fact-topic.ts';
import { foundPage, type FoundPage } from './found-page.ts';
import { headersPage } from './header.ts';
import { hostsPage, renamesPage } from './names.ts';
import { plansPage } from './plan.ts';

/** Pages that are made of a table, by the word they are asked for with. */
export const TOPICS: Readonly<Record<string, () => FoundPage>> = {
  statuses: statusesPage,
  endpoints: endpointsPage,
  renames: renamesPage,
  headers: headersPage,
  plans: plansPage,
  limits: plansPage,
  prices: pricesPage,
  webhooks: webhooksPage,
  versions: versionsPage,
  hosts: hostsPage,
  support: supportPage,
  sources: sourcesPage,
  glossary: glossaryPage,
};

/** The list of these pages. */
export function topicsPage(): FoundPage {
  const tables = Object.entries(TOPICS).map(([name, page]) => {
    const { title, subtitle } = page();
    return { name, title, about: subtitle };
  });
  const topics = TOPIC_GROUPS.flatMap(([, group]) =>
    group.map(({ id, title, about }) => ({ name: id, title, about })),
  );
  return foundPage({
    kind: 'topic',
    title: 'Topics',
    subtitle: 'explain one of them by its name',
    sections: [
      {
        label: 'TABLES',
        lines: tables.map(({ name, title, about }) => ({ name, text: `${title}: ${about}` })),
      },
      ...TOPIC_GROUPS.map(([label, group]) => ({
        label,
        lines: [{ text: group.map(({ id }) => id).join(', ') }],
      })),
      {
        label: 'OR ASK',
        lines: [
          { text: 'In your own words:', command: 'lusha-doctor explain "why was I charged twice"' },
        ],
      },
    ],
    sources: [],
    data: [...tables, ...topics],
  });
}

function statusesPage(): FoundPage {
  return foundPage({
    kind: 'topic',
    title: 'Statuses',
    subtitle: 'what each means when it comes back from a Lusha call',
    sections: (
      [
        ['ARTICLE', 'article'],
        ['LUSHA TOO', 'lusha'],
        ['OTHERS', 'on-the-way'],
      ] as const
    ).map(([label, wanted]) => ({
      label,
      lines: STATUSES.filter(({ origin }) => origin === wanted).map(
        ({ status, meaning, commonCause }) => ({
          name: String(status),
          text: `${meaning}. ${commonCause.text}`,
        }),
      ),
    })),
    sources: STATUSES.map(({ commonCause }) => commonCause.source),
    data: STATUSES,
  });
}

function endpointsPage(): FoundPage {
  const groups = [...new Set(ENDPOINTS.map(({ group }) => group))];
  const inGroup = (wanted: EndpointGroup) => ENDPOINTS.filter(({ group }) => group === wanted);
  return foundPage({
    kind: 'topic',
    title: 'Endpoints',
    subtitle: 'explain one of them by its path or its id',
    sections: groups.map((group) => ({
      label: group.toUpperCase(),
      lines: inGroup(group).map(({ id, method, path }) => ({ text: `${method} ${path}   ${id}` })),
    })),
    sources: [],
    data: ENDPOINTS.map(({ id, method, path, version, state, purpose }) => ({
      id,
      method,
      path,
      version,
      state,
      purpose,
    })),
  });
}

function pricesPage(): FoundPage {
  return foundPage({
    kind: 'topic',
    title: 'Prices in credits',
    subtitle: "the published list; the price list in your account's usage answer decides",
    sections: [
      {
        label: 'PRICES',
        lines: PRICES.map((price) => ({ name: price.what, text: priceText(price) })),
      },
      {
        label: 'YOURS',
        lines: [
          {
            text: 'Balance and price list of your own account, free:',
            command: 'lusha-doctor check-key --verbose',
          },
          {
            text: 'Whether an answer without a match costs something:',
            command: 'lusha-doctor explain empty-result-cost',
          },
        ],
      },
    ],
    sources: PRICES.map(({ source }) => source),
    data: PRICES,
  });
}

function priceText({ credits, per, actions }: Price): string {
  const price = credits === null ? 'no figure published' : String(credits);
  const names = actions.length === 0 ? '' : `; in pricing: ${actions.join(', ')}`;
  return `${price} for each ${per}${names}`;
}

function webhooksPage(): FoundPage {
  return foundPage({
    kind: 'topic',
    title: 'Webhooks',
    subtitle: 'what Lusha sends, and what a receiver has to do',
    sections: [
      { label: 'DELIVERY', lines: WEBHOOK_FACTS.map(({ about, text }) => ({ name: about, text })) },
    ],
    sources: WEBHOOK_FACTS.map(({ source }) => source),
    data: WEBHOOK_FACTS,
  });
}

function versionsPage(): FoundPage {
  return foundPage({
    kind: 'topic',
    title: 'Versions',
    subtitle: 'what changed for everybody who calls the API',
    sections: [
      {
        label: 'CHANGES',
        lines: VERSION_EVENTS.map(({ date, what }) => ({ name: date, text: what })),
      },
      {
        label: 'NEXT',
        lines: [
          { text: 'Old names and their new ones:', command: 'lusha-doctor explain renames' },
          { text: 'What a gone V2 path answers:', command: 'lusha-doctor explain v2-retired' },
        ],
      },
    ],
    sources: VERSION_EVENTS.map(({ source }) => source),
    data: VERSION_EVENTS,
  });
}

function supportPage(): FoundPage {
  const components = STATUS_PAGE.components.map(({ name }) => name).join(' and ');
  return foundPage({
    kind: 'topic',
    title: 'Support',
    subtitle: 'whom to ask, and where to look first',
    sections: [
      {
        label: 'ASK',
        lines: SUPPORT.map(({ reach, forWhat }) => ({ name: reach, text: forWhat })),
      },
      {
        label: 'LOOK',
        lines: [
          {
            name: 'status page',
            text: `${STATUS_PAGE.url} (read the lines ${components}; the overall light mixes in other products)`,
          },
          ...Object.entries(PAGES).map(([name, page]) => ({
            name,
            text: 'where' in page ? `${page.url} (${page.where})` : page.url,
          })),
        ],
      },
    ],
    sources: [
      STATUS_PAGE.source,
      ...SUPPORT.map(({ source }) => source),
      ...Object.values(PAGES).map(({ source }) => source),
    ],
    data: { support: SUPPORT, statusPage: STATUS_PAGE, pages: PAGES },
  });
}

function sourcesPage(): FoundPage {
  return foundPage({
    kind: 'topic',
    title: 'Sources',
    subtitle: 'documented, observed, contradicted or inferred, each with the day it was checked',
    sections: [],
    sources: Object.keys(SOURCES),
    data: SOURCES,
  });
}
