import { ACCESS_TOPICS } from './topics/access.ts';
import { COST_TOPICS } from './topics/costs.ts';
import { DATA_TOPICS } from './topics/data.ts';
import { DOCTOR_TOPICS } from './topics/doctor.ts';
import { FEATURE_TOPICS } from './topics/features.ts';
import { KEY_TOPICS } from './topics/keys.ts';
import { LIMIT_TOPICS } from './topics/limits.ts';
import { MCP_TOPICS } from './topics/mcp.ts';
import { PLATFORM_TOPICS } from './topics/platforms.ts';
import type { Topic } from './topics/topic.ts';
import { WEBHOOK_TOPICS } from './topics/webhooks.ts';

/** Every subject that has a page of facts, by field, in the order in which they are listed. */
export const TOPIC_GROUPS: readonly (readonly [label: string, topics: readonly Topic[]])[] = [
  ['KEY', KEY_TOPICS],
  ['CREDITS', COST_TOPICS],
  ['LIMITS', LIMIT_TOPICS],
  ['DATA', DATA_TOPICS],
  ['FEATURES', FEATURE_TOPICS],
  ['ACCESS', ACCESS_TOPICS],
  ['WEBHOOKS', WEBHOOK_TOPICS],
  ['MCP', MCP_TOPICS],
  ['PLATFORMS', PLATFORM_TOPICS],
  ['THIS TOOL', DOCTOR_TOPICS],
];

export const FACT_TOPICS: readonly Topic[] = TOPIC_GROUPS.flatMap(([, topics]) => topics);

/** The topic of this name. */
export function topicById(id: string): Topic | undefined {
  return FACT_TOPICS.find((topic) => topic.id === id);
}
