/** What programs on Node send requests with. */
export const CLIENTS = ['fetch', 'undici', 'node'] as const;
export type ClientName = (typeof CLIENTS)[number];
