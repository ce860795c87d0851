import { rowsOf, type Signature } from './signature.ts';

const cloudflare = rowsOf('Cloudflare', 'cdn-waf');
const akamai = rowsOf('Akamai', 'cdn-waf');
const fastly = rowsOf('Fastly', 'cdn-waf');
const imperva = rowsOf('Imperva', 'cdn-waf');
const bigIp = rowsOf('F5 BIG-IP', 'cdn-waf');
const sucuri = rowsOf('Sucuri', 'cdn-waf');
const vercel = rowsOf('Vercel', 'cdn-waf');

/** Statuses that only Cloudflare uses, all of them about the server behind it. */
const CLOUDFLARE_STATUSES = [520, 521, 522, 523, 524, 525, 526, 527, 530];

/** Content networks and the firewalls they run in front of a server. */
export const EDGE_SIGNATURES: readonly Signature[] = [
  ...cloudflare.sends('A', 'challenge', 'cf-mitigated'),
  ...cloudflare.sendsWith(CLOUDFLARE_STATUSES, 'unreachable', 'server', /^cloudflare/i),
  ...cloudflare.says(
    'A',
    'challenge',
    'Attention Required! | Cloudflare',
    'Please Wait... | Cloudflare',
    'cf_chl_opt',
    'challenges.cloudflare.com',
    'Enable JavaScript and cookies to continue',
    'cf-browser-verification',
  ),
  ...cloudflare.saysBeside('A', 'challenge', 'Just a moment...', 'cloudflare'),
  ...cloudflare.saysBeside('A', 'challenge', 'Just a moment...', 'cookies to continue'),
  ...cloudflare.saysBeside('A', 'challenge', 'Einen Moment', 'cf_chl'),
  ...cloudflare.saysBeside('A', 'challenge', 'Un instant', 'cf_chl'),
  ...cloudflare.saysBeside('A', 'challenge', 'Un momento', 'cf_chl'),
  ...cloudflare.saysBeside(
    'A',
    'firewall',
    'Sorry, you have been blocked',
    'You are unable to access',
  ),
  ...cloudflare.saysBeside('A', 'firewall', 'Sorry, you have been blocked', 'Cloudflare'),
  ...cloudflare.fits(
    'B',
    'challenge',
    'just a moment',
    /<title>just a moment\.\.\.|^ ?just a moment\.\.\. ?$/,
  ),
  ...cloudflare.says(
    'C',
    'challenge',
    'Just a moment...',
    'Verifying you are human',
    'Sorry, you have been blocked',
  ),
  ...cloudflare.fits('A', 'rate-limit', 'error code: 1', /\berror code: (?:1015|1200)\b/),
  ...cloudflare.fits(
    'A',
    'firewall',
    'error code: 1',
    /\berror code: (?:1003|1005|1006|1007|1008|1009|1010|1012|1020|1025|1106)\b/,
  ),
  ...cloudflare.fits(
    'A',
    'unreachable',
    'error code: 1',
    /\berror code: 1(?:000|001|002|004|011|013|014|016|018|023|033|034|035|036|037|040|041|042|043|101|102|103|104|105)\b/,
  ),
  ...cloudflare.fits('A', 'unreachable', 'error code: 5', /\berror code: 5(?:0[0-4]|2\d|30)\b/),
  ...cloudflare.fits('A', 'firewall', 'error code: 1', /^\s?error code: 1\d{3}\b/),
  ...cloudflare.jsonFits(
    'A',
    'rate-limit',
    '"cloudflare_error"',
    /(?=[^]{0,2000}"error_code" ?: ?"?(?:1015|1200)\b)"cloudflare_error" ?: ?true/,
  ),
  ...cloudflare.jsonFits(
    'A',
    'unreachable',
    '"cloudflare_error"',
    /(?=[^]{0,2000}"error_name" ?: ?"origin)"cloudflare_error" ?: ?true/,
  ),
  ...cloudflare.jsonFits('A', 'firewall', '"cloudflare_error"', /"cloudflare_error" ?: ?true/),
  ...cloudflare.says('A', 'unreachable', 'cf-error-details', 'cf-error-code'),
  ...cloudflare.fits('B', 'unreachable', 'cloudflare', /error 5[23]\d [^\n]{0,200}cloudflare/),
  ...cloudflare.says('B', 'trace', '/cdn-cgi/'),
  ...cloudflare.says('C', 'trace', 'Cloudflare Ray ID'),
  ...cloudflare.passes('cf-ray'),
  ...cloudflare.passes('server', /^cloudflare/i),

  ...akamai.sends('A', 'trace', 'server', /^AkamaiGHost/i),
  ...akamai.fits('A', 'firewall', 'reference #', /\breference #18\.[\da-f]{3,16}\b/),
  ...akamai.fits('A', 'malformed', 'reference #', /\breference #9\.[\da-f]{3,16}\b/),
  ...akamai.fits(
    'A',
    'unreachable',
    'reference #',
    /\breference #(?:97|98|11|30)\.[\da-f]{3,16}\b/,
  ),
  ...akamai.fits('A', 'trace', 'reference #', /\breference #\d{1,3}\.[\da-f]{3,16}\b/),
  ...akamai.says('A', 'trace', 'errors.edgesuite.net', '<!-- AKAMAI ERROR PAGE -->'),
  ...akamai.fits(
    'B',
    'firewall',
    'you don\'t have permission to access "http',
    /you don't have permission to access "https?:[^"]{1,300}" on this server/,
  ),
  ...akamai.json('A', 'challenge', '"cpr_chlge"'),
  ...akamai.says('A', 'challenge', 'sec-if-cpt-container'),
  ...akamai.passes('set-cookie', /^(?:_abck|bm_sz|ak_bmsc)=/),
  ...akamai.passes('x-akamai-request-id'),
  ...akamai.passes('akamai-grn'),

  ...imperva.says(
    'A',
    'firewall',
    'Incapsula incident ID',
    '_Incapsula_Resource',
    'This request was blocked by our security service',
  ),
  ...imperva.saysBeside('A', 'firewall', 'Powered by', 'Imperva', 'Incident ID'),
  ...imperva.saysBeside(
    'B',
    'firewall',
    'The incident ID is:',
    'Contact support for additional information',
  ),
  ...imperva.says('B', 'challenge', 'Pardon Our Interruption'),
  ...imperva.passes('x-iinfo'),
  ...imperva.passes('x-cdn', /^(?:Imperva|Incapsula)/i),
  ...imperva.passes('set-cookie', /^(?:visid_incap_|incap_ses_)/),

  ...bigIp.says('A', 'firewall', 'The requested URL was rejected. Please consult with your'),
  ...bigIp.fits(
    'B',
    'firewall',
    'your support id is:',
    /\byour support id is: ?(?:<[^<>]{1,20}> ?)?\d{10,25}/,
  ),
  ...bigIp.jsonFits('A', 'firewall', '"supportid"', /"supportid" ?: ?"?\d{10,25}/),
  ...bigIp.says('A', 'firewall', 'security.f5aas.com'),
  ...bigIp.passes('server', /^BIG-?IP/i),
  ...bigIp.passes('set-cookie', /^(?:BIGipServer|TS01[\da-f]{4,})/),

  ...fastly.says('A', 'no-route', 'Fastly error: unknown domain'),
  ...fastly.fits('A', 'unreachable', 'details: cache-', /\bdetails: cache-[a-z]{2,20}[\w-]{1,40}/),
  ...fastly.passes('x-fastly-request-id'),
  ...fastly.passes('x-served-by', /^cache-[a-z]{2,20}\d/i),

  ...sucuri.sends('A', 'firewall', 'x-sucuri-block'),
  ...sucuri.says(
    'A',
    'firewall',
    'Sucuri WebSite Firewall - Access Denied',
    'sucuri-firewall-block.css',
  ),
  ...sucuri.passes('x-sucuri-id'),
  ...sucuri.passes('server', /^Sucuri/i),

  ...vercel.sends('A', 'challenge', 'x-vercel-mitigated'),
  ...vercel.says('A', 'challenge', 'Vercel Security Checkpoint', '/vercel/security/'),
  ...vercel.sends('A', 'own-app', 'x-vercel-error'),
  ...vercel.fits(
    'A',
    'own-app',
    'code:',
    /\bcode: ?`?(?:function_(?:invocation_timeout|invocation_failed|throttled|payload_too_large|response_payload_too_large)|no_response_from_function|middleware_\w{2,40}|edge_\w{2,40}|deployment_(?:not_found|paused|disabled|blocked|deleted)|dns_hostname_\w{2,40}|infinite_loop_detected|router_\w{2,40})\b/,
  ),
  ...vercel.fits(
    'A',
    'own-app',
    'function_',
    /\b(?:50[0-4]|413|404|402|508): ?(?:function_(?:invocation_timeout|invocation_failed|throttled|payload_too_large)|no_response_from_function|deployment_\w{2,40}|infinite_loop_detected)\b/,
  ),
  ...vercel.says('A', 'own-app', 'FUNCTION_INVOCATION_TIMEOUT', 'Vercel Runtime Timeout Error'),
  ...vercel.passes('x-vercel-id'),
];
