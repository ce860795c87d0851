/** Where a call was made, by the signs that only that place writes. */
export { CLIENT_SIGNS } from './runtimes/clients.ts';
export { PLATFORM_SIGNS } from './runtimes/platforms.ts';
export { RUNTIME_SIGNS } from './runtimes/runtimes.ts';
