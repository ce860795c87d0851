import type { Range, SourceId, Statement } from './cause.ts';

export type Method = 'GET' | 'POST' | 'PATCH' | 'DELETE';

/** The generation of the API a path belongs to, whatever the path itself says. */
export type ApiVersion = 'v1' | 'v2' | 'v3' | 'unversioned';

/**
 * Life of a path. `legacy`: works until its announced end; `superseded`: replaced within the
 * same version; `moved`: printed in older documentation only; `doc-only`: printed in prose,
 * absent from the reference; `invented`: nobody ever documented it, people call it anyway.
 */
export type EndpointState =
  | 'current'
  | 'beta'
  | 'legacy'
  | 'superseded'
  | 'retired'
  | 'moved'
  | 'doc-only'
  | 'invented';

export type EndpointGroup =
  | 'account'
  | 'contacts'
  | 'companies'
  | 'filters'
  | 'signals'
  | 'tables'
  | 'conversations'
  | 'webhooks'
  | 'v2'
  | 'dead'
  | 'other-host';

export type Json =
  | string
  | number
  | boolean
  | null
  | readonly Json[]
  | { readonly [key: string]: Json };

/** One item of the price list that a call can trigger. */
export interface Charge {
  /** Name of the action in the account's own price list. */
  readonly action: string;
  readonly per: 'result' | 'field' | 'company' | 'signal' | 'row' | '25 results' | 'request';
  /** List price; null where none is published. */
  readonly credits: number | null;
}

/** What a call that succeeds costs. */
export type EndpointCost =
  | { readonly kind: 'free'; readonly note?: Statement }
  | { readonly kind: 'billed'; readonly charges: readonly Charge[]; readonly note?: Statement }
  | { readonly kind: 'unknown'; readonly note?: Statement };

/**
 * What an account must have. `entitlement`: switched on by the account manager; `product`:
 * an extra product; `setup`: something configured in the dashboard first; `none`: no account.
 */
export type PlanNeed =
  | 'none'
  | 'any'
  | 'api-access'
  | 'pro'
  | 'paid'
  | 'scale'
  | 'entitlement'
  | 'limited'
  | 'product'
  | 'setup'
  | 'unstated';

export interface PlanRequirement {
  readonly needs: PlanNeed;
  readonly note?: Statement;
  /** What was observed instead. */
  readonly disputed?: Statement;
}

/** Bounds on the request; a value outside them is refused with 400. */
export interface EndpointLimits {
  /** Objects or ids in one call. */
  readonly items?: Range;
  readonly page?: Range;
  readonly pageSize?: Range;
  /** Example objects a lookalike search starts from. */
  readonly seeds?: Range;
  /** Results asked for. */
  readonly results?: Range;
  /** Characters of a filter's search text. */
  readonly queryLength?: Range;
  readonly note?: Statement;
}

/** A ceiling that applies besides the windows of the plan. */
export interface OwnLimit {
  readonly calls: number;
  readonly window: 'minute';
  /** Ids of all endpoints that draw from the same bucket. */
  readonly sharedBy: readonly string[];
  readonly source: SourceId;
}

/**
 * Why a probe costs nothing: the call is free (`as-is`), or Lusha refuses it before doing any
 * work, because of one field or because the object cannot exist.
 */
export type ProbeKind =
  | 'as-is'
  | 'unknown-property'
  | 'missing-field'
  | 'refused-value'
  | 'empty-reveal'
  | 'impossible-object';

/** What the expected answer to a probe shows to be in order. */
export type Proof = 'network' | 'path' | 'key' | 'plan' | 'quota' | 'service';

/** A call that shows whether an endpoint works without spending credits. */
export interface FreeProbe {
  readonly kind: ProbeKind;
  readonly method: Method;
  /** Concrete path with its query. */
  readonly path: string;
  readonly body?: Json;
  /** The field that is unknown, missing or refused. */
  readonly field?: string;
  /** `omit`: the key has no business there. */
  readonly key: 'send' | 'omit';
  readonly expect: { readonly statuses: readonly number[]; readonly message?: RegExp };
  readonly proves: readonly Proof[];
  readonly certainty: 'observed' | 'documented' | 'inferred';
}

/** One method on one path, and everything known about calling it. */
export interface Endpoint {
  /** Short, dotted, stable. */
  readonly id: string;
  readonly method: Method;
  /** Only where it is not `api.lusha.com`. */
  readonly host?: string;
  /** Path with `{parameters}`. */
  readonly path: string;
  /** Every path below it counts as this one. */
  readonly anyTail?: true;
  readonly version: ApiVersion;
  readonly state: EndpointState;
  readonly group: EndpointGroup;
  readonly purpose: string;
  readonly cost: EndpointCost;
  readonly plan: PlanRequirement;
  readonly limits?: EndpointLimits;
  readonly ownLimit?: OwnLimit;
  readonly minimalBody?: Json;
  readonly query?: Readonly<Record<string, string | number>>;
  /** Values that a path parameter is known to take. */
  readonly paramValues?: Readonly<Record<string, readonly string[]>>;
  /** Statuses the documentation lists. One that is absent can still come. */
  readonly statuses: readonly number[];
  readonly freeProbe: FreeProbe | null;
  /**
   * What must never be sent: `any-call` not even as a probe, `real-call` nothing but the free
   * probe, `empty-body` not with `{}`, which is valid there and can be charged.
   */
  readonly never?: 'any-call' | 'real-call' | 'empty-body';
  /** The answer is itself a secret and must not be shown. */
  readonly secretAnswer?: true;
  /** Ids of the endpoints that do this today. */
  readonly successors?: readonly string[];
  /** What to tell somebody who calls it. */
  readonly hint?: string;
  readonly notes?: readonly Statement[];
  readonly source: SourceId;
}
