import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { connect, type Socket } from 'node:net';
import { expect, it } from 'vitest';
import { run } from '../support/world.ts';

/** A listener whose queue holds one connection and whose process is stopped: further attempts get no answer. */
const LISTENER = `require('node:net').createServer().listen({ host: '127.0.0.2', port: 0, backlog: 1 }, function () { console.log(this.address().port) })`;
const FULL_AFTER_MS = 300;

/** Node's own client, with a name of two addresses: one that is silent, one that refuses. */
const client = (port: number) =>
  `require('node:https').get({ host: 'api.lusha.com', port: ${port}, autoSelectFamily: true, lookup: (_host, _options, found) => found(null, ['127.0.0.2', '127.0.0.3'].map((address) => ({ address, family: 4 }))) }).on('error', console.error)`;

/** Only Linux leaves an attempt at a full queue unanswered. */
it.skipIf(process.platform !== 'linux')(
  'the AggregateError of Node is told as the limit of an attempt, before a firewall',
  async () => {
    const listener = spawn(process.execPath, ['-e', LISTENER]);
    const [line] = await once(listener.stdout, 'data');
    const port = Number(line);
    listener.kill('SIGSTOP');
    const held: Socket[] = [];
    try {
      await filled(port, held);
      const caller = spawn(process.execPath, ['-e', client(port)]);
      let printed = '';
      caller.stderr.on('data', (part) => (printed += String(part)));
      await once(caller, 'close');
      expect(printed).toContain('AggregateError [ETIMEDOUT]');
      const ran = await run(['explain', '-'], { stdin: printed });
      expect(ran.stdout).toContain('connect-attempts-cut, likely');
      const limit = ran.stdout.indexOf('--network-family-autoselection-attempt-timeout=1000');
      expect(limit).toBeGreaterThan(0);
      expect(ran.stdout.indexOf('firewall')).toBeGreaterThan(limit);
    } finally {
      for (const socket of held) socket.destroy();
      listener.kill('SIGKILL');
    }
  },
);

/** Connects until nothing answers any more. */
async function filled(port: number, held: Socket[]): Promise<void> {
  for (;;) {
    const socket = connect(port, '127.0.0.2').on('error', () => {});
    held.push(socket);
    const isOpen = await Promise.race([
      once(socket, 'connect').then(() => true),
      new Promise<boolean>((resolve) => setTimeout(resolve, FULL_AFTER_MS, false)),
    ]);
    if (!isOpen) return;
  }
}
