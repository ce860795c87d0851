import { rowsOf, type Signature } from './signature.ts';

const scanSafe = rowsOf('Cisco ScanSafe', 'proxy');
const meraki = rowsOf('Cisco Meraki', 'proxy');
const iFilter = rowsOf('i-FILTER', 'proxy');
const sophosWeb = rowsOf('Sophos', 'proxy');
const policyPage = rowsOf('a web filter', 'proxy');
const cyberoam = rowsOf('Cyberoam', 'proxy');
const watchGuard = rowsOf('WatchGuard', 'proxy');
const sonicWall = rowsOf('SonicWall', 'proxy');
const squidGuard = rowsOf('squidGuard', 'proxy');
const e2guardian = rowsOf('e2guardian', 'proxy');
const iboss = rowsOf('iboss', 'proxy');
const lightspeed = rowsOf('Lightspeed', 'proxy');
const contentKeeper = rowsOf('ContentKeeper', 'proxy');
const menlo = rowsOf('Menlo Security', 'proxy');
const netsweeper = rowsOf('Netsweeper', 'proxy');
const untangle = rowsOf('Untangle', 'proxy');
const kerio = rowsOf('Kerio Control', 'proxy');
const juniper = rowsOf('Juniper Web Filtering', 'proxy');
const akamaiEtp = rowsOf('Akamai Enterprise Threat Protector', 'proxy');
const comodo = rowsOf('Comodo DNS', 'proxy');
const kaspersky = rowsOf('Kaspersky', 'proxy');
const eset = rowsOf('ESET', 'proxy');
const drWeb = rowsOf('Dr.Web', 'proxy');
const cato = rowsOf('Cato Networks', 'proxy');
const unnamed = rowsOf('a web filter', 'proxy');

