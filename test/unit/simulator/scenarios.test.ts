import { describe, expect, it } from 'vitest';
import { CAUSES } from '../../../src/knowledge/catalogue.ts';
import { API_HOST, ENDPOINTS } from '../../../src/knowledge/endpoints.ts';
import { HANDLERS } from '../../../src/simulator/routes.ts';
import { isScenarioName, SCENARIOS } from '../../../src/simulator/scenarios.ts';

/** Causes that no server can play, and why. */
const NOT_PLAYABLE: Readonly<Record<string, string>> = {
  'key-in-query':
    'this tool never puts a key into a URL; the summary of a run counts clients that do',
  'key-is-oauth-token': 'this tool does not send a token it has recognised as one',
  'header-refused': 'nothing leaves the client',
  'browser-cors': 'only a browser blocks the call',
  'url-invalid': 'nothing leaves the client',
  'local-limit': 'the client has run out of files or memory',
  'curl-quoting': 'the shell splits the command line; nothing of it reaches a server',
  'local-file-unreadable': 'a file of the client',
  'address-unavailable': 'Google Apps Script gives no reason of its own',
  'tls-revocation-unchecked': 'only Schannel asks a third party about the certificate',
  'redirect-loop': 'this tool follows no redirect; the loop is in the client that does',
  'fetch-hides-reason': 'only the way an error of fetch is logged shows it',
  'dns-not-found': 'a name server would have to play it',
  'dns-failure': 'a name server would have to play it',
  'dns-timeout': 'a name server would have to play it',
  'connection-timeout': 'a host has to swallow packets; loopback does not',
  'network-unreachable': 'there is always a way to loopback',
  'host-unreachable': 'there is always a way to loopback',
  'blocked-locally': 'a firewall of the machine would have to play it',
  'answer-incomplete': 'the faults of the simulator begin with a success',
  'proxy-url-unusable': 'a variable of the client holds it, and nothing is sent',
  'deadline-reached': 'the time limit of the run decides, together with any slow scenario',
  'client-timed-out': 'the time-out of another program decides',
  interrupted: 'the user interrupts',
  'http2-refused': 'the simulator speaks HTTP/1.1',
  'http2-goaway': 'the simulator speaks HTTP/1.1',
  'http2-slow-down': 'the simulator speaks HTTP/1.1',
  'http2-unsupported': 'the simulator speaks HTTP/1.1',
  'client-pool-exhausted': 'nothing leaves the client',
  'dns-sinkholed': 'a name server would have to play it',
  'connect-attempts-cut': 'a host has to swallow packets; loopback does not',
  'tls-strict-verification': 'the TLS library of the client decides',
  'tls-too-old': 'the TLS library of the client decides',
  'edge-rate-limit': 'a product on the way would have to play it',
  'gateway-wants-key': 'a product on the way would have to play it',
  'own-platform-failed': 'a product on the way would have to play it',
  'mcp-key-in-wrong-header': 'the simulator plays the REST API, not the MCP server',
  'mcp-credential-missing': 'the simulator plays the REST API, not the MCP server',
  'mcp-key-sent-as-bearer': 'the simulator plays the REST API, not the MCP server',
  'mcp-token-refused': 'the simulator plays the REST API, not the MCP server',
  'mcp-address-wrong': 'the simulator plays the REST API, not the MCP server',
  'mcp-session-lost': 'the simulator plays the REST API, not the MCP server',
  'mcp-accept-header-wrong': 'the simulator plays the REST API, not the MCP server',
  'mcp-version-refused': 'the simulator plays the REST API, not the MCP server',
  'mcp-call-refused': 'the simulator plays the REST API, not the MCP server',
  'mcp-server-fault': 'the simulator plays the REST API, not the MCP server',
  'mcp-login-opens': 'words of an MCP client',
  'mcp-entry-skipped': 'words of an MCP client',
  'mcp-oauth-discovery-failed': 'words of an MCP client',
  'mcp-login-failed': 'words of an MCP client',
  'mcp-connector-refused': 'words of an MCP client',
  'mcp-sse-chosen': 'words of an MCP client',
  'mcp-stream-refused': 'words of an MCP client',
  'mcp-server-not-reached': 'words of an MCP client',
  'mcp-client-timed-out': 'words of an MCP client',
  'mcp-local-key-missing': 'the local MCP server of a client says it',
  'mcp-local-process-died': 'the local MCP server of a client says it',
  'mcp-local-argument-refused': 'the local MCP server of a client says it',
  'mcp-local-no-answer': 'the local MCP server of a client says it',
  'not-connected': 'the words of a client decide',
  'gateway-lacks-route': 'the simulator plays Lusha, no gateway before it',
  'retired-path-refuses-cap': 'the simulator serves no removed path',
  'retired-path-charges': 'the simulator serves no removed path',
  'platform-forbids-host': 'a setting of the platform; nothing is sent',
  'search-activity-reached': 'no answer of the API to it is known',

  'ca-known-to-system': 'the trust store of the system decides',
  'ipv6-first': 'a name server and a broken route would have to play it',
  'tls-verification-off': 'a setting of the client',
  'ca-file-unreadable': 'a setting of the client',
  'proxy-unsupported': 'a setting of the client',
  'proxy-ignored-by-fetch': 'a setting of the client',
  'proxy-misconfigured': 'a setting of the client',
  'proxy-credentials-in-url': 'a setting of the client',
  unknown: 'what the simulator does on purpose has a name',
};

const CAUSE_IDS = CAUSES.map(({ id }) => id);
const LIVING = ENDPOINTS.filter(
  ({ host, state }) =>
    (host ?? API_HOST) === API_HOST && ['current', 'beta', 'legacy', 'superseded'].includes(state),
);

describe('the list of scenarios', () => {
  it('has each name once', () => {
    const names = SCENARIOS.map(({ name }) => name);
    expect(new Set(names).size).toBe(names.length);
  });

  it.each(SCENARIOS.map((scenario) => [scenario.name, scenario] as const))(
    '%s names a cause of the catalogue and endpoints that exist',
    (_name, { cause, behaviour, summary }) => {
      expect(CAUSE_IDS).toContain(cause);
      expect(summary.length).toBeLessThan(80);
      const interceptions = behaviour.kind === 'api' ? (behaviour.interceptions ?? []) : [];
      const ids = ENDPOINTS.map(({ id }) => id);
      for (const id of interceptions.flatMap(({ endpoints }) => endpoints ?? [])) {
        expect(ids).toContain(id);
      }
    },
  );

  it.each(CAUSE_IDS)('%s has a scenario, or a reason to have none', (id) => {
    const isPlayed = SCENARIOS.some(({ cause }) => cause === id);
    expect(isPlayed || id in NOT_PLAYABLE).toBe(true);
    expect(isPlayed && id in NOT_PLAYABLE).toBe(false);
  });

  it('gives reasons for causes that exist', () => {
    for (const id of Object.keys(NOT_PLAYABLE)) expect(CAUSE_IDS).toContain(id);
  });

  it.each([
    ['healthy', true],
    ['Healthy', false],
    ['', false],
    ['toString', false],
  ])('knows whether "%s" is one of them', (text, known) => {
    expect(isScenarioName(text)).toBe(known);
  });
});

describe('the simulated API', () => {
  it('answers every endpoint that is alive, and none that is not', () => {
    expect(Object.keys(HANDLERS).sort()).toEqual(LIVING.map(({ id }) => id).sort());
  });
});
