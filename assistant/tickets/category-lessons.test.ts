import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { readTakenLessons, type TakenLessons, writeTakenLessons } from './category-lessons.ts';

const taken: TakenLessons = {
  lessons: [{ text: '琉璃路口的路灯三天没亮', label: 'C01.01' }],
  report: {
    takenAt: '2026-11-23T02:00:00.000Z',
    from: 'tickets',
    lessons: 1,
    judged: 10,
    before: { accuracy: 0.5, macroF1: 0.4 },
    after: { accuracy: 0.6, macroF1: 0.5 },
    better: 1,
    worse: 0,
    p: 1,
  },
};
let folder: string;
let notices: string[];
const file = () => path.join(folder, 'lessons.json');
const read = () => readTakenLessons(file(), (text) => notices.push(text));

beforeEach(async () => {
  folder = await mkdtemp(path.join(tmpdir(), 'lessons-'));
  notices = [];
});
afterEach(() => rm(folder, { recursive: true }));

it('gives back what was taken', async () => {
  await writeTakenLessons(file(), taken);
  expect(await read()).toEqual(taken);
  expect(notices).toEqual([]);
});

it('has nothing and says nothing before anything was taken', async () => {
  expect(await read()).toBeNull();
  expect(notices).toEqual([]);
});

it('leaves a file alone, with a notice, whose lessons were changed behind its digest', async () => {
  await writeTakenLessons(file(), taken);
  await writeFile(file(), (await readFile(file(), 'utf8')).replace('三天', '四天'));
  expect(await read()).toBeNull();
  expect(notices).toEqual([expect.stringContaining('与其校验值不符')]);
});

it('leaves half a file alone, with a notice', async () => {
  await writeTakenLessons(file(), taken);
  await writeFile(file(), (await readFile(file(), 'utf8')).slice(0, 80));
  expect(await read()).toBeNull();
  expect(notices).toEqual([expect.stringContaining('不是完整的学习文件')]);
});
