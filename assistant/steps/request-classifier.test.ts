import { beforeAll, describe, expect, it } from 'vitest';
import { type Knowledge, openKnowledge } from '../../knowledge/index.ts';
import { normalise } from '../language/normalise.ts';
import type { TextClassifier } from '../tickets/classify-text.ts';
import { trainRequestClassifier } from './request-classifier.ts';

const on = '2026-11-23';

describe('the request classifier on the shipped corpus', () => {
  let knowledge: Knowledge;
  let requests: TextClassifier;
  beforeAll(async () => {
    knowledge = await openKnowledge({ corpusFolder: 'knowledge/corpus' });
    requests = trainRequestClassifier(knowledge, on);
  });
  const kindOf = (text: string) => requests.predict(normalise(text, knowledge.catalogue.lexicon).text)[0]!.label;

  // None of these sentences stands in the corpus.
  it.each([
    ['matter', '我老汉儿在乡下，七十九岁半，听村头的人摆，满了八十每个月发钱，现在可以先报名不'],
    ['matter', '嗯，是这样，我去年从别处嫁过来的，户口一直没动，现在想转到老公这边，麻不麻烦'],
    ['matter', '营业执照丢了，重新补一张'],
    ['matter', '没有房产证的话小孩还能不能报名读书'],
    ['complaint', '办个居住证喊我跑了三道，每道说的都不一样，能不能规范一哈'],
    ['complaint', '怎么没人管我们这条街的路灯啊，黑了快一个月'],
    ['complaint', '楼上装修的建渣直接从窗子往下甩，能不能派人来看一下'],
    ['data', '这个季度各区县噪声投诉的办结率从高到低排一下'],
    ['data', '南岸区上个月比前一个月多了多少件'],
    ['chitchat', '要得要得，劳慰你了'],
    ['chitchat', '你到底是机器还是人哦'],
    ['out_of_scope', '广州的居住证积分怎么算'],
    ['out_of_scope', '我同学借我八千块钱两年不还'],
    ['out_of_scope', '嗓子痛该吃哪种消炎药'],
  ])('hears %s in 「%s」', (kind, text) => expect(kindOf(text)).toBe(kind));

  it('is as sure of every kind together as of nothing else', () => {
    const total = requests.predict('你好').reduce((sum, { p }) => sum + p, 0);
    expect(total).toBeCloseTo(1);
  });
});
