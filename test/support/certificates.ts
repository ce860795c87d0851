import { generate, type SelfsignedOptions } from 'selfsigned';

/** A certificate chain and its private key, both PEM. */
export interface Credentials {
  readonly cert: string;
  readonly key: string;
}

/** One authority and a leaf for every way in which a certificate can be wrong. */
export interface Certificates {
  /** PEM of the authority that the tests trust. */
  readonly authority: string;
  readonly good: Credentials;
  readonly expired: Credentials;
  readonly notYetValid: Credentials;
  readonly wrongName: Credentials;
  readonly selfSigned: Credentials;
  readonly unknownAuthority: Credentials;
  /** Chain of a company proxy: leaf and authority, the latter not trusted. */
  readonly companyChain: Credentials;
  /** Issued by an intermediate that the server sends along. */
  readonly viaIntermediate: Credentials;
  /** The same, and the server forgets to send it. */
  readonly missingIntermediate: Credentials;
  /** Good in every way but for client authentication only. */
  readonly wrongPurpose: Credentials;
}

/** A name that the good certificates are for, besides localhost and 127.0.0.1. */
export const SERVED_NAME = 'api.lusha.test';

const DAY = 24 * 60 * 60 * 1000;

let minted: Promise<Certificates> | undefined;

/** Mints the certificates once for each test file; nothing is stored and nothing expires. */
export function certificates(): Promise<Certificates> {
  minted ??= mint();
  return minted;
}

async function mint(): Promise<Certificates> {
  const root = await authority('lusha-doctor test authority');
  const stranger = await authority('Example Inspection CA');
  const intermediate = await authority('lusha-doctor test intermediate', root);
  const viaIntermediate = await leaf(intermediate);
  const companyLeaf = await leaf(stranger);
  return {
    authority: root.cert,
    good: await leaf(root),
    expired: await leaf(root, { from: -30 * DAY, to: -2 * DAY }),
    notYetValid: await leaf(root, { from: 2 * DAY, to: 30 * DAY }),
    wrongName: await leaf(root, { names: ['somewhere-else.test'] }),
    selfSigned: await leaf(undefined),
    unknownAuthority: await leaf(stranger),
    companyChain: { cert: companyLeaf.cert + stranger.cert, key: companyLeaf.key },
    viaIntermediate: {
      cert: viaIntermediate.cert + intermediate.cert,
      key: viaIntermediate.key,
    },
    missingIntermediate: viaIntermediate,
    wrongPurpose: await leaf(root, { usage: 'client' }),
  };
}

function authority(name: string, issuer?: Credentials): Promise<Credentials> {
  return issue(name, issuer, {
    notBeforeDate: new Date(Date.now() - DAY),
    notAfterDate: new Date(Date.now() + 30 * DAY),
    extensions: [
      { name: 'basicConstraints', cA: true, critical: true },
      { name: 'keyUsage', keyCertSign: true, cRLSign: true, critical: true },
    ],
  });
}

interface LeafOptions {
  /** Milliseconds from now. */
  readonly from?: number;
  readonly to?: number;
  readonly names?: readonly string[];
  readonly usage?: 'server' | 'client';
}

function leaf(
  issuer: Credentials | undefined,
  { from = -DAY, to = 30 * DAY, names, usage = 'server' }: LeafOptions = {},
): Promise<Credentials> {
  const dnsNames = names ?? ['localhost', SERVED_NAME];
  const addresses = names === undefined ? ['127.0.0.1', '::1'] : [];
  return issue(dnsNames[0] ?? 'leaf', issuer, {
    notBeforeDate: new Date(Date.now() + from),
    notAfterDate: new Date(Date.now() + to),
    extensions: [
      { name: 'basicConstraints', cA: false },
      { name: 'keyUsage', digitalSignature: true, keyEncipherment: true },
      { name: 'extKeyUsage', serverAuth: usage === 'server', clientAuth: usage === 'client' },
      {
        name: 'subjectAltName',
        altNames: [
          ...dnsNames.map((value) => ({ type: 2 as const, value })),
          ...addresses.map((ip) => ({ type: 7 as const, ip })),
        ],
      },
    ],
  });
}

async function issue(
  commonName: string,
  issuer: Credentials | undefined,
  options: SelfsignedOptions,
): Promise<Credentials> {
  const { cert, private: key } = await generate([{ name: 'commonName', value: commonName }], {
    keyType: 'ec',
    algorithm: 'sha256',
    ...options,
    ...(issuer === undefined ? {} : { ca: { cert: issuer.cert, key: issuer.key } }),
  });
  return { cert: `${cert.trim()}\n`, key };
}
