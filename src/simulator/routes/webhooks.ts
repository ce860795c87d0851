import { nextNumber, type Account, type Subscription } from '../account/account.ts';
import { json } from '../http/answer.ts';
import { withBody, type Call, type Handler, type Handlers } from '../http/call.ts';
import { standardError } from '../error-answers.ts';
import { uuidFrom } from '../data/hash.ts';
import type { Json, JsonObject } from '../json.ts';
import { flag, list, object, oneOf, text, type Of } from '../shape.ts';
import { COMPANY_SIGNALS, CONTACT_SIGNALS } from './signals.ts';

/** Subscriptions of an account; where Lusha draws the line is not published. */
const MOST_SUBSCRIPTIONS = 500;

const ENTITY = oneOf(['contact', 'company']);
const ITEM = {
  entityType: ENTITY,
  entityId: text(),
  signalTypes: list(text(), 1),
  url: text(),
  name: text(),
};
const CREATE = object(
  { subscriptions: list(object({}, ITEM), 1, 25) },
  { defaults: object({}, ITEM) },
);
const UPDATE = object(
  {},
  {
    isActive: flag(),
    signalTypes: list(text(), 1),
    url: text(),
    name: text(),
    regenerateSecret: flag(),
  },
);
const DELETE = object({ ids: list(text(), 1, 25) }, {});
const OPT_OUT = object({ entityType: oneOf(['contact']), url: text() }, { name: text() });

type Wanted = Of<typeof CREATE>['subscriptions'][number];

/** Webhook subscriptions. Nothing is ever delivered: the simulator calls nobody. */
export const WEBHOOKS: Handlers = {
  'webhooks.create': withBody(CREATE, (call, { subscriptions, defaults }) => {
    const room = MOST_SUBSCRIPTIONS - call.account.subscriptions.length;
    if (subscriptions.length > room) {
      return standardError(403, 'Maximum subscriptions limit reached for your account');
    }
    return json(201, bulk(subscriptions.map((item) => subscribe(call, { ...defaults, ...item }))));
  }),

  'webhooks.list': ({ account, request }) => {
    const limit = bounded(request.query.get('limit'), 10);
    const offset = bounded(request.query.get('offset'), 0);
    const all = account.subscriptions.toReversed();
    const data = all.slice(offset, offset + limit).map(shown);
    return json(200, {
      data,
      pagination: paging(all.length, limit, offset),
    });
  },

  'webhooks.get': onSubscription((_call, subscription) => json(200, shown(subscription))),

  'webhooks.update': withBody(UPDATE, (call, { regenerateSecret, ...changes }) =>
    onSubscription((_call, subscription) => {
      const changed: Subscription = {
        ...subscription,
        isActive: changes.isActive ?? subscription.isActive,
        signalTypes: changes.signalTypes ?? subscription.signalTypes,
        url: changes.url ?? subscription.url,
        name: changes.name ?? subscription.name,
      };
      call.account.subscriptions = call.account.subscriptions.map((one) =>
        one.id === changed.id ? changed : one,
      );
      const secret = regenerateSecret === true ? newSecret(call) : undefined;
      return json(200, { ...shown(changed), secret });
    })(call),
  ),

  'webhooks.test': onSubscription((call, subscription) =>
    json(200, {
      subscriptionId: subscription.id,
      subscriptionName: subscription.name,
      url: subscription.url,
      mode: call.request.query.get('mode') === 'direct' ? 'direct' : 'full',
      flowCheck: { success: true, statusCode: 200, durationMs: 1 },
      isSuccess: true,
      timestamp: new Date(call.now).toISOString(),
    }),
  ),

  'webhooks.delete': withBody(DELETE, (call, { ids }) => {
    const results = [...new Set(ids)].map((id): Outcome => {
      const found = call.account.subscriptions.find((one) => one.id === id);
      if (found === undefined) {
        return failed('NOT_FOUND', `Subscription with id '${id.slice(0, 60)}' not found`);
      }
      call.account.subscriptions = call.account.subscriptions.filter((one) => one !== found);
      return { success: true, subscription: shown(found) };
    });
    return json(200, bulk(results));
  }),

  'webhooks.opt-out': withBody(OPT_OUT, (call, { url, name }) => {
    if (call.account.subscriptions.some(({ entityType }) => entityType === 'opt-out')) {
      return standardError(403, 'An opt-out subscription already exists for this account');
    }
    return json(
      201,
      shown(
        add(call, { entityType: 'opt-out', entityId: '', signalTypes: [], url, name: name ?? '' }),
      ),
    );
  }),

  'webhooks.audit': () => json(200, { data: [], pagination: paging(0, 50, 0) }),
  'webhooks.audit.stats': () =>
    json(200, { total: 0, success: 0, failed: 0, successRate: '0.00%' }),

  'webhooks.secret': ({ account }) =>
    account.webhookSecret === null
      ? standardError(404, 'Account secret not found. Please generate one first.')
      : json(200, { secret: account.webhookSecret }),
  'webhooks.secret.regenerate': (call) => json(200, { secret: newSecret(call) }),
};

