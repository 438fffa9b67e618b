import { describe, expect, it } from 'vitest';
import { subjectOf } from './subject.ts';
import { circumstancesOf } from './understand-complaint-circumstances.ts';

describe('when it happened', () => {
  it.each([
    ['烧烤店每天晚上吵到两点', { text: '每天晚上', recurring: true }],
    ['昨晚十一点还在打桩', { text: '昨晚十一点', recurring: false }],
    ['10月3日下午三点在西站被拉客', { text: '10月3日下午三点', recurring: false }],
    ['连续半个月停水', { text: '连续半个月', recurring: true }],
    ['路灯坏了', null],
  ])('is read in 「%s」', (text, happened) => expect(circumstancesOf(text).happened).toEqual(happened));
});

describe('how many it concerns', () => {
  it.each([
    ['三百多户业主办不到房产证', 300],
    ['有一百多位家长被骗', 100],
    ['几百户人没水用', 200],
    ['我一个人来反映', null],
    ['等了三个月', null],
  ])('is read in 「%s」', (text, atLeast) => expect(circumstancesOf(text).affected?.atLeast ?? null).toBe(atLeast));
});

describe('what harm was done', () => {
  it.each([
    ['老人在坑里摔骨折了', { kind: 'injury', feared: false }],
    ['臭得娃儿流鼻血', { kind: 'illness', feared: false }],
    ['早教中心卷款跑路', { kind: 'property', feared: false }],
    ['护栏断了，很担心孩子受伤', { kind: 'injury', feared: true }],
  ])('is read in 「%s」, and feared harm apart from done', (text, harm) =>
    expect(circumstancesOf(text).harm).toMatchObject(harm),
  );
});

it.each([
  ['小河马早教中心关门了不退费', '小河马早教中心'],
  ['物业公司停电梯卡', '物业公司'],
  ['楼下烧烤店油烟大', '烧烤店'],
  ['路灯不亮', null],
])('says whom 「%s」 is about', (text, subject) => expect(subjectOf(text)).toBe(subject));
