import type { Source } from '../../model/cause.ts';

/** Standards and the documentation of the tools that clients are built on. */
export const STANDARD_SOURCES = {
  'rfc/6585': rfc('6585', 'additional HTTP status codes'),
  'rfc/9110': rfc('9110', 'HTTP semantics'),
  'rfc/9113': rfc('9113', 'HTTP/2'),
  'runtime/docs': {
    title: 'Documentation of the runtime or client that is named',
    state: 'documented',
    checked: '2026-11-30',
  },
  'platform/docs': {
    title: 'Documentation or published code of the platform that is named',
    state: 'documented',
    checked: '2026-11-30',
  },
  'spec/mcp': {
    title: 'Model Context Protocol: specification',
    state: 'documented',
    checked: '2026-11-30',
    url: 'https://modelcontextprotocol.io/specification',
  },
  'node/cli': {
    title: 'Node.js documentation: command-line options and environment variables',
    state: 'documented',
    checked: '2026-11-20',
    url: 'https://nodejs.org/api/cli.html',
  },
} as const satisfies Record<string, Source>;

function rfc(number: string, topic: string): Source {
  return {
    title: `RFC ${number}: ${topic}`,
    state: 'documented',
    checked: '2026-11-20',
    url: `https://www.rfc-editor.org/rfc/rfc${number}`,
  };
}
