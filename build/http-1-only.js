const STUB = '\0no-http2';

/**
 * Leaves `node:http2` out of undici, whose own fallback for a Node without it is this stub. Every
 * connection of this program speaks HTTP/1.1, and loading the module takes 10 ms of a call.
 *
 * @returns {import('rolldown').Plugin}
 */
export function http1Only() {
  return {
    name: 'undici-http-1-only',
    resolveId(id, importer) {
      return id === 'node:http2' && importer?.includes('/undici/') ? STUB : null;
    },
    load(id) {
      return id === STUB ? 'module.exports = { constants: {} };' : null;
    },
  };
}
