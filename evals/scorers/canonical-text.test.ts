import { describe, expect, it } from 'vitest';
import { canonicalText, numeralValue, says } from './canonical-text.ts';

describe('one way of writing', () => {
  it.each([
    ['三十日内', '30日内'],
    ['３０ 天内', '30日内'],
    ['一个月内', '1个月内'],
    ['五个工作日', '5工作日'],
    ['每孩每年三千六百元', '每孩每年3600元'],
    ['最高30万元', '最高300000元'],
    ['1,001 元', '1001元'],
    ['百分之二十', '20%'],
    ['百分之三点五', '3.5%'],
    ['2025-01-01 起', '2025年1月1日起'],
    ['2025年01月01日起', '2025年1月1日起'],
    ['年满六周岁', '年满6岁'],
    ['第二十五条', '第25条'],
    ['百岁老人', '100岁老人'],
  ])('%s is %s', (written, canonical) => {
    expect(canonicalText(written)).toBe(canonical);
  });

  it.each(['一件事一次办', '统一月份', '两江新区', '二手房', '五险一金', '万州区', '千万别忘'])(
    '%s holds no number and stays as it is',
    (text) => {
      expect(canonicalText(text)).toBe(text);
    },
  );

  it.each([
    ['十', 10],
    ['十五', 15],
    ['二十', 20],
    ['一百零五', 105],
    ['三千六百', 3600],
    ['二〇二五', 2025],
    ['十二万', 120_000],
    ['三点五', 3.5],
  ])('%s is %d', (said, value) => {
    expect(numeralValue(said)).toBe(value);
  });
});

describe('whether something is said', () => {
  it('looks through width, spaces, punctuation and numerals', () => {
    expect(says('联办时限：五 个 工作日（承诺）。', '5个工作日')).toBe(true);
    expect(says('需要「出生医学证明」原件', '出生医学证明原件')).toBe(true);
  });

  it('does not take a part of a number for the number', () => {
    expect(says('15日内办结', '5日')).toBe(false);
    expect(says('办理电话 123456', '12345')).toBe(false);
    expect(says('补贴 3.5 万', '5 万')).toBe(false);
    expect(says('15日内受理，5日内办结', '5日')).toBe(true);
  });

  it('finds nothing when nothing is wanted', () => {
    expect(says('任何话', '，')).toBe(false);
  });
});
