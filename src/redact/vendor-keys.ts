/** How the keys of another service look: each has a beginning that nothing else has (its own documentation). */
interface VendorKey {
  readonly vendor: string;
  readonly shape: string;
}

const VENDORS: readonly VendorKey[] = [
  { vendor: 'Anthropic', shape: String.raw`(?<![\w-])sk-ant-[\w-]{8,250}` },
  { vendor: 'OpenAI', shape: String.raw`(?<![\w-])sk-(?=[\w-]{0,60}\d)[\w-]{16,250}` },
  {
    vendor: 'Stripe',
    shape: String.raw`(?<![A-Za-z\d])(?:[sprk]k_(?:live|test)|whsec)_[A-Za-z\d+/=]{8,250}`,
  },
  { vendor: 'Shopify', shape: String.raw`(?<![A-Za-z\d])shp(?:at|ss|ca)_[A-Za-z\d]{8,250}` },
  { vendor: 'GitHub', shape: String.raw`(?<![A-Za-z\d])(?:gh[pousr]_|github_pat_)\w[\w-]{15,250}` },
  { vendor: 'GitLab', shape: String.raw`(?<![A-Za-z\d])glpat-\w[\w-]{15,250}` },
  { vendor: 'npm', shape: String.raw`(?<![A-Za-z\d])npm_\w[\w-]{15,250}` },
  { vendor: 'Hugging Face', shape: String.raw`(?<![A-Za-z\d])hf_\w[\w-]{15,250}` },
  { vendor: 'Slack', shape: String.raw`(?<![A-Za-z\d])(?:xox[abeoprs]|xapp)-[\w-]{10,250}` },
  { vendor: 'AWS', shape: String.raw`(?<![A-Za-z\d])(?:AKIA|ASIA)[A-Z\d]{16}(?![A-Za-z\d])` },
  { vendor: 'SendGrid', shape: String.raw`(?<![\w.])SG\.[\w-]{10,64}\.[\w-]{10,100}` },
  { vendor: 'HubSpot', shape: String.raw`(?<![\w-])pat-[a-z]{2}\d-[\da-fA-F-]{30,40}` },
  { vendor: 'Google', shape: String.raw`(?<![\w-])AIza[\w-]{30,45}` },
];
/** A signed token: both of its first parts are objects, which begin with the same letters. */
const SIGNED_TOKEN = String.raw`(?<![\w-])eyJ[\w-]{5,4000}\.[\w-]{2,8000}(?:\.[\w-]{0,4000})?`;

/** Where keys of other services stand in a text. */
export const VENDOR_KEYS: readonly RegExp[] = [
  ...VENDORS.map(({ shape }) => shape),
  SIGNED_TOKEN,
].map((shape) => new RegExp(shape, 'g'));

/** Name of the service whose key this is; null for none we know. */
export function otherVendor(text: string): string | null {
  const found = VENDORS.find(({ shape }) => new RegExp(`^(?:${shape})`).test(text));
  return found?.vendor ?? null;
}

/** True for a JSON Web Token or what is left of one: an OAuth access token, not an API key. */
export function isJwt(text: string): boolean {
  return new RegExp(`^${SIGNED_TOKEN}$`).test(text);
}
