import { describe, expect, it } from 'vitest';
import { readComplaintExamples, readLexicon, readTaxonomy } from '../../knowledge/index.ts';
import { createComplaintClassifier } from './category.ts';

const folder = 'knowledge/corpus/complaints';
const taxonomy = await readTaxonomy(folder);
const examples = await readComplaintExamples(folder);
const lexicon = await readLexicon('knowledge/corpus/lexicon');
const classifier = createComplaintClassifier({ taxonomy, examples, lexicon });

it.each([
  ['渝中区解放碑步行街烧烤摊半夜吵得睡不着', 'C05.02'],
  ['小区楼下烧烤店油烟大，半夜吵', 'C05.05'],
  ['马路上的盖盖遭偷了，黑了看不到', 'C02.02'],
  ['老板跑了，我们的工钱还没给', 'C08.01'],
  ['电梯又停了，三十楼爬得脚杆软', 'C04.04'],
  ['广场舞音响声音太大', 'C05.02'],
  ['健身房关门了，会员卡里的钱退不了', 'C07.03'],
  ['路灯一排都不亮', 'C02.03'],
  ['公交司机把婆婆扶上车，服务热心，表扬', 'C18.03'],
])('puts 「%s」 into %s', (text, code) => {
  expect(classifier.classify(text).category).toBe(code);
});

it('names the runner-up as an alternative, the chosen category first', () => {
  const { category, alternatives } = classifier.classify('小区楼下烧烤店油烟大，半夜吵');
  expect(alternatives[0]?.category).toBe(category);
  expect(alternatives.map((alternative) => alternative.category)).toContain('C05.02');
});

it('says which words decided', () => {
  expect(classifier.classify('楼下烧烤店油烟大').because).toContain('油烟');
});

it('abstains where nothing is said', () => {
  for (const text of ['你好', '嗯', '有个事情想说一下', 'hello'])
    expect(classifier.classify(text), text).toMatchObject({ abstained: true });
});

it('understands dialect and standard wording alike', () => {
  const dialect = classifier.classify('屋头没得水，紧到没人修');
  const standard = classifier.classify('家里没有水，一直没人修');
  expect(dialect.category).toBe('C03.01');
  expect(standard.category).toBe('C03.01');
});

describe('messages it has not learnt', () => {
  const isHeldOut = (index: number) => index % 4 === 0;
  const taught = createComplaintClassifier({
    taxonomy,
    lexicon,
    examples: examples.filter((_, index) => !isHeldOut(index)),
  });
  const guesses = examples
    .filter((_, index) => isHeldOut(index))
    .map(({ text, label }) => ({ label, ...taught.classify(text) }));
  const share = (right: number, of: number) => right / of;

  it('are put right in more than three of four among 136 categories, and nearly always within five', () => {
    const right = guesses.filter(({ label, category }) => label === category).length;
    const near = guesses.filter(({ label, alternatives }) =>
      alternatives.some(({ category }) => category === label),
    ).length;
    expect(share(right, guesses.length)).toBeGreaterThan(0.75);
    expect(share(near, guesses.length)).toBeGreaterThan(0.92);
  });

  it('are more often right where it does not abstain', () => {
    const sure = guesses.filter(({ abstained }) => !abstained);
    const unsure = guesses.filter(({ abstained }) => abstained);
    const rightOf = (some: typeof guesses) =>
      share(some.filter(({ label, category }) => label === category).length, some.length);
    expect(rightOf(sure)).toBeGreaterThan(rightOf(unsure));
  });
});
