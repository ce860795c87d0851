import { ORIGIN } from '../verifications.ts';
import { ANSWERS_IN, type Remedy } from './remedy.ts';

const UNKNOWN_CA = ['tls-unknown-ca'] as const;
const DOCS = 'runtime/docs';

/** A company authority has to be made known to the runtime that makes the call. */
export const TRUST_REMEDIES: readonly Remedy[] = [
  {
    causes: UNKNOWN_CA,
    in: ['deno'],
    fixes: [
      {
        text: 'Then name it for Deno; DENO_TLS_CA_STORE=system,mozilla takes the list of the system as well.',
        command: 'export DENO_CERT="$PWD/company-ca.pem"',
        source: DOCS,
        verify: ANSWERS_IN.deno,
      },
    ],
  },
  {
    causes: UNKNOWN_CA,
    in: ['python'],
    fixes: [
      {
        text: 'Then join it with the list of certifi: requests and httpx read one file and ignore the system.',
        command: 'cat "$(python3 -m certifi)" company-ca.pem > all-cas.pem',
        source: DOCS,
      },
      {
        text: 'Name that file for requests (REQUESTS_CA_BUNDLE) and for httpx, aiohttp and urllib (SSL_CERT_FILE).',
        command: 'export REQUESTS_CA_BUNDLE="$PWD/all-cas.pem" SSL_CERT_FILE="$PWD/all-cas.pem"',
        source: DOCS,
        verify: ANSWERS_IN.python,
      },
    ],
  },
  {
    causes: UNKNOWN_CA,
    in: ['java'],
    fixes: [
      {
        text: 'Then import it into the trust store of the very JDK that runs the program; each JDK has its own.',
        command: 'keytool -importcert -cacerts -alias company -file company-ca.pem',
        source: DOCS,
        verify: ANSWERS_IN.java,
      },
      {
        text: 'On Windows the JVM can use the store of the system instead: -Djavax.net.ssl.trustStoreType=Windows-ROOT.',
        source: DOCS,
      },
    ],
  },
  {
    causes: UNKNOWN_CA,
    in: ['dotnet'],
    fixes: [
      {
        text: 'Then add it to the store of the machine. On Linux (RHEL: /etc/pki/ca-trust/source/anchors and update-ca-trust):',
        command:
          'sudo cp company-ca.pem /usr/local/share/ca-certificates/company.crt && sudo update-ca-certificates',
        source: 'inferred',
        verify: ANSWERS_IN.dotnet,
      },
      {
        text: 'On Windows import it into LocalMachine, since services run as another user: Import-Certificate -FilePath company-ca.cer -CertStoreLocation Cert:\\LocalMachine\\Root',
        source: 'inferred',
      },
    ],
  },
  {
    causes: UNKNOWN_CA,
    in: ['powershell'],
    fixes: [
      {
        text: 'Then import it into the store of the machine, as administrator.',
        command:
          "powershell -Command 'Import-Certificate -FilePath company-ca.cer -CertStoreLocation Cert:\\LocalMachine\\Root'",
        source: 'inferred',
        verify: ANSWERS_IN.powershell,
      },
    ],
  },
  {
    causes: UNKNOWN_CA,
    in: ['php'],
    fixes: [
      {
        text: 'Then join it with the list in use and name that file in php.ini, as curl.cainfo and openssl.cafile. FPM and the command line read different php.ini files.',
        command: "php -r 'print_r(openssl_get_cert_locations());' && php --ini",
        source: DOCS,
        verify: ANSWERS_IN.php,
      },
      { text: "With Guzzle alone: 'verify' => '/path/all-cas.pem'.", source: DOCS },
    ],
  },
  {
    causes: UNKNOWN_CA,
    in: ['ruby'],
    fixes: [
      {
        text: 'Then name a file that holds the list of the system and the company authority.',
        command:
          'cat /etc/ssl/certs/ca-certificates.crt company-ca.pem > all-cas.pem && export SSL_CERT_FILE="$PWD/all-cas.pem"',
        source: 'inferred',
        verify: ANSWERS_IN.ruby,
      },
    ],
  },
  {
    causes: UNKNOWN_CA,
    in: ['go'],
    fixes: [
      {
        text: 'Then, on Linux, name a file with the list of the system and the company authority. On Windows and macOS Go asks the store of the system and ignores the variable.',
        command:
          'cat /etc/ssl/certs/ca-certificates.crt company-ca.pem > all-cas.pem && export SSL_CERT_FILE="$PWD/all-cas.pem"',
        source: 'inferred',
        verify: ANSWERS_IN.go,
      },
      {
        text: 'An image from scratch has no list at all: COPY --from=build /etc/ssl/certs/ca-certificates.crt /etc/ssl/certs/',
        source: 'inferred',
      },
    ],
  },
  {
    causes: UNKNOWN_CA,
    in: ['rust'],
    fixes: [
      {
        text: 'Then add it to the store of the system. If curl accepts the certificate and the program does not, the program was built with a list of its own: use reqwest 0.13, or its feature rustls-tls-native-roots, or add_root_certificate.',
        source: DOCS,
        verify: ANSWERS_IN.rust,
      },
    ],
  },
  {
    causes: UNKNOWN_CA,
    in: ['elixir'],
    fixes: [
      {
        text: 'Then name a file with all authorities: transport_opts: [cacertfile: "/path/all-cas.pem"] for Mint, Finch and Req, ssl_options: [cacertfile: …] for hackney, which ignores the system.',
        source: DOCS,
        verify: ANSWERS_IN.elixir,
      },
      {
        text: 'On OTP 25 or later the store of the system can be given: cacerts: :public_key.cacerts_get().',
        source: DOCS,
      },
    ],
  },
  {
    causes: UNKNOWN_CA,
    in: ['dart'],
    fixes: [
      {
        text: "Then trust it in the program: SecurityContext.defaultContext.setTrustedCertificates('company-ca.pem'). Dart has a list of its own on Windows and Android.",
        source: DOCS,
        verify: ANSWERS_IN.dart,
      },
    ],
  },
  {
    causes: UNKNOWN_CA,
    in: ['swift'],
    fixes: [
      {
        text: 'Then trust it in the System keychain, or have it installed by device management; on iOS switch on full trust in Settings.',
        command:
          'sudo security add-trusted-cert -d -r trustRoot -k /Library/Keychains/System.keychain company-ca.pem',
        source: 'inferred',
        verify: ANSWERS_IN.swift,
      },
    ],
  },
  {
    causes: UNKNOWN_CA,
    in: ['r', 'curl'],
    fixes: [
      {
        text: 'Then join it with the list of the system and name that file. curl of Windows reads the store of Windows instead.',
        command:
          'cat /etc/ssl/certs/ca-certificates.crt company-ca.pem > all-cas.pem && export CURL_CA_BUNDLE="$PWD/all-cas.pem"',
        source: 'inferred',
        verify: ANSWERS_IN.curl,
      },
    ],
  },
  {
    causes: UNKNOWN_CA,
    in: ['wget'],
    fixes: [
      {
        text: 'Then name a file with all authorities, or write ca_certificate= into ~/.wgetrc.',
        command: `wget --ca-certificate=all-cas.pem -S --spider ${ORIGIN}/v3/account/usage`,
        source: 'inferred',
        verify: ANSWERS_IN.wget,
      },
    ],
  },
  {
    causes: UNKNOWN_CA,
    in: ['postman'],
    fixes: [
      {
        text: 'Then add it in Postman: Settings, Certificates, CA Certificates. Switching "SSL certificate verification" off only proves the cause.',
        source: 'inferred',
        verify: ANSWERS_IN.curl,
      },
    ],
  },
  {
    causes: UNKNOWN_CA,
    in: ['insomnia'],
    fixes: [
      {
        text: 'Then add it in Insomnia, in the settings of the collection under CA Certificates. Switching "Validate certificates" off only proves the cause.',
        source: 'inferred',
        verify: ANSWERS_IN.curl,
      },
    ],
  },
  {
    causes: UNKNOWN_CA,
    in: ['browser'],
    fixes: [
      {
        text: 'Then have your network team install it on this machine; browsers ask the store of the system (Firefox: security.enterprise_roots.enabled).',
        source: 'inferred',
        verify: ANSWERS_IN.curl,
      },
    ],
  },
  {
    causes: UNKNOWN_CA,
    in: ['docker', 'kubernetes'],
    comesFirst: true,
    fixes: [
      {
        text: 'If every https host fails in the container and none outside, the image has no list of authorities: install it (Debian, Ubuntu: apt-get install -y ca-certificates; Alpine: apk add ca-certificates).',
        source: 'inferred',
      },
    ],
  },
];
