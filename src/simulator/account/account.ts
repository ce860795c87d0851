import type { WindowName } from '../../model/fact.ts';
import { costOf, remaining, type Balance, type Purchase } from './credits.ts';
import { limitsOf, PLAN_CREDITS, type PlanName } from './plans.ts';
import { windowsInUse, type Limits, type Windows } from './windows.ts';

/** What an account starts with; the rest follows from the plan. */
export interface AccountStart {
  readonly plan?: PlanName;
  /** Credits left. */
  readonly credits?: number;
  readonly limits?: Partial<Limits>;
  /** Whether endpoints with a limit of their own keep it: usage has five calls a minute. */
  readonly endpointLimits?: boolean;
  /** Requests made before the first one that is seen. */
  readonly used?: Partial<Readonly<Record<WindowName, number>>>;
  readonly active?: boolean;
  /** Whether V3 is switched on for the account. */
  readonly v3?: boolean;
  /** Whether the account is on the Unified Credits pricing version (V2 only). */
  readonly unifiedCredits?: boolean;
}

/** A table of contacts or companies. */
export interface Table {
  readonly id: string;
  readonly entity: 'contacts' | 'companies';
  readonly name: string;
  readonly visibility: 'private' | 'shared';
  readonly archived: boolean;
  readonly ids: readonly string[];
}

/** A webhook subscription. */
export interface Subscription {
  readonly id: string;
  readonly entityType: 'contact' | 'company' | 'opt-out';
  readonly entityId: string;
  readonly signalTypes: readonly string[];
  readonly url: string;
  readonly name: string;
  readonly isActive: boolean;
  /** Epoch ms. */
  readonly createdAt: number;
}

/** A lookalike run: what it has handed out, so that it hands out nothing twice. */
export interface DedupeSession {
  readonly id: string;
  readonly handedOut: number;
  /** Epoch ms of its last use. */
  readonly usedAt: number;
}

/** Everything the simulator remembers about one key. Plain data, replaced field by field. */
export interface Account {
  readonly plan: PlanName;
  readonly active: boolean;
  readonly v3: boolean;
  readonly unifiedCredits: boolean;
  readonly limits: Limits;
  readonly endpointLimits: boolean;
  /** Epoch ms of the first request. */
  readonly openedAt: number;
  balance: Balance;
  windows: Windows;
  /** Endpoints with a minute limit of their own, by the first of those that share it. */
  buckets: Readonly<Record<string, Windows>>;
  /** Data points already paid for, as `id/field`. */
  revealed: readonly string[];
  tables: readonly Table[];
  subscriptions: readonly Subscription[];
  sessions: readonly DedupeSession[];
  webhookSecret: string | null;
  /** Counts the objects it made, for their ids. */
  created: number;
}

/** Entries kept of each growing list; the oldest go first. */
const LONGEST_LIST = 5000;

/** A new account at `now` (epoch ms). */
export function openAccount(start: AccountStart, now: number): Account {
  const plan = start.plan ?? 'scale';
  return {
    plan,
    active: start.active ?? true,
    v3: start.v3 ?? true,
    unifiedCredits: start.unifiedCredits ?? true,
    limits: { ...limitsOf(plan), ...start.limits },
    endpointLimits: start.endpointLimits ?? true,
    openedAt: now,
    balance: { total: start.credits ?? PLAN_CREDITS[plan], used: 0 },
    windows: windowsInUse(start.used ?? {}, now),
    buckets: {},
    revealed: [],
    tables: [],
    subscriptions: [],
    sessions: [],
    webhookSecret: null,
    created: 0,
  };
}

/** Takes the credits from the balance and returns how many, or null when they do not suffice. */
export function charge(account: Account, purchases: readonly Purchase[]): number | null {
  const cost = costOf(purchases);
  if (cost > remaining(account.balance)) return null;
  account.balance = { ...account.balance, used: account.balance.used + cost };
  return cost;
}

/** True when the account has paid for this data point before: it is charged once (docs/billing). */
export function isRevealed(account: Account, id: string, field: string): boolean {
  return account.revealed.includes(`${id}/${field}`);
}

/** Remembers data points as paid for. */
export function markRevealed(account: Account, points: readonly string[]): void {
  const fresh = points.filter((point) => !account.revealed.includes(point));
  account.revealed = [...account.revealed, ...fresh].slice(-LONGEST_LIST);
}

/** A number no other object of this account has. */
export function nextNumber(account: Account): number {
  account.created += 1;
  return account.created;
}
