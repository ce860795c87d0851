import { error, getting, posting, refusing, scenario } from './build.ts';

const ENRICH = posting('/v3/contacts/enrich', { ids: ['v1.simulated'], reveal: ['phones'] });
const PROSPECTING = {
  pagination: { page: 0, size: 10 },
  filters: { contacts: { include: { departments: ['Sales'] } } },
};
const SUBSCRIBE = posting('/api/subscriptions', {
  defaults: { entityType: 'contact', signalTypes: ['promotion'], url: 'https://example.com/hook' },
  subscriptions: [{ entityId: '1' }],
});

/** A good key, and an account or plan that does not allow the call. */
export const ACCOUNT_SCENARIOS = [
  scenario('account-inactive', 'the account is closed or blocked', {
    kind: 'api',
    account: { active: false },
  }),
  scenario('v3-not-enabled', 'V3 is not switched on for the account', {
    kind: 'api',
    account: { v3: false },
  }),
  scenario(
    'credits-exhausted',
    'no credits are left',
    { kind: 'api', account: { plan: 'pro', credits: 0 } },
    { request: ENRICH },
  ),
  scenario(
    'credits-too-few',
    'three credits are left, a phone costs five',
    { kind: 'api', account: { plan: 'pro', credits: 3 } },
    { request: ENRICH, with: 'usage' },
  ),
  scenario(
    'plan-action-not-included',
    'credits are left, and company signals are not in the plan',
    { kind: 'api', account: { plan: 'free' } },
    {
      request: posting('/v3/companies/signals', { ids: ['1'], signalTypes: ['allSignals'] }),
      with: 'usage',
    },
  ),
  scenario(
    'plan-lacks-endpoint',
    'a self-service plan asks for prospecting',
    { kind: 'api', account: { plan: 'pro' } },
    { request: getting('/v3/contacts/prospecting/filters/seniority') },
  ),
  refusing(
    'plan-lacks-api-access',
    'the plan comes without the API',
    error(403, 'Your plan does not include API access'),
  ),
  refusing(
    'plan-lacks-option',
    'the plan has prospecting without the do-not-call option',
    error(
      403,
      'Exclude DNC is not supported on your current plan. Please contact support or your account manager for assistance.',
      { errors: ['excludeDnc is not available on your current plan'] },
    ),
    {
      at: ['contacts.prospecting'],
      request: posting('/v3/contacts/prospecting', {
        ...PROSPECTING,
        options: { excludeDnc: true },
      }),
    },
  ),
  scenario(
    'plan-lacks-unified-credits',
    'single data points are asked for on an older pricing version',
    { kind: 'api', account: { unifiedCredits: false } },
    { request: getting('/v2/person?email=ada%40example.com&revealEmails=true') },
  ),
  refusing(
    'signals-not-in-plan',
    'signals are not switched on',
    error(403, 'Signals API not supported on your plan'),
    {
      at: [
        'contacts.signals',
        'contacts.signals.types',
        'companies.signals',
        'companies.signals.types',
      ],
      request: getting('/v3/contacts/signals/types'),
    },
  ),
  scenario(
    'compliance-blocked',
    'V2 may not give out this person',
    { kind: 'api' },
    { request: getting('/v2/person?email=gdpr%40example.com') },
  ),
  refusing(
    'webhook-limit-reached',
    'no more subscriptions fit into the account',
    error(403, 'Maximum subscriptions limit reached for your account'),
    { at: ['webhooks.create'], request: SUBSCRIBE },
  ),
  refusing(
    'webhook-not-owned',
    'the subscription belongs to another account',
    error(403, 'Subscription does not belong to your account'),
    { at: ['webhooks.test'], request: posting('/api/subscriptions/507f1f77/test', undefined) },
  ),
  refusing(
    'webhook-opt-out-exists',
    'there is an opt-out subscription already',
    error(403, 'An opt-out subscription already exists for this account'),
    {
      at: ['webhooks.opt-out'],
      request: posting('/api/subscriptions/opt-out', {
        entityType: 'contact',
        url: 'https://example.com/hook',
      }),
    },
  ),
] as const;
