import { connect } from 'node:net';
import { afterAll, describe, expect, it } from 'vitest';
import { fellBackToIpv4 } from '../../src/probe/proxy/environment-findings.ts';
import { certificates, SERVED_NAME } from '../support/certificates.ts';
import { judged, type JudgedRun } from '../support/faults.ts';
import { startProxy } from '../support/proxies.ts';
import { recorder, usageOfV3 } from '../support/recorder.ts';
import { afterRequest, Servers } from '../support/servers.ts';
import type { World } from '../support/world.ts';

const servers = new Servers();
afterAll(() => servers.close());

/** The conditions around a call that a report names. */
function conditionsOf({ report }: JudgedRun): readonly string[] {
  const checks = report['checks'] as readonly { id: string }[];
  return checks.flatMap(({ id }) => (id.startsWith('setup.') ? [id.slice(6)] : []));
}

type CertificateName = 'good' | 'companyChain' | 'unknownAuthority' | 'expired';

async function server(certificate: CertificateName = 'good') {
  const minted = await certificates();
  return servers.https(minted[certificate], recorder(usageOfV3).handle);
}

describe('curl works, Node does not', () => {
  it('because fetch ignores the proxy variables', async () => {
    const { good, authority } = await certificates();
    const { port } = await servers.https(good, recorder(usageOfV3).handle);
    const proxy = await startProxy(servers, 'allow');
    const world = {
      env: { HTTPS_PROXY: proxy.url },
      files: { 'ca.pem': authority },
      node: '20.20.2',
    };
    const args = ['--ca', 'ca.pem'];
    const old = await judged(`https://${SERVED_NAME}:${port}`, { world, args });
    expect(old.exitCode).toBe(0);
    expect(conditionsOf(old)).toEqual(['proxy-ignored-by-fetch']);
    const told = { ...world, node: '24.5.0', env: { ...world.env, NODE_USE_ENV_PROXY: '1' } };
    const modern = await judged(`https://${SERVED_NAME}:${port}`, { world: told, args });
    expect(conditionsOf(modern)).toEqual([]);
  });

  it('because the system knows the authority and Node does not', async () => {
    const { companyChain } = await certificates();
    const [, authority = ''] = companyChain.cert.split(/(?<=-----END CERTIFICATE-----\n)/);
    const { url } = await server('companyChain');
    const world = (files: World['files'] = {}) => ({ env: { SSL_CERT_FILE: 'system.pem' }, files });
    const known = await judged(url, { world: world({ 'system.pem': authority }) });
    expect(known).toMatchObject({ verdict: 'ca-known-to-system', layer: 'tls', exitCode: 3 });
    expect(known.report['diagnoses']).toMatchObject([{ consequences: ['tls-unknown-ca'] }]);
    const { authority: other } = await certificates();
    const unknown = await judged(url, { world: world({ 'system.pem': other }) });
    expect(unknown.verdict).toBe('tls-unknown-ca');
    expect(conditionsOf(unknown)).toEqual([]);
  });

  it.each([
    ['6 first, 4 connected', [6, 4], '192.0.2.7', true],
    ['4 first', [4, 6], '192.0.2.7', false],
    ['6 first and connected', [6, 4], '2001:db8::7', false],
    ['on this machine', [6, 4], '127.0.0.1', false],
    ['nothing connected', [6, 4], null, false],
  ] as const)('because IPv6 comes first and does not work: %s', (_what, families, peer, found) => {
    const addresses = families.map((family) => ({
      address: family === 6 ? '2001:db8::7' : '192.0.2.7',
      family,
    }));
    const family = peer?.includes(':') === true ? 6 : 4;
    const reached = peer === null ? {} : { peer: { address: peer, family, port: 443 } as const };
    expect(fellBackToIpv4({ addresses, ...reached })).toBe(found);
  });
});

