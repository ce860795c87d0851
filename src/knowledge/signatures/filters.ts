import { rowsOf, type Signature } from './signature.ts';

const zscaler = rowsOf('Zscaler', 'proxy');
const fortinet = rowsOf('Fortinet FortiGate', 'proxy');
const paloAlto = rowsOf('Palo Alto Networks', 'proxy');
const umbrella = rowsOf('Cisco Umbrella', 'proxy');
const netskope = rowsOf('Netskope', 'proxy');
const forcepoint = rowsOf('Forcepoint', 'proxy');
const blueCoat = rowsOf('Blue Coat ProxySG', 'proxy');
const skyhigh = rowsOf('Skyhigh Web Gateway', 'proxy');
const sophos = rowsOf('Sophos', 'proxy');
const checkPoint = rowsOf('Check Point', 'proxy');
const barracuda = rowsOf('Barracuda', 'proxy');
const wsa = rowsOf('Cisco Secure Web Appliance', 'proxy');

/**
 * Web filters of company networks that are met most. A name alone is a C row: pages are edited by
 * the customer, and prose names products too.
 */
export const FILTER_SIGNATURES: readonly Signature[] = [
  ...zscaler.sends('A', 'trace', 'server', /^zscaler/i),
  ...zscaler.says(
    'A',
    'policy',
    'Internet Security by Zscaler',
    'Your organization has selected Zscaler to protect you from internet threats',
    'login.zscloud.net/img_logo_new',
  ),
  ...zscaler.says('C', 'policy', "Sorry, you don't have permission to visit this site"),
  ...zscaler.says('C', 'trace', '<div class="pg red">', 'zscaler', 'zscloud.net'),
  ...zscaler.leadsToFit(
    'A',
    'policy',
    'gateway.z',
    /:\/\/gateway\.(?:zscaler(?:one|two|three|gov|beta|ten)?|zscalerthree|zscloud)\.(?:net|com|us)(?::\d{1,5})?\//,
  ),
  ...zscaler.leadsToFit(
    'A',
    'policy',
    'zs',
    /:\/\/(?:[\w.-]{1,120}\.)?(?:zscaler(?:one|two|three|gov|beta|ten)?|zscloud)\.(?:net|com|us)(?::\d{1,5})?\//,
  ),
  ...zscaler.passes('via', /zscaler/i),
  ...zscaler.fits(
    'A',
    'policy',
    'reqmethod=connect',
    /\breqmethod=connect\b[^]{0,600}\baction=blocked\b|\baction=blocked\b[^]{0,390}\breqmethod=connect\b/,
  ),

  ...fortinet.sends('A', 'trace', 'server', /^Forti(?:Gate|Proxy|Web)/i),
  ...fortinet.says(
    'A',
    'policy',
    'FortiGuard Intrusion Prevention - Access Blocked',
    'FortiGuard Web Filtering',
    'Powered By FortiGuard',
    'FortiGate Application Control',
    'You have tried to access a web page which is in violation of your internet usage policy',
  ),
  ...fortinet.saysBeside('A', 'policy', 'Web Page Blocked', 'FortiGuard'),
  ...fortinet.says('B', 'policy', 'Web Filter Violation', 'Webfilter Violation', 'fgtauth'),
  ...fortinet.saysBeside('B', 'policy', 'URL filter', 'the URL is banned'),
  ...fortinet.says('C', 'trace', 'FortiGuard', 'FortiGate', 'Fortinet'),
  ...fortinet.leadsTo('A', 'login', '/fgtauth?'),
  ...fortinet.passes('via', /Forti(?:Gate|Proxy)/i),

  ...paloAlto.says(
    'A',
    'policy',
    'The web page you are trying to visit has been blocked in accordance with company policy',
    'has been blocked in accordance with company policy',
    '/php/urlblock.php',
    '/php/uid.php?vsys=',
    '<body bgcolor="#e7e8e9"><div id="content"><h1>Web Page Blocked',
    '<body bgcolor="#e7e8e9"> <div id="content"> <h1>Web Page Blocked',
  ),
  ...paloAlto.says('B', 'policy', 'Virus/Spyware Download Blocked'),
  ...paloAlto.saysBeside('B', 'policy', 'Application Blocked', 'company policy'),
  ...paloAlto.saysBeside('B', 'policy', 'Web Page Blocked', 'company policy'),
  ...paloAlto.says('C', 'trace', 'Palo Alto Networks'),
  ...paloAlto.leadsTo('A', 'policy', '/php/urlblock.php?args='),

  ...umbrella.says(
    'A',
    'policy',
    'This site is blocked due to content filtering',
    'This domain is blocked due to content filtering',
    'block.opendns.com',
    'malware.opendns.com',
    'phish.opendns.com',
    'bpb.opendns.com',
    'opendns.com/block',
  ),
  ...umbrella.saysBeside('A', 'policy', 'ACType', 'Block Type', 'Bundle ID'),
  ...umbrella.says('C', 'trace', 'Cisco Umbrella'),
  ...umbrella.leadsToFit(
    'A',
    'policy',
    'opendns.com',
    /:\/\/(?:block|malware|phish|bpb|block\.a\.id)\.opendns\.com\b/,
  ),

  ...netskope.saysBeside('B', 'policy', 'Netskope', 'goskope.com'),
  ...netskope.says('C', 'trace', 'Netskope', 'goskope.com'),
  ...netskope.leadsToFit('B', 'policy', 'goskope.com', /:\/\/[\w.-]{1,120}\.goskope\.com\//),
  ...netskope.passes('via', /netskope/i),

  ...forcepoint.sends('A', 'trace', 'server', /^(?:Websense|Forcepoint)/i),
  ...forcepoint.says(
    'A',
    'policy',
    'blockpage.cgi?ws-session',
    'blockOptions.cgi?ws-session',
    'block_message.cgi',
    ':15871/cgi-bin/',
    ', Websense, Inc.',
  ),
  ...forcepoint.saysBeside('B', 'policy', 'Access to this', 'Websense'),
  ...forcepoint.saysBeside('B', 'policy', 'Access to this', 'Forcepoint'),
  ...forcepoint.says('C', 'trace', 'Websense', 'Forcepoint'),
  ...forcepoint.leadsTo('A', 'policy', ':15871/cgi-bin/', 'blockpage.cgi?ws-session'),
  ...forcepoint.passes('via', /(?:Websense|Forcepoint|\bWCG\b)/i),

  ...blueCoat.sends('A', 'trace', 'server', /^(?:BlueCoat|Blue Coat|ProxySG)/i),
  ...blueCoat.fits(
    'A',
    'policy',
    '_denied)',
    /\((?:content_filter_denied|policy_denied|user-defined\.\w{1,60}denied|silent_denied|virus_detected)\)/,
  ),
  ...blueCoat.fits('A', 'login', '(authentication_', /\(authentication_\w{2,60}\)/),
  ...blueCoat.fits(
    'A',
    'unreachable',
    'network error (',
    /network error \((?:tcp_error|dns_\w{2,60}|gateway_error|ssl_\w{2,60}|icap_\w{2,60}|invalid_\w{2,60})\)/,
  ),
  ...blueCoat.fits(
    'A',
    'unreachable',
    'a communication error occurred: "',
    /a communication error occurred: "[^"]{0,80}"/,
  ),
  ...blueCoat.fits('A', 'unreachable', 'dns_', /\(dns_(?:unresolved_hostname|server_failure)\)/),
  ...blueCoat.saysBeside(
    'B',
    'policy',
    'For assistance, contact your network support team',
    'denied',
  ),
  ...blueCoat.says(
    'C',
    'trace',
    'Blue Coat',
    'BlueCoat',
    'ProxySG',
    'Symantec Web Security',
    'Symantec Web Gateway',
    'Symantec Edge SWG',
  ),
  ...blueCoat.leadsTo('A', 'policy', 'notify.bluecoat.com', '?cfru=', '&cfru='),
  ...blueCoat.passes('via', /(?:Blue ?Coat|ProxySG)/i),

  ...skyhigh.says(
    'A',
    'policy',
    'McAfee Web Gateway - Notification',
    'Skyhigh Web Gateway - Notification',
    'Web Gateway - Notification - Blocked by',
    'mwg-internal',
  ),
  ...skyhigh.fits(
    'A',
    'unreachable',
    'handshakefailed:server state',
    /initialize server context:\s?handshakefailed:server state [^\n<`]{1,120}/,
  ),
  ...skyhigh.says('C', 'trace', 'McAfee Web Gateway', 'Skyhigh Web Gateway', 'Skyhigh Security'),
  ...skyhigh.passes('via', /(?:McAfee|Skyhigh|\bMWG\b)/i),

  ...sophos.says('A', 'policy', 'Powered by UTM Web Protection'),
  ...sophos.saysBeside(
    'A',
    'firewall',
    'incident was logged with the following log identifier',
    'Inbound Anomaly Score exceeded',
  ),
  ...sophos.says('C', 'trace', 'Sophos Web', 'Sophos Firewall', 'Sophos UTM', 'Sophos XG'),

  ...checkPoint.says('A', 'policy', 'Check Point UserCheck', '/UserCheck/PortalMain'),
  ...checkPoint.says('C', 'trace', 'Check Point Software', 'Check Point Quantum', 'UserCheck'),
  ...checkPoint.leadsTo('A', 'policy', '/UserCheck/PortalMain'),

  ...barracuda.sends('A', 'trace', 'server', /^Barracuda/i),
  ...barracuda.says(
    'A',
    'policy',
    'Redirecting you to Barracuda Web Filter',
    '<th>Barracuda NextGen Firewall',
    'Barracuda NextGen Firewall:',
  ),
  ...barracuda.says('C', 'trace', 'Barracuda Web', 'Barracuda Networks', 'Barracuda CloudGen'),
  ...barracuda.passes('via', /Barracuda|http_scan_byf/i),

  ...wsa.says('A', 'policy', 'Notification: Policy: URL Filtering'),
  ...wsa.fits(
    'A',
    'policy',
    'block-',
    /\bblock-(?:webcat|dest|admin|wbrs|malware|custom-code|amw-url)\b/,
  ),
  ...wsa.saysBeside(
    'A',
    'policy',
    'This Page Cannot Be Displayed',
    "Based on your organization's access policies",
  ),
  ...wsa.says('C', 'trace', 'Cisco Web Security', 'IronPort Web', 'Cisco Secure Web Appliance'),
  ...wsa.passes('via', /\((?:Cisco|IronPort)[^)]{0,40}(?:WSA|SWA)/i),
];
