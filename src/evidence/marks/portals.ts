import type { Mark } from './mark.ts';

const portal = { product: 'captive portal', party: 'captive-portal', as: 'wrote' } as const;

/** Log-in pages of guest networks that stand between a machine and the internet. */
export const PORTAL_MARKS: readonly Mark[] = [
  { ...portal, body: /<WISPAccessGatewayParam\b/i },
  { ...portal, header: 'x-captive-portal' },
  {
    ...portal,
    body: /\b(?:captive ?portal|hotspot|guest (?:wi-?fi|network|access)|(?:free|public|hotel) wi-?fi)\b/i,
  },
  { ...portal, body: /<input[^<>]{0,300}\btype\s{0,3}=\s{0,3}["']?password/i },
  {
    ...portal,
    body: /<form[^<>]{0,300}\baction\s{0,3}=\s{0,3}["']?[^"'>]{0,200}(?:log-?in|sign-?in|auth|saml)/i,
  },
  { ...portal, body: /<title[^<>]{0,100}>[^<]{0,100}\b(?:log ?in|sign ?in|welcome to wi-?fi)\b/i },
];