/** Web filters that are met less often. */
export const RARER_FILTER_SIGNATURES: readonly Signature[] = [
  ...scanSafe.leadsTo('A', 'policy', 'alert.scansafe.net/alert/process'),

  ...meraki.says('A', 'policy', 'This website is blocked by your network operator'),
  ...meraki.leadsTo('A', 'policy', 'wired.meraki.com:8090/blocked.cgi'),

  ...cyberoam.says('A', 'policy', 'Cyberoam is securing you'),

  ...watchGuard.sends('A', 'trace', 'server', /^WatchGuard/i),
  ...watchGuard.says(
    'A',
    'policy',
    'Request denied by WatchGuard HTTP Proxy',
    'Response denied by WatchGuard HTTP Proxy',
    'Request denied by WatchGuard Firewall',
  ),

  ...sonicWall.sends('A', 'trace', 'server', /^SonicWALL/i),
  ...sonicWall.says(
    'A',
    'policy',
    'SonicWALL - Web Site Blocked',
    'This request is blocked by the SonicWALL',
    'cfssupport.sonicwall.com',
  ),
  ...sonicWall.saysBeside('A', 'policy', 'Web Site Blocked', 'nsa_banner'),

  ...squidGuard.leadsTo('A', 'policy', '/sgerror.php?url=', 'squidGuard.cgi?clientaddr='),

  ...e2guardian.sends('A', 'trace', 'server', /^e2guardian/i),
  ...e2guardian.says('A', 'policy', 'E2Guardian - Access Denied', 'DansGuardian - Access Denied'),
  ...e2guardian.fits('A', 'policy', 'e2guardian', /powered by [^\n]{0,60}e2guardian/),
  ...e2guardian.says(
    'B',
    'policy',
    'Banned pattern matched URL: ',
    'Weighted phrase limit',
    'e2guardian.org?block',
  ),
  ...e2guardian.saysBeside('B', 'policy', 'Blocked site: ', 'Access Denied'),
  ...e2guardian.saysBeside('B', 'policy', 'Verbotene Seite:', 'Zugriff verweigert'),
  ...e2guardian.saysBeside('B', 'policy', 'Site interdit :', 'Acc\u00E8s interdit'),
  ...e2guardian.saysBeside('B', 'policy', 'Sitio no permitido:', 'Acceso denegado'),
  ...e2guardian.saysBeside(
    'B',
    'policy',
    '\u62D2\u5426\u3055\u308C\u305F\u30B5\u30A4\u30C8:',
    '\u30A2\u30AF\u30BB\u30B9\u62D2\u5426',
  ),
  // Its log, in tabs: the verdict stands between stars.
  ...e2guardian.fits('A', 'policy', '*denied*', /\bconnect 403 [^\n]{0,200}\*denied\*/),

  ...iboss.says(
    'A',
    'policy',
    '/ibreports/ibp/bp.html',
    '/block/restricted.html?fn=',
    '/iboss/restricted.html?fn=',
  ),
  ...iboss.says(
    'B',
    'policy',
    'Access to the requested site has been restricted due to its contents',
  ),
  ...iboss.leadsTo('A', 'policy', '/ibreports/ibp/bp.html', '/iboss/restricted.html?fn='),

  ...lightspeed.says('A', 'policy', 'Lightspeed System - Web Access'),
  ...lightspeed.leadsToFit('A', 'policy', 'lsaccess', /:\/\/lsaccess[\w.-]{0,120}\/access\?/),

  ...contentKeeper.says('A', 'policy', 'Blocked by ContentKeeper'),
  ...menlo.leadsTo('B', 'policy', '://safe.menlosecurity.com/', '.menlosecurity.com/account/login'),
  ...netsweeper.says('A', 'policy', 'poweredbynetsweeper.com'),
  ...netsweeper.leadsTo('A', 'policy', '/webadmin/deny/', '&dpruleid='),
  ...untangle.says('A', 'policy', 'This web page is blocked because it violates network policy'),
  ...untangle.leadsTo('A', 'policy', 'web-filter/blockpage?'),
  ...kerio.sends('A', 'trace', 'server', /^Kerio Control Embedded/i),
  ...kerio.says('A', 'policy', 'This page has been blocked by Kerio Control'),
  ...juniper.says('B', 'policy', 'Juniper Web Filtering'),
  ...akamaiEtp.leadsTo('A', 'policy', '://error.etp.akamai.com/error.html'),
  ...comodo.leadsTo('A', 'policy', '://warn.recursive.dnsbycomodo.com'),
  ...kaspersky.saysBeside('B', 'policy', 'Kaspersky Internet Security', 'denied'),
  ...eset.says('A', 'policy', 'Alert! - ESET Endpoint Antivirus', 'Alert! - ESET NOD32'),
  ...drWeb.says('A', 'policy', 'URL is blocked by SpIDer Gate'),
  ...iFilter.says('A', 'policy', 'i-FILTER Ver.', 'i-FILTER@Cloud'),
  ...sophosWeb.says('A', 'policy', 'Sophos Web Protection', 'Sophos Web Appliance'),
  // What companies write on pages of their own, in the languages that were met.
  ...policyPage.says(
    'B',
    'policy',
    'Sicherheitsrichtlinie Ihres Unternehmens',
    'Sicherheitsrichtlinien Ihres Unternehmens',
    'Unternehmensrichtlinie blockiert',
    'blocked by your organization',
    'blocked by your company',
    'violates the company policy',
    'blocked in accordance with company policy',
    'bloqu\u00E9e par la politique de s\u00E9curit\u00E9',
    'bloqu\u00E9 par la politique de s\u00E9curit\u00E9',
    'politique de s\u00E9curit\u00E9 de votre entreprise',
    'bloqueada por la pol\u00EDtica de seguridad',
    'bloqueado por la pol\u00EDtica de seguridad',
    'pol\u00EDtica de seguridad de su empresa',
    'bloqueado pela pol\u00EDtica de seguran\u00E7a',
    'pol\u00EDtica de seguran\u00E7a da sua empresa',
    '\u30BB\u30AD\u30E5\u30EA\u30C6\u30A3\u30DD\u30EA\u30B7\u30FC\u306B\u3088\u308A',
  ),
  ...cato.says('C', 'trace', 'Cato Networks'),

  ...unnamed.says(
    'C',
    'policy',
    'Web Page Blocked',
    'Web Site Blocked',
    'Webpage Blocked',
    'Website Blocked',
    'Access to this site is blocked',
    'This request has been blocked',
    'Website gesperrt',
    'Zugriff verweigert',
    'Acc\u00E8s refus\u00E9',
    'Acesso negado',
    '\u30A2\u30AF\u30BB\u30B9\u304C\u30D6\u30ED\u30C3\u30AF\u3055\u308C\u307E\u3057\u305F',
    'P\u00E1gina Web Bloqueada',
    'Contenido bloqueado',
    'Acceso bloqueado',
    'Su solicitud ha sido bloqueada por una politica de seguridad',
  ),
];
