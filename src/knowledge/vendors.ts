/** Another service that programs beside Lusha's use, and how its own errors can be told. */
interface Vendor {
  readonly name: string;
  /**
   * Classes and codes that only its own client or its own answers have. A name alone is none: it
   * also stands in `lusha -> hubspot sync`.
   */
  readonly errors: RegExp;
}

/** The services that most often fail in the same log as Lusha. Each pattern is bounded. */
const VENDORS: readonly Vendor[] = [
  {
    name: 'OpenAI',
    errors:
      /\b(?:openai\.(?:error\.)?\w{1,40}Error\b|OpenAIError\b|insufficient_quota\b|rate_limit_exceeded\b.{0,80}\bopenai)/,
  },
  { name: 'Anthropic', errors: /\banthropic\.\w{1,40}Error\b|\bAnthropicError\b/ },
  {
    name: 'Stripe',
    errors: /\bStripe(?:::|\.error\.|\.)?\w{0,40}Error\b|\bstripe\.\w{0,20}\.?\w{1,40}Error\b/,
  },
  {
    name: 'HubSpot',
    errors:
      /\bhubspot\.(?:\w{1,40}\.){0,4}\w{0,40}(?:Exception|Error)\b|\bHubspot::\w{0,40}Error\b/,
  },
  {
    name: 'Salesforce',
    errors:
      /\bsimple_salesforce\.|\bSalesforce\w{1,40}(?:Error|Exception|Session)\b|\b(?:INVALID_SESSION_ID|REQUEST_LIMIT_EXCEEDED|UNABLE_TO_LOCK_ROW)\b|\bRestforce::/,
  },
  {
    name: 'AWS',
    errors:
      /\bbotocore\.(?:\w{1,40}\.){0,3}\w{1,60}|\bAws::\w{1,40}::Errors\b|\bsoftware\.amazon\.awssdk\.[\w.]{1,120}Exception\b/,
  },
  {
    name: 'Google',
    errors:
      /\bgoogle\.(?:api_core|auth)\.exceptions\.\w{1,60}|\bgoogleapiclient\.errors\.\w{1,40}|\bGoogle::Apis::\w{1,40}Error\b/,
  },
  {
    name: 'Slack',
    errors: /\bslack_sdk\.errors\.\w{1,40}|\bSlackApiError\b|\bslack_webapi_platform_error\b/,
  },
  { name: 'Twilio', errors: /\bTwilioRestException\b|\bTwilio::REST::\w{1,40}Error\b/ },
  { name: 'SendGrid', errors: /\bSendGridException\b|\bpython_http_client\.exceptions\.\w{1,60}/ },
  {
    name: 'PostgreSQL',
    errors:
      /\bpsycopg2?\.(?:errors\.)?\w{1,60}|\bPG::\w{1,60}|\borg\.postgresql\.util\.PSQLException\b/,
  },
  {
    name: 'MySQL',
    errors: /\b(?:pymysql\.err|MySQLdb|mysql\.connector\.errors)\.\w{1,60}|\bMysql2::Error\b/,
  },
  {
    name: 'MongoDB',
    errors:
      /\bMongo(?:Server|Network|Timeout|Bulk\w{0,10})\w{0,40}Error\b|\bpymongo\.errors\.\w{1,60}/,
  },
  {
    name: 'Redis',
    errors: /\bredis\.exceptions\.\w{1,60}|\bRedis::\w{1,60}Error\b|\bReplyError: \w/,
  },
  { name: 'SMTP', errors: /\bsmtplib\.SMTP\w{1,40}|\bNet::SMTP\w{1,40}/ },
];

/**
 * Services that are used beside Lusha and refuse a call in much the same words. What only carries
 * calls and messages (a cloud, a chat, a database) is none: Lusha's words pass through it.
 */
export const VENDOR_NAMES: readonly string[] = [
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

/** The vendor whose own error a text shows, or null. */
export function vendorOf(text: string): string | null {
  return VENDORS.find(({ errors }) => errors.test(text))?.name ?? null;
}
