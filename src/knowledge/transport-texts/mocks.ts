/** Words by which a library for tests refuses a call that no network ever saw. */
interface Mock {
  readonly library: string;
  readonly says: readonly RegExp[];
}

/** Libraries that stand in for the network in tests. Each expression is bounded. */
export const MOCKS: readonly Mock[] = [
  {
    library: 'responses',
    says: [/Connection refused by Responses(?: - the call doesn't match any registered mock)?/gi],
  },
  {
    library: 'nock',
    says: [
      /\bNock: (?:No match for request|Disallowed net connect)[^\n]{0,200}/gi,
      /\bERR_NOCK_NO_MATCH\b/g,
    ],
  },
  {
    library: 'Mock Service Worker',
    says: [/\[MSW\] [^\n]{0,40}intercepted a request without a matching request handler/gi],
  },
  {
    library: 'WebMock',
    says: [/Real HTTP connections are disabled\. Unregistered request:/gi],
  },
  {
    library: 'VCR',
    says: [/An HTTP request has been made that VCR does not know how to handle/gi],
  },
  {
    library: 'pytest-socket',
    says: [/\bSocketBlockedError\b|A test tried to use socket\.socket/g],
  },
  { library: 'WireMock', says: [/\bRequest was not matched\b/gi] },
  {
    library: 'pytest-httpx',
    says: [/\bNo response can be found for [A-Z]{3,7} request\b/gi],
  },
  {
    library: 'axios-mock-adapter',
    says: [/\bCould not find mock for:/gi],
  },
  {
    library: 'respx',
    says: [/\bRESPX: <Request\([^\n]{0,200}\)> not mocked!/g, /\bAllMockedAssertionError\b/g],
  },
];
