import type { Cause } from '../../model/cause.ts';
import { AFTER_FIX } from '../retries.ts';
import { HOST_ANSWERS, USAGE_PROBED } from '../verifications.ts';

const unsent = {
  layer: 'client',
  subject: 'failure',
  severity: 'fail',
  whoActs: 'you',
  retry: AFTER_FIX,
} as const;

/** An answer decides; what the command line lost on the way explains it at most. */
const ANSWERED = { status: { min: 100 } } as const;
const PIECE = /^curl \d{1,3}, a piece of the command$/;
const FILE_CODES = ['local file', 'curl 26', 'curl 58', 'curl 77'] as const;

/** The command was not what it looks like, or a file that it needs is not there. */
export const commandCauses = [
  {
    ...unsent,
    id: 'curl-quoting',
    title: 'The shell took the curl command apart',
    when: [{ failure: 'unclassified', failureCode: PIECE }],
    unless: [ANSWERED],
    signs: [{ facts: { failure: 'unclassified', failureCode: PIECE }, makes: 'likely' }],
    tell: 'curl cannot resolve a "host" that is a word of a header or of the body, or finds braces in a URL; the host of the API resolves',
    meaning:
      'A header or the body was cut at its blanks, and curl took the pieces for further URLs ({failureCode|see the number of curl}). The name of the API is not what failed; the request itself went out without those pieces, or not at all.',
    reasons: [
      {
        text: 'The Windows command prompt (cmd.exe) does not know single quotes, and most examples use them.',
        source: 'inferred',
      },
      {
        text: 'A chat program or a word processor turned the quotes into curly ones.',
        source: 'inferred',
      },
      { text: 'A quote inside the body is not escaped.', source: 'inferred' },
    ],
    fixes: [
      {
        text: 'In cmd.exe use double quotes outside and \\" inside, or run the command in Git Bash or WSL.',
        source: 'inferred',
        verify: HOST_ANSWERS,
      },
      {
        text: 'Put the body into a file and send that: --data-binary @body.json needs no quotes.',
        source: 'inferred',
      },
    ],
    credits: {
      text: 'A request that lost its key is refused and not charged.',
      source: 'live/2026-07-v3-contract',
    },
    sources: ['inferred'],
  },
  {
    ...unsent,
    id: 'local-file-unreadable',
    title: 'Your client cannot read a file of its own',
    when: [{ failure: 'unclassified', failureCode: FILE_CODES }],
    unless: [ANSWERED],
    signs: [{ facts: { failure: 'unclassified', failureCode: FILE_CODES }, makes: 'certain' }],
    tell: 'curl exits 26 (body), 58 (client certificate) or 77 (list of authorities); requests: "Could not find a suitable TLS CA certificate bundle"',
    meaning:
      'The call needs a file on your machine that is missing, empty or not readable ({failureCode|see the number of curl}). Nothing was sent.',
    reasons: [
      {
        text: 'The path after @, --cacert, --cert or --data-binary is wrong, or relative to another directory.',
        source: 'inferred',
      },
      {
        text: 'CURL_CA_BUNDLE, SSL_CERT_FILE or REQUESTS_CA_BUNDLE names a list of authorities that was moved or never installed.',
        source: 'inferred',
      },
      { text: 'The image or the container has no list of authorities.', source: 'inferred' },
    ],
    fixes: [
      {
        text: 'See which lists of authorities the environment names, and look whether the files are there.',
        command: "env | grep -E '(CA_BUNDLE|CERT_FILE|CA_CERTS)='",
        source: 'inferred',
        verify: USAGE_PROBED,
      },
      {
        text: 'Install the list of authorities of your system (package ca-certificates), or correct the path that the message names.',
        source: 'inferred',
      },
    ],
    sources: ['inferred'],
  },
] as const satisfies readonly Cause[];
