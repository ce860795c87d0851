// Preloaded into the binary by a test: writes down which files the run has loaded.
const { writeFileSync } = require('node:fs');

process.on('exit', () => {
  writeFileSync(process.env.LOADED_FILES ?? '', Object.keys(require.cache).join('\n'));
});
