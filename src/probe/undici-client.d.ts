/**
 * undici's index loads everything it has; the client alone is a third of that. The version
 * is pinned exactly and the file is bundled at build time, so this path cannot move.
 */
declare module 'undici/lib/dispatcher/client.js' {
  export { Client as default } from 'undici';
}

declare module 'undici/lib/dispatcher/pool.js' {
  export { Pool as default } from 'undici';
}