type Outcome =
  | { readonly success: true; readonly subscription: JsonObject }
  | {
      readonly success: false;
      readonly error: { readonly code: string; readonly message: string };
    };

function failed(code: string, message: string): Outcome {
  return { success: false, error: { code, message } };
}

/** The envelope of bulk answers: each item says for itself whether it worked. */
function bulk(outcomes: readonly Outcome[]): Json {
  const successful = outcomes.filter(({ success }) => success).length;
  return {
    total: outcomes.length,
    successful,
    failed: outcomes.length - successful,
    results: outcomes.map((outcome, index) => ({ index, ...outcome })),
  };
}

function subscribe(call: Call, wanted: Wanted): Outcome {
  const { entityType, entityId, signalTypes, url } = wanted;
  if (entityType === undefined || entityId === undefined || signalTypes === undefined) {
    return failed('VALIDATION_ERROR', 'entityType, entityId and signalTypes are required');
  }
  const known: readonly string[] = entityType === 'contact' ? CONTACT_SIGNALS : COMPANY_SIGNALS;
  const stranger = signalTypes.find((type) => !known.includes(type));
  if (stranger !== undefined) {
    return failed('VALIDATION_ERROR', `signalTypes must be one of: ${known.join(', ')}`);
  }
  if (url === undefined || !url.startsWith('https://')) {
    return failed('URL_VALIDATION_FAILED', 'url must be a valid HTTPS URL');
  }
  const twin = call.account.subscriptions.some(
    (one) => one.entityType === entityType && one.entityId === entityId,
  );
  if (twin) {
    return failed(
      'DUPLICATE_SUBSCRIPTION',
      `Subscription already exists for entity type '${entityType}' with entity ID '${entityId.slice(0, 60)}'`,
    );
  }
  return {
    success: true,
    subscription: shown(
      add(call, { entityType, entityId, signalTypes, url, name: wanted.name ?? '' }),
    ),
  };
}

function add(
  call: Call,
  wanted: Omit<Subscription, 'id' | 'isActive' | 'createdAt'>,
): Subscription {
  const number = String(nextNumber(call.account));
  const subscription: Subscription = {
    ...wanted,
    id: uuidFrom(call.world.seed, 'subscription', number).replaceAll('-', '').slice(0, 24),
    isActive: true,
    createdAt: call.now,
  };
  call.account.subscriptions = [...call.account.subscriptions, subscription];
  return subscription;
}

function onSubscription(handle: (call: Call, found: Subscription) => ReturnType<Handler>): Handler {
  return (call) => {
    const found = call.account.subscriptions.find(({ id }) => id === call.params['id']);
    return found === undefined ? standardError(404, 'Resource not found') : handle(call, found);
  };
}

function shown(subscription: Subscription): JsonObject {
  const { createdAt, entityType, ...rest } = subscription;
  const time = new Date(createdAt).toISOString();
  return {
    ...rest,
    // An opt-out subscription is one for contacts (spec3).
    entityType: entityType === 'opt-out' ? 'contact' : entityType,
    createdAt: time,
    updatedAt: time,
  };
}

function newSecret({ account, world }: { account: Account; world: { seed: string } }): string {
  const secret = `whsec_${uuidFrom(world.seed, 'secret', String(nextNumber(account))).replaceAll('-', '')}`;
  account.webhookSecret = secret;
  return secret;
}

/** Where a page lies in its list. The schema of spec3 asks for page and size, its example shows limit and offset. */
function paging(total: number, limit: number, offset: number): JsonObject {
  const page = limit === 0 ? 0 : Math.floor(offset / limit);
  return { total, limit, offset, page, size: limit, hasMore: offset + limit < total };
}

/** A page parameter, 0 to 100, with what stands in when it is missing or odd. */
function bounded(value: string | null, fallback: number): number {
  const number = Number(value ?? fallback);
  return Number.isInteger(number) && number >= 0 && number <= 100 ? number : fallback;
}
