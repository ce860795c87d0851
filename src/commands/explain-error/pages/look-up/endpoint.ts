import { endpointById } from '../../../../knowledge/look-up/endpoint-lookup.ts';
import { PRICES } from '../../../../knowledge/prices.ts';
import type {
  Charge,
  Endpoint,
  EndpointLimits,
  PlanNeed,
  ProbeKind,
} from '../../../../model/endpoint.ts';
import type { Range } from '../../../../model/cause.ts';
import type { PageLine, PageSection } from '../../../../render/pages/look-up-page.ts';
import { probeLine } from './curl-line.ts';
import { foundPage, said, sourcesOf, type FoundPage } from './found-page.ts';

/** Everything known about one endpoint. */
export function endpointPage(endpoint: Endpoint): FoundPage {
  const { id, method, path, host, purpose, version, state, notes = [], hint } = endpoint;
  const { cost, plan, limits, ownLimit } = endpoint;
  return foundPage({
    kind: 'endpoint',
    title: `${method} ${host === undefined ? '' : `https://${host}`}${path}`,
    subtitle: `${id}   ${version}   ${STATES[state]}`,
    sections: [
      { label: 'FOR', lines: [{ text: purpose }] },
      ...(hint === undefined ? [] : [{ label: 'BUT', lines: [{ text: hint }] }]),
      successorSection(endpoint),
      ...(GONE.includes(state) ? [] : livingSections(endpoint)),
      { label: 'NOTES', lines: notes.map(({ text }) => ({ text: `- ${text}` })) },
    ],
    sources: [
      endpoint.source,
      ...sourcesOf([cost.note, plan.note, plan.disputed, limits?.note, ...notes]),
      ...(ownLimit === undefined ? [] : [ownLimit.source]),
    ],
    data: { ...endpoint, freeProbe: probeData(endpoint) },
  });
}

/** Nobody needs the price of a path that is not there. */
const GONE: readonly Endpoint['state'][] = ['retired', 'moved', 'doc-only', 'invented'];

function livingSections(endpoint: Endpoint): readonly PageSection[] {
  const { method, path, statuses } = endpoint;
  return [
    { label: 'COST', lines: costLines(endpoint) },
    { label: 'PLAN', lines: planLines(endpoint) },
    { label: 'LIMITS', lines: limitLines(endpoint) },
    probeSection(endpoint),
    {
      label: 'STATUSES',
      lines: statuses.length === 0 ? [] : [{ text: `documented: ${statuses.join(', ')}` }],
    },
    {
      label: 'FAILED',
      lines: [
        {
          text: 'What a failed call of it means:',
          command: `lusha-doctor explain 403 --endpoint '${method} ${path}'`,
        },
      ],
    },
  ];
}

const STATES: Readonly<Record<Endpoint['state'], string>> = {
  current: 'current',
  beta: 'beta',
  legacy: 'old, works until its announced end',
  superseded: 'replaced by a newer path',
  retired: 'gone',
  moved: 'printed in older documentation only',
  'doc-only': 'printed in prose only, never in the reference',
  invented: 'never existed',
};

function successorSection({ successors = [] }: Endpoint): PageSection {
  const today = successors.flatMap((id) => endpointById(id) ?? []);
  return {
    label: 'TODAY',
    lines: today.map(({ method, path }) => ({
      text: `${method} ${path}`,
      command: `lusha-doctor explain '${method} ${path}'`,
    })),
  };
}

function costLines({ cost }: Endpoint): readonly PageLine[] {
  const note = cost.note === undefined ? [] : [said(cost.note)];
  if (cost.kind === 'free') return [{ text: 'free' }, ...note];
  if (cost.kind === 'unknown') return [{ text: 'not known' }, ...note];
  return [...cost.charges.map((charge) => ({ text: chargeText(charge) })), ...note];
}

