import { createHash } from 'node:crypto';
import { setTimeout as pause } from 'node:timers/promises';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { openRecord } from './store/open-record.ts';
import { openChatClient } from './testing/chat-client.ts';
import { openDeskFolder, type StartedDesk, startDesk } from './testing/start-desk.ts';

const hashOf = (secret: string) => createHash('sha256').update(secret).digest('hex');
const kills = 30;
const citizensAtOnce = 4;

/** kill -9 at any moment: what a citizen was told stands, and what a citizen said is answered. */
describe('a desk that is killed', () => {
  let folder: Awaited<ReturnType<typeof openDeskFolder>>;
  let desk: StartedDesk | undefined;
  beforeAll(async () => {
    folder = await openDeskFolder();
  });
  afterAll(async () => {
    await desk?.stop();
    await folder.dispose();
  });

  const settings = { DEMO_DATA: 'false' };

  /** Complains until the desk is gone, and writes down every ticket that it was told of. */
  async function complain(address: string, name: string, told: { number: string; secret: string }[]): Promise<void> {
    const client = await openChatClient(address).catch(() => null);
    if (!client) return; // killed before it was reached: nothing was told
    client.socket.on('message-stored', ({ reply }) => {
      if (reply?.outcome === 'ticket') told.push({ number: reply.ticket.number, secret: reply.ticket.progressSecret });
    });
    const gone = new Promise<void>((resolve) => {
      client.socket.once('disconnect', () => resolve());
      if (!client.socket.connected) resolve(); // it went before anybody listened
    });
    const talk = async () => {
      await client.open();
      for (let message = 0; client.socket.connected; message++) {
        await Promise.race([
          gone,
          client.send({
            clientMessageId: `${name}-${message}`,
            text: `渝中区大坪正街${message}号门口路灯不亮`,
          }),
        ]);
        await Promise.race([gone, client.reply(({ sequence }) => sequence === 2 * (message + 1))]);
      }
    };
    await Promise.race([gone, talk()]);
    client.close();
  }

  /** Numbers and secret hashes, read from the record beside the running desk. */
  async function ticketsIn(dataFolder: string): Promise<Map<string, string>> {
    const record = await openRecord({ dataFolder, notice: () => {} });
    const rows = await record.db.selectFrom('ticket').select(['number', 'secret_hash']).execute();
    await record.close();
    return new Map(rows.map(({ number, secret_hash }) => [number, secret_hash]));
  }

  it(`loses none of the tickets it had told of, over ${kills} kills`, async () => {
    const told: { number: string; secret: string }[] = [];
    for (let round = 0; round < kills; round++) {
      desk = await startDesk(folder.folder, settings);
      const citizens = Array.from({ length: citizensAtOnce }, (_, citizen) =>
        complain(desk!.address, `${round}-${citizen}`, told),
      );
      // Killed in the middle of its work, at another moment each time.
      await pause(150 + 37 * (round % 10));
      await desk.kill();
      // A socket that dies at an odd moment may never say so: what was told is in `told` already.
      await Promise.race([Promise.all(citizens), pause(5000)]);
    }
    desk = await startDesk(folder.folder, settings);
    const kept = await ticketsIn(folder.folder);
    const lost = told.filter(({ number, secret }) => kept.get(number) !== hashOf(secret));
    expect(told.length).toBeGreaterThan(kills);
    expect(new Set(told.map(({ number }) => number)).size).toBe(told.length);
    expect(lost).toEqual([]);
  }, 600_000);

  it('answers after the next start what was said before the kill', async () => {
    await desk?.stop();
    desk = await startDesk(folder.folder, settings);
    const client = await openChatClient(desk.address);
    const opened = await client.open();
    if (!opened.ok) throw new Error(opened.error.code);
    const { conversationId, secret } = opened.value;
    const sent = await client.send({ clientMessageId: 'last-words', text: '渝中区大坪正街路灯不亮' });
    await desk.kill();
    expect(sent.ok).toBe(true);
    desk = await startDesk(folder.folder, settings);
    const again = await openChatClient(desk.address);
    await again.open({ conversationId, secret: secret! });
    const isAnswered = async () => {
      const opened = await again.open({ conversationId, secret: secret! });
      return opened.ok ? opened.value.messages.filter(({ role }) => role === 'desk').length : 0;
    };
    // The job is due half a minute after the message: until then its own process could still be answering.
    await expect.poll(isAnswered, { timeout: 90_000, interval: 1000 }).toBe(1);
    again.close();
  }, 120_000);
});
