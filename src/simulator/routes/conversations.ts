import { charge } from '../account/account.ts';
import { json } from '../http/answer.ts';
import { outOfCredits, sell, withBody, type Handlers } from '../http/call.ts';
import { standardError } from '../error-answers.ts';
import { uuidFrom } from '../data/hash.ts';
import { anything, day, object, text, whole } from '../shape.ts';

const SEARCH = object(
  {},
  {
    pageSize: whole(1, 100),
    pageToken: text(),
    startDate: day(),
    endDate: day(),
    filters: anything(),
  },
);
/** Recorded conversations of every simulated account. */
const CONVERSATIONS = 3;

/** Recorded conversations. An empty search is valid and charged, as at Lusha. */
export const CONVERSATIONS_HANDLERS: Handlers = {
  'conversations.search': withBody(SEARCH, (call, { pageSize = 25 }) => {
    const results = Array.from({ length: Math.min(pageSize, CONVERSATIONS) }, (_, index) => ({
      id: idOf(call.world.seed, index),
      title: `Introduction call ${index + 1}`,
      durationSeconds: 900 + index,
    }));
    return sell(call, [{ action: 'ci_meeting_data_export', quantity: results.length }], results);
  }),

  'conversations.transcript': (call) => {
    const known = Array.from({ length: CONVERSATIONS }, (_, index) => idOf(call.world.seed, index));
    const id = call.params['conversationId'] ?? '';
    if (!known.includes(id)) return standardError(404, 'Resource not found');
    const credits = charge(call.account, [{ action: 'ci_transcript_analysis', quantity: 1 }]);
    if (credits === null) return outOfCredits();
    return json(
      200,
      {
        requestId: call.requestId,
        id,
        transcript: [{ speaker: 'A', text: 'Hello.' }],
        billing: { creditsCharged: credits, resultsReturned: 1 },
      },
      credits,
    );
  },
};

function idOf(seed: string, index: number): string {
  return uuidFrom(seed, 'conversation', String(index));
}