describe('NODE_EXTRA_CA_CERTS', () => {
  it('is trusted beside --ca, where Node would leave it out', async () => {
    const { authority } = await certificates();
    const { url } = await server();
    const env = { NODE_EXTRA_CA_CERTS: 'extra.pem' };
    const files = { 'extra.pem': authority, 'other.pem': (await certificates()).selfSigned.cert };
    const both = await judged(url, { world: { env, files }, args: ['--ca', 'other.pem'] });
    expect([both.exitCode, conditionsOf(both)]).toEqual([0, []]);
  });

  it.each([
    ['is missing', {}],
    ['cannot be read', { 'extra.pem': { code: 'EACCES' } }],
    ['is not PEM', { 'extra.pem': Buffer.from([0x30, 0x82, 0x01, 0x0a]) }],
  ])('is reported when it %s, because Node is silent about it', async (_what, files) => {
    const { url } = await server('unknownAuthority');
    const found = await judged(url, {
      world: { env: { NODE_EXTRA_CA_CERTS: 'extra.pem' }, files },
    });
    expect(found).toMatchObject({ verdict: 'ca-file-unreadable', layer: 'tls', exitCode: 3 });
    expect(found.report['diagnoses']).toMatchObject([{ consequences: ['tls-unknown-ca'] }]);
  });
});

describe('switches and variables', () => {
  it.each<[string, Record<string, string>, string]>([
    ['verification off', { NODE_TLS_REJECT_UNAUTHORIZED: '0' }, 'tls-verification-off'],
    ['a typo in NO_PROXY', { NO_PROXY: 'api.lusha.tets' }, 'proxy-misconfigured'],
    ['blanks in NO_PROXY', { NO_PROXY: 'a.example b.example' }, 'proxy-misconfigured'],
    ['two spellings', { ALL_PROXY: 'http://a:1', all_proxy: 'http://b:1' }, 'proxy-misconfigured'],
  ])('%s', async (_what, env, cause) => {
    const proxy = await startProxy(servers, 'close');
    const found = await judged(`https://${SERVED_NAME}`, {
      world: { env: { HTTPS_PROXY: proxy.url, ...env }, node: '20.20.2' },
    });
    expect(found).toMatchObject({ verdict: 'proxy-bad-answer', exitCode: 3 });
    expect(conditionsOf(found)).toContain(cause);
  });

  it('a password in a variable is reported and shown nowhere', async () => {
    const proxy = await startProxy(servers, 'close');
    const address = proxy.url.replace('//', '//jane:s3cr3t-word@');
    const found = await judged(`https://${SERVED_NAME}`, {
      world: { env: { HTTPS_PROXY: address } },
      args: ['--verbose'],
    });
    expect(conditionsOf(found)).toContain('proxy-credentials-in-url');
    expect(found.ran.stdout).not.toMatch(/jane|s3cr3t/);
  });
});

describe('the clock', () => {
  it.each([
    ['ten minutes ahead', -600, true],
    ['an hour behind', 3600, true],
    ['63 seconds ahead', -63, true],
    ['half a minute ahead', -30, false],
    ['right', 0, false],
  ])('%s', async (_what, serverAhead, isFound) => {
    const { url } = await servers.http((request, response) => {
      response.setHeader('date', new Date(Date.now() + serverAhead * 1000).toUTCString());
      usageOfV3(request, response);
    });
    const found = await judged(url);
    expect(conditionsOf(found)).toEqual(isFound ? ['clock-skewed'] : []);
    expect(found.exitCode).toBe(0);
  });

  it('is mentioned with a certificate that seems to be expired', async () => {
    const { port } = await server('expired');
    const date = new Date(Date.now() - 900_000).toUTCString();
    const proxy = await servers.tcp(
      afterRequest((socket) => {
        socket.removeAllListeners('data');
        const upstream = connect(port, '127.0.0.1', () => {
          socket.write(`HTTP/1.1 200 Connection established\r\nDate: ${date}\r\n\r\n`);
          socket.pipe(upstream).pipe(socket);
        });
        upstream.on('error', () => socket.destroy());
      }),
    );
    const { authority } = await certificates();
    const found = await judged('https://localhost', {
      args: ['--proxy', proxy.url, '--ca', 'ca.pem'],
      world: { files: { 'ca.pem': authority } },
    });
    expect(found.verdict).toBe('tls-expired');
    expect(conditionsOf(found)).toEqual(['clock-skewed']);
    const [first] = found.report['diagnoses'] as readonly {
      reasons: readonly string[];
      evidence: object;
    }[];
    expect(first?.reasons[0]).toMatch(/ahead, by (?:899|900|901) s\./);
    expect(JSON.stringify(first?.evidence)).toContain('clockSkew');
  });
});
