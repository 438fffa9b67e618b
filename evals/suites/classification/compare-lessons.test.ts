import { beforeAll, describe, expect, it } from 'vitest';
import { type Knowledge, openKnowledge } from '../../../knowledge/index.ts';
import { compareLessons, verdictOn } from './compare-lessons.ts';

const judged = (isBuiltIn: boolean, before: string, after: string, times: number) =>
  Array.from({ length: times }, () => ({ gold: 'right', isBuiltIn, before, after }));

describe('the verdict on lessons', () => {
  it('takes what puts more right than it puts wrong', () => {
    const verdict = verdictOn([...judged(false, 'wrong', 'right', 3), ...judged(true, 'right', 'wrong', 1)]);
    expect(verdict).toMatchObject({ judged: 4, better: 3, worse: 1, isBetter: true });
    expect([verdict.before.accuracy, verdict.after.accuracy]).toEqual([0.25, 0.75]);
  });

  it('does not take what changes nothing', () => {
    expect(verdictOn(judged(true, 'right', 'right', 9)).isBetter).toBe(false);
  });

  it('does not take what makes up with its own kind for what it unteaches', () => {
    const verdict = verdictOn([...judged(false, 'wrong', 'right', 30), ...judged(true, 'right', 'wrong', 12)]);
    expect(verdict).toMatchObject({ better: 30, worse: 12, isBetter: false });
  });
});

describe('lessons on the shipped corpus', () => {
  let catalogue: Knowledge['catalogue'];
  beforeAll(async () => {
    const knowledge = await openKnowledge({ corpusFolder: 'knowledge/corpus' });
    catalogue = knowledge.catalogue;
    await knowledge.close();
  }, 60_000);

  const wordsOfOurOwn = ['琉璃灯', '琉璃灯杆', '琉璃灯箱', '琉璃灯带', '琉璃灯座', '琉璃灯罩', '琉璃灯头', '琉璃灯串'];
  const lessons = (label: string) =>
    wordsOfOurOwn.map((word) => ({ text: `街口的${word}又黑了，${word}没人来看`, label }));

  it('are better where the desk has words of its own for a category', { timeout: 60_000 }, () => {
    const { categories } = catalogue.taxonomy;
    const comparison = compareLessons({ catalogue, lessons: lessons(categories[40]!.code) });
    expect(comparison.isBetter).toBe(true);
    expect(comparison.after.accuracy).toBeGreaterThan(comparison.before.accuracy);
  });
});
