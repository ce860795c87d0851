import { Socket } from 'node:net';
import { describe, expect, it } from 'vitest';
import { send } from '../../../src/probe/wire/send.ts';

describe('send', () => {
  it.each([
    ['was closed', undefined],
    ['broke', Object.assign(new Error('broken'), { code: 'UND_ERR_INFO' })],
  ])(
    'gives up on a socket that %s before the request, instead of trying for ever',
    async (_how, error) => {
      const socket = new Socket();
      socket.on('error', () => {});
      socket.destroy(error);
      const call = send(socket, {
        origin: 'http://127.0.0.1:1',
        method: 'GET',
        path: '/',
        headers: [],
        body: undefined,
        maxHeaderBytes: 1000,
        maxBodyBytes: 1000,
      });
      await expect(call.sent).rejects.toMatchObject({ code: 'ERR_STREAM_PREMATURE_CLOSE' });
      await expect(call.head).rejects.toMatchObject({ code: 'ERR_STREAM_PREMATURE_CLOSE' });
    },
  );
});