function chargeText({ action, per, credits }: Charge): string {
  const [price, ...others] = PRICES.filter(({ actions }) => actions.includes(action));
  const what = price === undefined || others.length > 0 ? action : `${price.what} (${action})`;
  const each = /^\d/.test(per) ? `each started ${per}` : `each ${per}`;
  if (credits === null) return `${what}: no price published, for ${each}`;
  return `${what}: ${credits} credit${credits === 1 ? '' : 's'} for ${each}`;
}

const NEEDS: Readonly<Record<PlanNeed, string>> = {
  none: 'no account needed',
  any: 'every plan',
  'api-access': 'every plan with API access',
  pro: 'Pro and above',
  paid: 'every paid plan',
  scale: 'Scale and above',
  entitlement: 'switched on for each account by the account manager',
  limited: 'some accounts only',
  product: 'a product of its own',
  setup: 'something has to be set up in the dashboard first',
  unstated: 'not stated',
};

function planLines({ plan }: Endpoint): readonly PageLine[] {
  const { needs, note, disputed } = plan;
  return [
    { text: NEEDS[needs] },
    ...(note === undefined ? [] : [said(note)]),
    ...(disputed === undefined ? [] : [{ text: `Observed instead: ${disputed.text}` }]),
  ];
}

function limitLines({ limits = {}, ownLimit }: Endpoint): readonly PageLine[] {
  const ranges = RANGES.flatMap(([name, word]) => {
    const range = limits[name];
    return range === undefined ? [] : [{ text: `${word}: ${rangeText(range)}` }];
  });
  const own =
    ownLimit === undefined
      ? []
      : [{ text: `${ownLimit.calls} calls a ${ownLimit.window}, besides the windows of the plan` }];
  return [...own, ...ranges, ...(limits.note === undefined ? [] : [said(limits.note)])];
}

const RANGES: readonly (readonly [Exclude<keyof EndpointLimits, 'note'>, string])[] = [
  ['items', 'items in one call'],
  ['page', 'page'],
  ['pageSize', 'results on a page'],
  ['seeds', 'examples to start from'],
  ['results', 'results asked for'],
  ['queryLength', 'characters of the search text'],
];

function rangeText({ min, max }: Range): string {
  if (min === undefined) return `at most ${max ?? 0}`;
  return max === undefined ? `at least ${min}` : `${min} to ${max}`;
}

const PROBES: Readonly<Record<ProbeKind, string>> = {
  'as-is': 'The call itself is free.',
  'unknown-property': 'A field that nobody knows is refused before any work is done.',
  'missing-field': 'Without a required field it is refused before any work is done.',
  'refused-value': 'One value is refused before any work is done.',
  'empty-reveal': 'An empty list reveal is refused before any work is done.',
  'impossible-object': 'It asks for an object that cannot exist.',
};

function probeSection(endpoint: Endpoint): PageSection {
  const { freeProbe, never } = endpoint;
  const label = 'FREE PROBE';
  if (never === 'any-call') return { label, lines: [{ text: 'none: never send it to try it' }] };
  if (freeProbe === null) return { label, lines: [{ text: 'none known' }] };
  const { kind, expect, proves, certainty } = freeProbe;
  const answers = expect.statuses.join(' or ');
  return {
    label,
    lines: [
      {
        text: `${PROBES[kind]} Expect ${answers} (${certainty}); that proves ${proves.join(', ')}.`,
        command: probeLine(endpoint),
      },
      ...(never === undefined ? [] : [{ text: NEVER[never] }]),
    ],
  };
}

const NEVER: Readonly<Record<'real-call' | 'empty-body', string>> = {
  'real-call': 'Send nothing but this probe to try it: the real call costs or changes something.',
  'empty-body': 'Do not try it with {}: that is valid here and can be charged.',
};

/** The probe as JSON can hold it: an expression becomes its text. */
function probeData(endpoint: Endpoint): object | null {
  const { freeProbe } = endpoint;
  if (freeProbe === null) return null;
  const { expect, ...probe } = freeProbe;
  const { statuses, message } = expect;
  const wanted = { statuses, message: message?.source ?? null };
  return { ...probe, expect: wanted, command: probeLine(endpoint) };
}
