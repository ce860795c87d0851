import type { Endpoint } from '../model/endpoint.ts';
import { ACCOUNT } from './endpoints/account.ts';
import { COMPANIES } from './endpoints/companies.ts';
import { CONTACTS } from './endpoints/contacts.ts';
import { CONVERSATIONS } from './endpoints/conversations.ts';
import { DEAD } from './endpoints/dead.ts';
import { FILTERS } from './endpoints/filters.ts';
import { OTHER_HOSTS } from './endpoints/other-hosts.ts';
import { SIGNALS } from './endpoints/signals.ts';
import { TABLES } from './endpoints/tables.ts';
import { V2_FILTERS } from './endpoints/v2-filters.ts';
import { V2_PROSPECTING } from './endpoints/v2-prospecting.ts';
import { V2 } from './endpoints/v2.ts';
import { WEBHOOKS } from './endpoints/webhooks.ts';

/** Host of every endpoint that names none. */
export const API_HOST = 'api.lusha.com';

/** Every path anybody is known to call, today's first, the dead ones near the end. */
export const ENDPOINTS: readonly Endpoint[] = [
  ...ACCOUNT,
  ...CONTACTS,
  ...COMPANIES,
  ...FILTERS,
  ...SIGNALS,
  ...TABLES,
  ...CONVERSATIONS,
  ...WEBHOOKS,
  ...V2,
  ...V2_FILTERS,
  ...V2_PROSPECTING,
  ...DEAD,
  ...OTHER_HOSTS,
];
