import { hostsOfUrls } from '../hosts-in-text.ts';

/**
 * Services that are used beside Lusha and refuse a call in much the same words. What only carries
 * calls and messages (a cloud, a chat, a database) is none: Lusha's words pass through it.
 */
const OTHERS = [
  'OpenAI',
  'Anthropic',
  'Stripe',
  'HubSpot',
  'Salesforce',
  'Twilio',
  'SendGrid',
  'Apollo',
  'ZoomInfo',
  'Cognism',
  'Hunter',
  'Clearbit',
  'RocketReach',
  'Snov',
  'Kaspr',
  'Dropcontact',
  'People Data Labs',
  'PDL',
  'Prospeo',
  'LeadIQ',
  'Seamless',
  'Pipedrive',
  'Outreach',
  'Salesloft',
  'Lemlist',
  'Mailchimp',
  'GitHub',
  'Zendesk',
  'Intercom',
];
const SPEAKER = new RegExp(
  String.raw`\b(lusha|${OTHERS.map((name) => name.replaceAll(' ', String.raw`\s`)).join('|')})(?:\.\w{2,4})?\b`,
  'gi',
);
const NEAR = 120;

/**
 * True when another service is named right before the words at this place: "Lusha is fine, but
 * Apollo returns …". The last one named before them is the one that speaks.
 */
export function isSaidByAnother(text: string, at: number): boolean {
  const before = text.slice(Math.max(0, at - NEAR), at);
  const last = [...before.matchAll(SPEAKER)].at(-1);
  if (last !== undefined) return last[1]?.toLowerCase() !== 'lusha';
  const host = hostsOfUrls(before).at(-1);
  return host !== undefined && !/(?:^|\.)lusha\.com?$/.test(host);
}
