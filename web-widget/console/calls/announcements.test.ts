import { expect, it } from 'vitest';
import { createAnnouncements, quietMs } from './announcements.ts';

it('says the first at once and of a flood only the newest, when it has been quiet', () => {
  let now = 0;
  const said: [at: number, text: string][] = [];
  const timers: [due: number, act: () => void][] = [];
  const announce = createAnnouncements(
    (text) => said.push([now, text]),
    () => now,
    (act, ms) => timers.push([now + ms, act]),
  );
  announce('first');
  for (now = 100; now < quietMs; now += 100) announce(`flood ${now}`);
  for (const [due, act] of timers.splice(0)) {
    now = due;
    act();
  }
  expect(said).toEqual([
    [0, 'first'],
    [quietMs, `flood ${quietMs - 100}`],
  ]);
  expect(timers).toEqual([]);
  now = 3 * quietMs;
  announce('after a pause');
  expect(said.at(-1)).toEqual([3 * quietMs, 'after a pause']);
});
