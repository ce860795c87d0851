import type { Candidate, Vocabulary } from './candidates.ts';
import { SHELLS } from './shells.ts';

const METHODS = ['GET', 'POST', 'HEAD', 'OPTIONS'];
/** Groups of checks, as `--skip` takes them. */
const CHECK_GROUPS = ['key', 'path', 'login', 'account', 'quota', 'endpoint', 'service', 'setup'];
const TOPICS = ['exit-codes'];

/** Causes, scenarios and endpoints, each loaded only when somebody completes one. */
export function vocabularyOf(commandNames: readonly string[]): Vocabulary {
  return {
    async ofOption(long) {
      if (long === '--simulate') return scenarios();
      return long === '--skip' ? named(CHECK_GROUPS) : null;
    },
    async ofArgument(command, at, before) {
      switch (command) {
        case 'explain-error':
          return at === 0 ? [...(await statuses()), ...(await causes())] : [];
        case 'probe-endpoint':
          return at === 0
            ? [...named(METHODS), ...(await endpointIds()), ...(await paths('GET'))]
            : paths(before[0] ?? '');
        case 'simulate':
          return at === 0 ? [...named(['list']), ...(await scenarios())] : [];
        case 'help':
          return at === 0 ? named([...commandNames, ...TOPICS]) : [];
        case 'completion':
          return at === 0 ? named(SHELLS) : [];
        default:
          return [];
      }
    },
  };
}

function named(values: readonly string[]): readonly Candidate[] {
  return values.map((value) => ({ value, description: '' }));
}

async function scenarios(): Promise<readonly Candidate[]> {
  const { SCENARIOS } = await import('../../simulator/scenarios.ts');
  return SCENARIOS.map(({ name, summary }) => ({ value: name, description: summary }));
}

async function causes(): Promise<readonly Candidate[]> {
  const { CAUSES } = await import('../../knowledge/catalogue.ts');
  return CAUSES.map(({ id, title }) => ({ value: id, description: title }));
}

async function statuses(): Promise<readonly Candidate[]> {
  const { STATUSES } = await import('../../knowledge/statuses.ts');
  const all = STATUSES.map(({ status, meaning }) => [`${status}`, meaning] as const);
  return [...new Map(all)].map(([value, description]) => ({ value, description }));
}

async function endpointIds(): Promise<readonly Candidate[]> {
  const { ENDPOINTS } = await import('../../knowledge/endpoints.ts');
  return ENDPOINTS.filter(({ state }) => state === 'current' || state === 'beta').map(
    ({ id, purpose }) => ({ value: id, description: purpose }),
  );
}

async function paths(method: string): Promise<readonly Candidate[]> {
  const { ENDPOINTS } = await import('../../knowledge/endpoints.ts');
  return ENDPOINTS.filter(
    (endpoint) =>
      endpoint.method === method.toUpperCase() &&
      endpoint.host === undefined &&
      (endpoint.state === 'current' || endpoint.state === 'beta'),
  ).map(({ path, purpose }) => ({ value: path, description: purpose }));
}
