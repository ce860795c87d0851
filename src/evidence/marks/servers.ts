import type { Mark } from './mark.ts';

function page(product: string, body: NonNullable<Mark['body']>): Mark {
  return { product, party: 'other', as: 'wrote', body };
}

/**
 * Default pages of servers and load balancers. They tell that no application answered, not whose
 * server it was: the same software runs at Lusha, at a relay and on a laptop.
 */
export const SERVER_MARKS: readonly Mark[] = [
  page('nginx', /<center>(?:nginx|openresty)\b/i),
  page('nginx', /<h1>Welcome to nginx!/i),
  page('HAProxy', [
    'No server is available to handle this request',
    'Request forbidden by administrative rules',
  ]),
  page('Envoy', [
    'upstream connect error or disconnect/reset before headers',
    'no healthy upstream',
    'upstream request timeout',
  ]),
  { product: 'Envoy', party: 'other', as: 'passed', header: 'server', value: /^(?:istio-)?envoy/i },
  page('Apache', /<address>Apache\b/i),
  page('Apache', /<h1>It works!<\/h1>/i),
  page('IIS', /(?:Internet Information Services|<h2>HTTP Error \d{3}|Microsoft-HTTPAPI)/i),
  { product: 'IIS', party: 'other', as: 'wrote', header: 'server', value: /^Microsoft-HTTPAPI/i },
  page('Varnish', /(?:Guru Meditation|Varnish cache server)/i),
  { product: 'Varnish', party: 'other', as: 'passed', header: 'x-varnish' },
  page('Traefik', /^404 page not found\s{0,3}$/),
  page('Caddy', /<h1[^>]{0,100}>Caddy\b/i),
];
