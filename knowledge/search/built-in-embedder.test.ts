import { expect, it } from 'vitest';
import { createBuiltInEmbedder, readBuiltInEmbedder } from './built-in-embedder.ts';

const texts = [
  '新生儿出生登记，凭出生医学证明上户口', '孩子上户口带出生医学证明', '婴儿出生后一个月内申报户口登记',
  '餐饮店办理食品经营许可证', '开火锅店先办食品经营许可', '餐馆的食品经营许可要现场核查',
]; // biome-ignore format: two topics, side by side

const cosine = (a: Float32Array, b: Float32Array) => a.reduce((sum, value, at) => sum + value * b[at]!, 0);

it('puts texts of one topic nearer than texts of another, also without a word in common', () => {
  const { embedNow } = createBuiltInEmbedder(texts);
  const [question, birth, shop] = [embedNow('婴儿'), embedNow('医学证明'), embedNow('火锅店')];
  expect(cosine(question, birth)).toBeGreaterThan(cosine(question, shop));
});

it('gives vectors of length 1 and of its width, and zero for what it never saw', async () => {
  const embedder = createBuiltInEmbedder(texts);
  const [known, unknown] = await embedder.embed(['上户口', 'zzz']);
  expect(known).toHaveLength(embedder.dimensions);
  expect(cosine(known!, known!)).toBeCloseTo(1, 5);
  expect(cosine(unknown!, unknown!)).toBe(0);
});

it('learns the same from the same texts and comes back from its bytes', () => {
  const [first, second] = [createBuiltInEmbedder(texts), createBuiltInEmbedder(texts)];
  expect(second.embedNow('食品许可')).toEqual(first.embedNow('食品许可'));
  expect(readBuiltInEmbedder(first.toBytes()).embedNow('食品许可')).toEqual(first.embedNow('食品许可'));
});

it('can be made of nothing', () => {
  const embedder = createBuiltInEmbedder([]);
  expect(readBuiltInEmbedder(embedder.toBytes()).embedNow('户口')).toHaveLength(embedder.dimensions);
});
