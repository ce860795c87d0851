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
  { name: 'npm', errors: /^npm (?:ERR!|error) |\bregistry\.npmjs\.org\b/m },
  {
    name: 'PyPI',
    errors: /\bfiles\.pythonhosted\.org\b|\bpypi\.org\/simple\b|\bpip\._(?:internal|vendor)\./,
  },
  {
    name: 'Sentry',
    errors:
      /\bsentry_sdk\.\w|\bingest\.(?:us\.|de\.)?sentry\.io\b|\bSentry(?:\.\w{2,40})?(?:Error|Exception)\b|\[sentry\][^\n]{0,60}(?:error|fail|429)/i,
  },
  {
    name: 'Datadog',
    errors: /\bddtrace\.\w|\bhttp-intake\.logs\.[\w.]{0,30}datadoghq\.(?:com|eu)\b/,
  },
  {
    name: 'Azure',
    errors: /\bazure\.core\.exceptions\.\w{1,60}|\bAzure\.RequestFailedException\b/,
  },
  { name: 'Shopify', errors: /\bShopifyAPI::\w{0,40}|\bShopify\w{0,40}Error\b/ },
  {
    name: 'Elasticsearch',
    errors: /\belastic(?:search|_transport)\.(?:exceptions\.)?\w{1,60}Error\b/,
  },
  {
    name: 'Kafka',
    errors: /\bKafkaJS\w{2,60}Error\b|\borg\.apache\.kafka\.[\w.]{2,80}Exception\b/,
  },
  {
    name: 'RabbitMQ',
    errors: /\bpika\.exceptions\.\w{1,60}|\bcom\.rabbitmq\.client\.\w{1,60}Exception\b/,
  },
  { name: 'Snowflake', errors: /\bsnowflake\.connector\.errors\.\w{1,60}/ },
  { name: 'Prisma', errors: /\bPrismaClient\w{2,40}Error\b/ },
  {
    name: 'Terraform',
    errors: /\bon \S{1,200}\.tf line \d{1,6}, in (?:resource|data|module|provider)\b/,
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

/** Services that programs report to, fetch from or write to: named beside a failure, it is theirs. */
const NAMED_BESIDE =
  /\b(?:to|from|by|with|at|via|(?<!\b(?:view|details|open|see|seen|reported|logged) )in|into|reach|contact|call(?:ing)?|posting|send(?:ing)?) (sentry|datadog|new relic|rollbar|bugsnag|honeycomb|segment|mixpanel|amplitude|snowflake|bigquery|redshift|redis|kafka|rabbitmq|elasticsearch|opensearch|postgres(?:ql)?|mysql|mongo(?:db)?|slack|teams|discord|telegram|notion|airtable|google sheets|gmail|outlook|s3|npm|pypi|docker hub|github|gitlab|openai|anthropic|hubspot|salesforce|pipedrive|zoho|close|attio|apollo|zoominfo|hunter|clearbit|stripe|twilio|sendgrid|mailgun|mailchimp|brevo|zendesk|intercom|freshdesk|clay|smartlead|instantly|lemlist|outreach|salesloft)\b/i;

/** The same as the one that speaks, and packages that only its client has, in the frames of a trace. */
const SPEAKS =
  /\b(sentry|datadog|slack|openai|anthropic|hubspot|salesforce|pipedrive|apollo|zoominfo|hunter|clearbit|stripe|twilio|sendgrid|mailchimp|zendesk|intercom|notion|airtable|github|npm|pypi|snowflake|postgres(?:ql)?|redis|s3)(?: api| server)? (?:responded|returned|answered|replied|rejected|refused|said|says|failed|is rate|rate[- ]limited|error)/i;
const LOGGER =
  /(?:^|-- |[\s[(])(sentry|datadog|slack|hubspot|salesforce|openai|anthropic|stripe|twilio|sendgrid|snowflake|bigquery|redis|kafka|postgres(?:ql)?|mysql|mongo(?:db)?|dataverse|dynamics|pipedrive|zendesk|apollo|zoominfo|cognism|clearbit|hunter|kaspr|dropcontact|rocketreach|prospeo)(?:\]|:)[\s:]/im;
const PACKAGES =
  /(?:node_modules|site-packages|gems|vendor|deps)\/(?:@)?(slack|sentry|hubspot|openai|anthropic-ai|anthropic|stripe|aws-sdk|boto3|botocore|googleapis|google-cloud|pg|psycopg2?|ioredis|redis|mongoose|mongodb|kafkajs|nodemailer|twilio|sendgrid|notionhq|airtable|jsforce|simple_salesforce|supabase|firebase(?:-admin)?|prisma|sequelize|bullmq|amqplib|elasticsearch|datadog(?:-metrics)?|mailchimp|postmark|raven)\b/i;

/** The service that a text names as the one something went to or came from; null for none. */
export function namedBeside(text: string): string | null {
  return NAMED_BESIDE.exec(text)?.[1] ?? null;
}

const DATABASE =
  /\b(?:communicating with|connect(?:ing|ion)? to|from|saving [\w ]{1,30} to) (?:the )?database\b|\b(?:postgres(?:ql)?|mysql|mariadb|redis|mongodb(?:\+srv)?|amqps?|sqlserver|jdbc:\w{3,20}):\/\//i;

/** An orchestrator or a load balancer that asks the caller's own program how it is. */
const OWN_HEALTH =
  /\b(?:readiness|liveness|startup) probe (?:failed|errored)|\bhealth ?checks? failed with\b/i;
/** The proxy of a development server, in front of the caller's own program. */
const DEV_PROXY =
  /\[HPM\] Error occurred while proxying request \S{1,500} to https?:\/\/(?!\S*lusha)/;
/** Whose step failed, where a line begins with it: `HubSpot create contact failed: 409`. */
const STEP = new RegExp(
  String.raw`^(?!.*\blusha\b)[^\n:]{0,40}?\b(${VENDOR_NAMES.join('|')})\b(?: [\w-]{1,30}){0,5} (?:failed|errored)\b`,
  'im',
);

/** The service that a text names as the one that answered, or whose client printed it; null for none. */
export function speakerIn(text: string): string | null {
  if (DATABASE.test(text)) return 'database';
  if (OWN_HEALTH.test(text)) return 'a health check';
  if (DEV_PROXY.test(text)) return 'a development server';
  return (
    (SPEAKS.exec(text) ?? STEP.exec(text) ?? LOGGER.exec(text) ?? PACKAGES.exec(text))?.[1] ?? null
  );
}

/** The service whose client has a frame in a text, in lower case; null for none. */
export function clientIn(text: string): string | null {
  return PACKAGES.exec(text)?.[1]?.toLowerCase() ?? null;
}

/** The vendor whose own error a text shows, or null. */
export function vendorOf(text: string): string | null {
  return VENDORS.find(({ errors }) => errors.test(text))?.name ?? null;
}
