import { once } from 'node:events';
import { type AddressInfo, createServer } from 'node:net';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { openDeskFolder, startDesk } from './testing/start-desk.ts';

describe('a desk whose address cannot be had', () => {
  let folder: Awaited<ReturnType<typeof openDeskFolder>>;
  beforeAll(async () => {
    folder = await openDeskFolder();
  });
  afterAll(() => folder.dispose());

  const refusal = (settings: Record<string, string>) =>
    startDesk(folder.folder, { DEMO_DATA: 'false', ...settings }).then(
      () => 'it started',
      (error: Error) => error.message,
    );

  it('ends with what to do when the port is taken, and leaves nothing running', async () => {
    const other = createServer().listen(0, '127.0.0.1');
    await once(other, 'listening');
    const { port } = other.address() as AddressInfo;
    expect(await refusal({ PORT: String(port), HOST: '127.0.0.1' })).toContain(`PORT=${port + 1} npm start`);
    other.close();
    // The record is free for the next one, on the port that has become free.
    const desk = await startDesk(folder.folder, { DEMO_DATA: 'false', PORT: String(port), HOST: '127.0.0.1' });
    expect((await fetch(`${desk.address}/healthz`)).status).toBe(200);
    expect(await desk.stop()).toBe(0);
  });

  it('names the setting when the machine has no such address', async () => {
    expect(await refusal({ HOST: '203.0.113.7' })).toContain('HOST=127.0.0.1');
  });
});
