import { randomBytes } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { openDeskFolder, type StartedDesk, startDesk } from '../testing/start-desk.ts';
import { createCallSender } from './call-sender.ts';

const kills = 2;
const callsAtOnce = 4;

/** kill -9 in the middle of calls: what was acknowledged is there, and the call goes on at the next desk. */
describe('a call whose desk is killed', () => {
  let folder: Awaited<ReturnType<typeof openDeskFolder>>;
  let desk: StartedDesk | undefined;
  const secret = randomBytes(16).toString('base64url');
  const start = async () => {
    desk = await startDesk(folder.folder, { DEMO_DATA: 'false', HOTLINE_KEY: secret });
    return createCallSender(desk.address, `environment.${secret}`);
  };
  beforeAll(async () => {
    folder = await openDeskFolder();
  });
  afterAll(async () => {
    await desk?.stop();
    await folder.dispose();
  });

  it(`has every acknowledged utterance once, over ${kills} kills`, async () => {
    const acknowledged = Array.from({ length: callsAtOnce }, () => new Set<number>());
    const utterance = (sequence: number) =>
      ({
        kind: 'utterance',
        sequence,
        speaker: 'citizen',
        at: '2026-11-23T02:00:00Z',
        text: `第${sequence}句，渝中区大坪正街路灯坏了`,
      }) as const;
    const count = () => acknowledged.reduce((sum, known) => sum + known.size, 0);
    for (let round = 0; round < kills; round++) {
      const { send } = await start();
      const speaking = acknowledged.map(async (known, call) => {
        // Goes on where the line broke, and sends what was not acknowledged again.
        for (let sequence = known.size + 1; ; sequence++) {
          await send(`killed-${call}`, [utterance(sequence)]);
          known.add(sequence);
        }
      });
      // Listened to from the start: a line breaks while the kill is still awaited.
      const broken = Promise.allSettled(speaking);
      const before = count();
      // Killed in the middle of its work, however long it took to begin.
      await expect.poll(count, { timeout: 60_000, interval: 20 }).toBeGreaterThan(before + 10 + 7 * round);
      await desk!.kill();
      await broken;
    }
    const { detail, send } = await start();
    for (const [call, known] of acknowledged.entries()) {
      const heard = (await detail(`killed-${call}`)).utterances.map(({ sequence }) => sequence);
      expect(heard).toEqual(Array.from({ length: heard.length }, (_, index) => index + 1));
      expect(heard.length).toBeGreaterThanOrEqual(known.size);
    }
    const again = await send('killed-0', [utterance(1), { kind: 'end', at: '2026-11-23T02:05:00Z' }]);
    expect(again).toMatchObject({ repeated: 1, state: { wants: ['complaint'] } });
  }, 600_000);
});
