/** Prefixes by which other services mark their credentials (each vendor's own documentation). */
const OTHER_VENDORS: readonly { readonly vendor: string; readonly prefix: RegExp }[] = [
  { vendor: 'OpenAI', prefix: /^sk-(proj-|svcacct-)?[A-Za-z0-9_]{16}/ },
  { vendor: 'Anthropic', prefix: /^sk-ant-/ },
  { vendor: 'Stripe', prefix: /^(sk|pk|rk)_(live|test)_/ },
  { vendor: 'GitHub', prefix: /^(gh[pousr]_|github_pat_)/ },
  { vendor: 'GitLab', prefix: /^glpat-/ },
  { vendor: 'AWS', prefix: /^(AKIA|ASIA)[A-Z0-9]{16}$/ },
  { vendor: 'Google', prefix: /^AIza[\w-]{20}/ },
  { vendor: 'Slack', prefix: /^xox[abprs]-/ },
  { vendor: 'SendGrid', prefix: /^SG\.[\w-]{10}/ },
  { vendor: 'HubSpot', prefix: /^pat-(na|eu)\d-/ },
  { vendor: 'npm', prefix: /^npm_[A-Za-z0-9]{30}/ },
];

/** Name of the service whose credential this looks like; null for none we know. */
export function otherVendor(text: string): string | null {
  return OTHER_VENDORS.find(({ prefix }) => prefix.test(text))?.vendor ?? null;
}

/** True for a JSON Web Token or what is left of one: an OAuth access token, not an API key. */
export function isJwt(text: string): boolean {
  return /^eyJ[\w-]+\.[\w-]+(\.[\w-]*)?$/.test(text);
}
