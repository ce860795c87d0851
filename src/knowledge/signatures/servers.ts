import { rowsOf, type Signature } from './signature.ts';

const nginx = rowsOf('nginx', 'other');
const apache = rowsOf('Apache', 'other');
const iis = rowsOf('IIS', 'other');
const caddy = rowsOf('Caddy', 'other');

/**
 * Default pages of servers. They tell that no application answered, not whose server it was: the
 * same software runs at Lusha, at a relay and on a laptop.
 */
export const SERVER_SIGNATURES: readonly Signature[] = [
  ...nginx.saysBeside('A', 'malformed', 'The plain HTTP request was sent to HTTPS port', 'nginx'),
  ...nginx.says(
    'A',
    'malformed',
    'The plain HTTP request was sent to HTTPS port',
    'No required SSL certificate was sent',
    'The SSL certificate error',
  ),
  ...nginx.says('B', 'malformed', 'Request Header Or Cookie Too Large'),
  ...nginx.fits(
    'B',
    'unreachable',
    '<center>',
    /<h1>50[234] [^<]{1,40}<\/h1> ?<\/center> ?(?:<hr> ?)?<center>(?:nginx|openresty)\b/,
  ),
  ...nginx.fits(
    'B',
    'unreachable',
    'nginx',
    /50[234] (?:bad gateway|service temporarily unavailable|gateway time-?out) ?(?:50[234] (?:bad gateway|service temporarily unavailable|gateway time-?out) )?(?:nginx|openresty)\b/,
  ),
  ...nginx.fits('B', 'trace', '<center>', /<center>(?:nginx|openresty)\b/),
  ...nginx.fits('B', 'no-route', 'welcome to nginx!', /<h1>welcome to nginx!/),

  ...apache.saysBeside(
    'A',
    'unreachable',
    'The proxy server received an invalid response from an upstream server',
    'Proxy Error',
  ),
  ...apache.saysBeside('A', 'unreachable', 'Error reading from remote server', 'Proxy Error'),
  ...apache.saysBeside('A', 'unreachable', 'DNS lookup failure for', 'Proxy Error'),
  ...apache.says(
    'A',
    'firewall',
    'was encountered while trying to use an ErrorDocument to handle the request',
  ),
  ...apache.fits('B', 'trace', '<address>', /<address>apache\b/),
  ...apache.fits('B', 'no-route', 'it works!', /<h1>it works!<\/h1>/),

  ...iis.says(
    'A',
    'unreachable',
    'Web server received an invalid response while acting as a gateway or proxy server',
  ),
  ...iis.says('B', 'no-route', '404 - File or directory not found.'),
  ...iis.says(
    'B',
    'firewall',
    '403 - Forbidden: Access is denied.',
    'Rejected-By-UrlScan',
    'potentially dangerous client input value',
  ),
  ...iis.fits('B', 'trace', '<h2>http error ', /<h2>http error \d{3}/),
  ...iis.says('B', 'trace', 'Internet Information Services', 'Microsoft-HTTPAPI'),
  ...iis.sends('B', 'trace', 'server', /^Microsoft-HTTPAPI/i),

  ...caddy.fits('B', 'no-route', '>caddy', /<h1[^>]{0,100}>caddy\b/),
];
