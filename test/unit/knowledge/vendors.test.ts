import { describe, expect, it } from 'vitest';
import { vendorOf } from '../../../src/knowledge/vendors.ts';

describe('the vendor whose own error a text shows', () => {
  it.each([
    ['npm', 'npm ERR! code EAI_AGAIN\nnpm ERR! syscall getaddrinfo'],
    ['PyPI', 'ERROR: HTTPSConnectionPool(host=x): https://files.pythonhosted.org/packages/x 403'],
    ['Sentry', 'POST https://o1.ingest.us.sentry.io/api/1/envelope/ 429'],
    ['Sentry', 'sentry_sdk.transport: rate limited'],
    ['Datadog', 'https://http-intake.logs.datadoghq.com/api/v2/logs 403'],
    ['Kafka', 'KafkaJSConnectionError: Connection timeout'],
    ['Prisma', 'PrismaClientInitializationError: x'],
    ['Azure', 'azure.core.exceptions.HttpResponseError: x'],
    ['Stripe', 'stripe.error.RateLimitError: Too many requests'],
  ])('is %s', (name, text) => {
    expect(vendorOf(text)).toBe(name);
  });

  it.each([
    'we installed it with npm and pip, and errors go to Sentry',
    'lusha -> shopify sync failed with 401',
    'connect ECONNREFUSED 10.0.0.1:443',
  ])('is none in %j', (text) => {
    expect(vendorOf(text)).toBeNull();
  });
});
