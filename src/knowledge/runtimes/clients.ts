import type { Runtime } from '../../model/fact.ts';
import type { Signs } from './signs.ts';

/** Libraries and tools that make calls, by the words that only they write. */
export const CLIENT_SIGNS: readonly (Signs<string> & { readonly runtime?: Runtime })[] = [
  { id: 'axios', signs: [/\bAxiosError\b|\bRequest failed with status code \d{3}\b|\baxios\/\d/] },
  { id: 'node-fetch', runtime: 'node', signs: [/\bFetchError: request to\b|\bnode-fetch\b/] },
  {
    id: 'got',
    runtime: 'node',
    signs: [
      /\bRequestError: [^\n]{1,200}\n[^]{0,2000}\bnode_modules\/got\b|\bTimeout awaiting '\w{3,20}' for\b/,
    ],
  },
  { id: 'undici', runtime: 'node', signs: [/\bUND_ERR_|\bTypeError: fetch failed\b|\bundici\b/] },
  {
    id: 'requests',
    runtime: 'python',
    signs: [/\brequests\.(?:exceptions|adapters|sessions|models)\b|\bpython-requests\/\d/],
  },
  { id: 'httpx', runtime: 'python', signs: [/\bhttp(?:x|core)\.\w{2,60}|\bpython-httpx\/\d/] },
  {
    id: 'aiohttp',
    runtime: 'python',
    signs: [/\baiohttp\.\w{2,60}|\bClientConnector\w{2,40}Error\b/],
  },
  { id: 'urllib', runtime: 'python', signs: [/\burllib\.(?:error|request)\b|\burlopen error\b/] },
  { id: 'OkHttp', runtime: 'java', signs: [/\bokhttp3?\.\w/] },
  {
    id: 'Apache HttpClient',
    runtime: 'java',
    signs: [/\borg\.apache\.(?:http|hc)\.|\bNoHttpResponseException\b/],
  },
  {
    id: 'Java HttpClient',
    runtime: 'java',
    signs: [/\bjava\.net\.http\.|\bjdk\.internal\.net\.http\b/],
  },
  {
    id: 'Reactor Netty',
    runtime: 'java',
    signs: [/\breactor\.netty\.|\bWebClientRequestException\b/],
  },
  {
    id: 'Spring',
    runtime: 'java',
    signs: [/\borg\.springframework\.web\.|\bI\/O error on [A-Z]{3,7} request for\b/],
  },
  { id: 'ktor', runtime: 'java', signs: [/\bio\.ktor\./] },
  {
    id: 'HttpClient',
    runtime: 'dotnet',
    signs: [/\bSystem\.Net\.Http\.|\bHttpRequestException\b/],
  },
  { id: 'Guzzle', runtime: 'php', signs: [/\bGuzzleHttp\b/] },
  {
    id: 'Symfony HttpClient',
    runtime: 'php',
    signs: [/\bSymfony\\{1,2}Component\\{1,2}HttpClient/],
  },
  { id: 'Faraday', runtime: 'ruby', signs: [/\bFaraday::\w/] },
  { id: 'HTTParty', runtime: 'ruby', signs: [/\bHTTParty\b/] },
  {
    id: 'Net::HTTP',
    runtime: 'ruby',
    signs: [/\bNet::(?:HTTP|OpenTimeout|ReadTimeout)\b|\bnet\/http\.rb:/],
  },
  { id: 'reqwest', runtime: 'rust', signs: [/\breqwest::|\berror sending request for url \(/] },
  { id: 'ureq', runtime: 'rust', signs: [/\bureq::/] },
  { id: 'Finch', runtime: 'elixir', signs: [/%Finch\.|\bFinch\b/] },
  { id: 'Req', runtime: 'elixir', signs: [/%Req\.\w/] },
  { id: 'hackney', runtime: 'elixir', signs: [/:hackney\b|\bhackney_\w{2,40}|%HTTPoison\./] },
  { id: 'Mint', runtime: 'elixir', signs: [/%Mint\.\w/] },
  { id: 'dio', runtime: 'dart', signs: [/\bDio(?:Exception|Error)\b/] },
  {
    id: 'k6',
    runtime: 'go',
    signs: [/\bRequest Failed\b[^\n]{0,200}\berror=|\berror_code=1\d{3}\b/],
  },
];
