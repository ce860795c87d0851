import type { Endpoint, PlanRequirement } from '../../model/endpoint.ts';
import { billed } from './costs.ts';
import { IMPOSSIBLE_UUID, impossibleObject, refusedValue } from './probes.ts';

const PRODUCT: PlanRequirement = {
  needs: 'product',
  note: { text: 'Needs the Lusha Conversations product.', source: 'docs/conversations' },
};

const SHARED = {
  version: 'v3',
  state: 'current',
  group: 'conversations',
  plan: PRODUCT,
  statuses: [],
  source: 'docs/conversations',
} as const;

export const CONVERSATIONS: readonly Endpoint[] = [
  {
    ...SHARED,
    id: 'conversations.search',
    method: 'POST',
    path: '/v3/account/conversations/search',
    purpose: 'search recorded sales conversations',
    cost: {
      ...billed('ci_meeting_data_export', '25 results', 1),
      note: { text: 'An empty result is free.', source: 'docs/conversations' },
    },
    limits: {
      pageSize: { min: 1, max: 100 },
      note: { text: 'Dates are strictly YYYY-MM-DD.', source: 'docs/conversations' },
    },
    minimalBody: { pageSize: 1 },
    freeProbe: refusedValue(
      '/v3/account/conversations/search',
      { pageSize: 101 },
      'pageSize',
      'documented',
    ),
    never: 'empty-body',
  },
  {
    ...SHARED,
    id: 'conversations.transcript',
    method: 'GET',
    path: '/v3/account/conversations/{conversationId}/transcript',
    purpose: 'the transcript of one conversation',
    cost: {
      ...billed('ci_transcript_analysis', 'request', 1),
      note: { text: 'Repeats are charged again, 404 never is.', source: 'docs/conversations' },
    },
    freeProbe: impossibleObject(
      `/v3/account/conversations/${IMPOSSIBLE_UUID}/transcript`,
      'documented',
    ),
  },
];
