import {
  GENERAL_LIMITS,
  LIMIT_TABLES,
  planOf,
  PLANS,
  type GeneralLimit,
  type LimitTable,
  type Plan,
  type WindowLimits,
} from '../../../../knowledge/plans.ts';
import type { PageSection } from '../../../../render/pages/look-up-page.ts';
import { foundPage, type FoundPage } from './found-page.ts';

/** What is known about a plan, by any of its names; null for a name that is none. */
export function planPage(name: string): FoundPage | null {
  const plan = planOf(name);
  if (plan === undefined) return null;
  const tables = LIMIT_TABLES.filter(({ limits }) => limits[plan.id] !== undefined);
  return foundPage({
    kind: 'plan',
    title: plan.name,
    subtitle: 'plan',
    sections: [
      { label: 'WHAT IT HAS', lines: [{ text: plan.note }] },
      {
        label: 'LIMITS',
        lines: tables.map(({ edition, state, limits }) => ({
          text: `${windowsText(limits[plan.id])} (${edition}, ${state})`,
        })),
      },
      generalSection(),
      measureSection(),
    ],
    sources: [
      plan.source,
      ...tables.map(({ source }) => source),
      ...GENERAL_LIMITS.map(({ source }) => source),
    ],
    data: { plan, limits: tables, generalLimits: GENERAL_LIMITS },
  });
}

/** The plans, and every edition of their published limits. */
export function plansPage(): FoundPage {
  return foundPage({
    kind: 'topic',
    title: 'Plans and limits',
    subtitle: 'what is published, all editions; your own account decides',
    sections: [
      { label: 'PLANS', lines: PLANS.map(({ name, note }) => ({ name, text: note })) },
      ...LIMIT_TABLES.map(tableSection),
      generalSection(),
      measureSection(),
    ],
    sources: [
      ...PLANS.map(({ source }) => source),
      ...LIMIT_TABLES.flatMap(({ source, note }) => [source, note.source]),
      ...GENERAL_LIMITS.map(({ source }) => source),
    ],
    data: { plans: PLANS, limitTables: LIMIT_TABLES, generalLimits: GENERAL_LIMITS },
  });
}

function tableSection({ edition, state, limits, note }: LimitTable): PageSection {
  const rows = PLANS.flatMap(({ id, name }: Plan) => {
    const own = limits[id];
    return own === undefined ? [] : [{ text: `${name}: ${windowsText(own)}` }];
  });
  return {
    label: 'LIMITS',
    lines: [{ text: `${edition} (${state}). ${note.text}` }, ...rows],
  };
}

function windowsText(limits: WindowLimits | undefined): string {
  const { minute = null, hour = null, day = null } = limits ?? {};
  const stated = [
    minute === null ? '' : `${minute} a minute`,
    hour === null ? 'no hour window' : `${hour} an hour`,
    day === null ? '' : `${day} a day`,
  ];
  return stated.filter((text) => text !== '').join(', ');
}

const SCOPES: Readonly<Record<GeneralLimit['scope'], string>> = {
  everything: 'all calls',
  usage: 'the usage call',
  webhooks: 'managing webhooks',
};

function generalSection(): PageSection {
  return {
    label: 'EVERY PLAN',
    lines: GENERAL_LIMITS.map(({ requests, per, scope, state, source }) => ({
      text: `${SCOPES[scope]}: ${requests} a ${per} (${source}, ${state})`,
    })),
  };
}

function measureSection(): PageSection {
  return {
    label: 'YOURS',
    lines: [
      {
        text: 'The windows of your own account, free:',
        command: 'lusha-doctor watch-ratelimit --once',
      },
      { text: 'Why the figures differ:', command: 'lusha-doctor explain rate-numbers' },
    ],
  };
}
