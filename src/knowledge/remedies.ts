import type { Fix } from '../model/cause.ts';
import type { Platform, Runtime } from '../model/fact.ts';
import { CONNECTION_REMEDIES } from './remedies/connections.ts';
import { KEY_REMEDIES } from './remedies/keys.ts';
import { NAME_REMEDIES } from './remedies/names.ts';
import type { Remedy } from './remedies/remedy.ts';
import { TIMEOUT_REMEDIES } from './remedies/time-outs.ts';
import { TRUST_REMEDIES } from './remedies/trust.ts';
import { HOST, HOST_ANSWERS } from './verifications.ts';

export type { Remedy } from './remedies/remedy.ts';

/** What to do, by where the call was made. */
export const REMEDIES: readonly Remedy[] = [
  ...KEY_REMEDIES,
  ...TRUST_REMEDIES,
  ...CONNECTION_REMEDIES,
  ...NAME_REMEDIES,
  ...TIMEOUT_REMEDIES,
];

/** Platforms on machines of somebody else: their user has no shell there and sets no variable. */
export const HOSTED: readonly Platform[] = [
  'zapier',
  'make',
  'pipedream',
  'power-automate',
  'salesforce',
  'apps-script',
  'clay',
  'hubspot',
  'workato',
  'tray',
];

/** What is left to do where the network of a hosted platform failed. */
export const ASK_PLATFORM: Fix = {
  text: 'The platform made the call, so the reason lies in its network: read its status page and ask its support, with the time and the message of the run.',
  source: 'inferred',
  verify: HOST_ANSWERS,
};

/** What a platform is written in, where that decides which settings it reads. */
export const RUNTIME_OF: Partial<Readonly<Record<Platform, Runtime>>> = { n8n: 'node' };

/** How to ask for the address of the name where Node is not what makes the call. */
export const NAME_LOOKUP_ELSEWHERE = `nslookup ${HOST}`;
