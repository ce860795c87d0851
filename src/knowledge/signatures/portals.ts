import { rowsOf, type Signature } from './signature.ts';

const portal = rowsOf('captive portal', 'captive-portal');

/** Log-in pages of guest networks that stand between a machine and the internet. */
export const PORTAL_SIGNATURES: readonly Signature[] = [
  ...portal.says('A', 'login', '<WISPAccessGatewayParam'),
  ...portal.sends('A', 'login', 'x-captive-portal'),
  ...portal.sends('A', 'login', 'link', /rel="?captive-portal/i),
  ...portal.saysBeside('A', 'login', 'name="auth_user"', 'name="redirurl"'),
  ...portal.leadsTo(
    'A',
    'login',
    '/wifidog/login/',
    'ezxcess.antlabs.com/login',
    'network-auth.com/splash',
    '://securelogin.arubanetworks.com',
    '/guest/s/default/?ap=',
    '://captive.apple.com',
    '/generate_204',
    '://detectportal.firefox.com',
    'www.msftconnecttest.com/redirect',
  ),
  ...portal.fits(
    'C',
    'login',
    '',
    /\b(?:captive ?portal|hotspot|guest (?:wi-?fi|network|access)|(?:free|public|hotel) wi-?fi)\b/,
  ),
  ...portal.fits('C', 'login', '<input', /<input[^<>]{0,300}\btype ?= ?["']?password/),
  ...portal.fits(
    'C',
    'login',
    '<form',
    /<form[^<>]{0,300}\baction ?= ?["']?[^"'>]{0,200}(?:log-?in|sign-?in|auth|saml)/,
  ),
  ...portal.fits(
    'C',
    'login',
    '<title',
    /<title[^<>]{0,100}>[^<]{0,100}\b(?:log ?in|sign ?in|wi-?fi|wlan|hot-?spot|guest (?:network|access))\b/,
  ),
];
