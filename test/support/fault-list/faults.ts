import { ANSWERS } from './answers.ts';
import { BODIES, LUSHA } from './bodies.ts';
import { CONNECTIONS, HANDSHAKES, NAMES } from './connections.ts';
import { LUSHAS_HOST } from './lushas-host.ts';
import { EDGES, PROXIES } from './relays.ts';
import { SETTINGS } from './settings.ts';
import type { Fault } from './bringing.ts';

/** Every fault that a test brings about, by where it happens. */
export const FAULTS: Readonly<Record<string, readonly Fault[]>> = {
  names: NAMES,
  connections: CONNECTIONS,
  handshakes: HANDSHAKES,
  answers: ANSWERS,
  bodies: BODIES,
  proxies: PROXIES,
  edges: EDGES,
  lusha: LUSHA,
  'at Lusha’s own host': LUSHAS_HOST,
  settings: SETTINGS,
};
