import { expect, it } from 'vitest';
import { toClassifier, trainTextClassifier } from './classify-text.ts';

const examples = [
  '路灯不亮，晚上黑漆漆的', '小区门口路灯坏了', '整条街的路灯都不亮', '路灯一闪一闪的', '路灯杆子歪了', '隧道口路灯没有开',
].map((text) => ({ text, label: 'light' })).concat([
  '垃圾堆了三天没人收', '垃圾桶满了流臭水', '楼下垃圾没人清运', '路边倒了一堆垃圾', '垃圾站臭得很', '垃圾车半夜来收',
].map((text) => ({ text, label: 'waste' }))); // biome-ignore format: two lists of sentences
const classifier = trainTextClassifier(examples);

it('puts an unseen text into the class whose words it uses', () => {
  expect(classifier.predict('我们这里的路灯好久不亮了')[0]?.label).toBe('light');
  expect(classifier.predict('垃圾没人收')[0]?.label).toBe('waste');
});

it('gives probabilities that sum to one, likeliest first', () => {
  const predictions = classifier.predict('路灯下面有垃圾');
  expect(predictions.reduce((sum, { p }) => sum + p, 0)).toBeCloseTo(1);
  expect(predictions[0]!.p).toBeGreaterThanOrEqual(predictions[1]!.p);
});

it('takes what a text begins with for its subject', () => {
  const [light, waste] = ['小区门口的路灯坏了。', '楼下的垃圾没人清运。'];
  expect(classifier.predict(light + waste)[0]?.label).toBe('light');
  expect(classifier.predict(waste + light)[0]?.label).toBe('waste');
});

it('explains a label by the words that speak for it', () => {
  expect(classifier.explain('请问这边的路灯谁来管', 'light')[0]?.word).toContain('路灯');
});

it('is the same classifier when trained twice or written down and read again', () => {
  const texts = ['路灯坏了', '收垃圾', '你好'];
  const again = trainTextClassifier(examples);
  const restored = toClassifier(classifier.toJSON());
  for (const text of texts) {
    expect(again.predict(text)).toEqual(classifier.predict(text));
    expect(restored.predict(text)).toEqual(classifier.predict(text));
  }
});

it('learns a label of few examples beside one of many', () => {
  const many = Array.from({ length: 40 }, (_, index) => ({
    text: `${examples[6 + (index % 6)]!.text}第${index}次`,
    label: 'waste',
  }));
  const uneven = trainTextClassifier([...many, ...examples.slice(0, 4)]);
  expect(uneven.predict('门口的路灯坏了不亮')[0]?.label).toBe('light');
});

it('has an answer for a text without a single known character', () => {
  expect(classifier.predict('')).toHaveLength(2);
  expect(classifier.predict('qwxyz')).toHaveLength(2);
});

it('refuses to learn from a single label', () => {
  expect(() => trainTextClassifier(examples.slice(0, 3))).toThrow(/two labels/);
});
