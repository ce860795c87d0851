/** Addresses that resolvers give for names which they block; no server of the API has one. */
interface Sinkhole {
  /** Who blocks so, where the address says it. */
  readonly by: string;
  /** The address, as it is written in messages. */
  readonly address: RegExp;
  /** The address is an ordinary one too: it counts only where a public name was asked for. */
  readonly isOrdinary?: true;
}

/** Sources: the block pages of the vendors, and the addresses their resolvers are documented to give. */
export const SINKHOLES: readonly Sinkhole[] = [
  { by: 'Cisco Umbrella', address: /(?<![\d.])146\.112\.61\.(?:10[4-9]|110)(?![\d.])/ },
  { by: 'Fortinet FortiGate', address: /(?<![\d.])208\.91\.112\.5[2-5](?![\d.])/ },
  {
    by: 'a DNS filter',
    address: /(?<![\d.])0\.0\.0\.0(?=:443\b|\)? ?(?:\(0\.0\.0\.0\) ?)?port 443\b)/,
  },
  { by: 'a DNS filter', address: /(?<=[ [(/])::(?=\]?:443\b)/ },
  {
    by: 'a DNS filter',
    address: /(?<![\d.])127\.0\.0\.1(?=:443\b)|(?<=[ [(/])::1(?=\]?:443\b)/,
    isOrdinary: true,
  },
];
