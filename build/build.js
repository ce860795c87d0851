import { build } from 'rolldown';
import config from '../rolldown.config.js';

// The command line of rolldown lists every file it writes; a build says something when it fails.
await build(config);
