import { setFlagsFromString } from 'node:v8';

/**
 * To be imported before undici: its HTTP parser is WebAssembly, which V8 would compile a second
 * time, for speed, in threads of their own. For a handful of answers that costs a third of the
 * processor time of a whole run and gives nothing back.
 */
setFlagsFromString('--liftoff-only');
