import type { Handlers } from './http/call.ts';
import { BUYING_GROUP_HANDLERS } from './routes/buying-group.ts';
import { COMPANIES } from './routes/companies.ts';
import { CONTACTS } from './routes/contacts.ts';
import { CONVERSATIONS_HANDLERS } from './routes/conversations.ts';
import { FILTERS } from './routes/filters.ts';
import { LOOKALIKE } from './routes/lookalike.ts';
import { PROSPECTING } from './routes/prospecting.ts';
import { SIGNALS } from './routes/signals.ts';
import { TABLES } from './routes/tables.ts';
import { USAGE } from './routes/usage.ts';
import { V2_ENRICHMENT } from './routes/v2-enrichment.ts';
import { V2_PROSPECTING } from './routes/v2-prospecting.ts';
import { WEBHOOKS } from './routes/webhooks.ts';
import { WEBSITE_VISITS } from './routes/website-visits.ts';

/** Everything the simulated API answers, by endpoint id. What is missing here is a 404. */
export const HANDLERS: Handlers = {
  ...USAGE,
  ...CONTACTS,
  ...COMPANIES,
  ...PROSPECTING,
  ...FILTERS,
  ...LOOKALIKE,
  ...BUYING_GROUP_HANDLERS,
  ...SIGNALS,
  ...WEBSITE_VISITS,
  ...CONVERSATIONS_HANDLERS,
  ...TABLES,
  ...WEBHOOKS,
  ...V2_ENRICHMENT,
  ...V2_PROSPECTING,
};
