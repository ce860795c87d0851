import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { lushaDoctor } from '../support/binary.ts';
import { certificates } from '../support/certificates.ts';
import { TEST_KEY } from '../support/probing.ts';
import { recorder, usageOfV3 } from '../support/recorder.ts';
import { Servers, type Running } from '../support/servers.ts';

const servers = new Servers();
let server: Running;
let folder: string;
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'lusha-doctor-ca-'));
  const { good, authority } = await certificates();
  await writeFile(join(folder, 'ca.pem'), authority);
  server = await servers.https(good, recorder(usageOfV3).handle);
});
afterAll(async () => {
  await servers.close();
  await rm(folder, { recursive: true, force: true });
});

it.each([
  ['is trusted as in any Node program', 'ca.pem', 0, /PASS/],
  ['is missed when it is not there', 'gone.pem', 3, /additional authorities cannot be read/],
])('the file of NODE_EXTRA_CA_CERTS %s', async (_what, file, code, says) => {
  const { exitCode, stdout } = await lushaDoctor(['check-key', '--base-url', server.url], {
    env: { LUSHA_API_KEY: TEST_KEY, NODE_EXTRA_CA_CERTS: join(folder, file) },
    cwd: folder,
  });
  expect(stdout).toMatch(says);
  expect(exitCode).toBe(code);
});
