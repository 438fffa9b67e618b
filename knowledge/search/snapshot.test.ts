import { mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { openSnapshot } from './snapshot.ts';

let folder: string;
beforeEach(async () => {
  folder = await mkdtemp(path.join(tmpdir(), 'snapshot-'));
});
afterEach(() => rm(folder, { recursive: true }));

/** Opens the snapshot, counting how often it had to be built and what was said. */
async function open(file: string, inputs = 'corpus 1') {
  const notices: string[] = [];
  let built = 0;
  const build = async () => {
    built += 1;
    return { numbers: Uint8Array.of(1, 2, 3), more: new Uint8Array(300).fill(7) };
  };
  const sections = await openSnapshot({ file, inputs, build, notice: (text) => notices.push(text) });
  expect([...sections.numbers!]).toEqual([1, 2, 3]);
  return { built, notices };
}

it('builds once, without a word, and then reads', async () => {
  const file = path.join(folder, 'deep', 'index.snapshot');
  expect(await open(file)).toEqual({ built: 1, notices: [] });
  expect(await open(file)).toEqual({ built: 0, notices: [] });
  expect(await readdir(path.dirname(file))).toEqual(['index.snapshot']);
});

it('is built anew, with a notice, whichever byte is flipped', async () => {
  const file = path.join(folder, 'index.snapshot');
  await open(file);
  const whole = await readFile(file);
  for (let at = 0; at < whole.length; at += at < 96 ? 1 : 23) {
    const flipped = Buffer.from(whole);
    flipped[at]! ^= 0x10;
    await writeFile(file, flipped);
    const { built, notices } = await open(file);
    expect([at, built, notices.length]).toEqual([at, 1, 1]);
  }
  expect(await open(file)).toEqual({ built: 0, notices: [] });
});

it.each([0, 5, 40, 79, 80, 200])('is built anew when cut to %i bytes', async (length) => {
  const file = path.join(folder, 'index.snapshot');
  await open(file);
  await writeFile(file, (await readFile(file)).subarray(0, length));
  const { built, notices } = await open(file);
  expect(built).toBe(1);
  expect(notices[0]).toContain('正在重建');
});

it('is built anew when what it was computed from has changed', async () => {
  const file = path.join(folder, 'index.snapshot');
  await open(file);
  const { built, notices } = await open(file, 'corpus 2');
  expect(built).toBe(1);
  expect(notices).toEqual([expect.stringContaining('语料或设置已有更新')]);
});

it('works from memory, with a notice, where it cannot write', async () => {
  // A file where a folder should be stops every user, also root.
  await writeFile(path.join(folder, 'taken'), '');
  const { built, notices } = await open(path.join(folder, 'taken', 'index.snapshot'));
  expect(built).toBe(1);
  expect(notices.at(-1)).toContain('本次在内存中运行');
});

it('builds each time without a file', async () => {
  const sections = await openSnapshot({ inputs: '', build: async () => ({ a: Uint8Array.of(4) }) });
  expect([...sections.a!]).toEqual([4]);
});
