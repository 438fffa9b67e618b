import { describe, expect, it } from 'vitest';
import { amountsIn, liesIn, rangesIn } from './amount-ranges.ts';

const fits = (message: string, rule: string) => liesIn(amountsIn(message), rangesIn(rule));

describe('amount ranges', () => {
  it.each([
    ['我三十岁，能管多久', '26 周岁到 45 周岁的人，有效期是 20 年。', true],
    ['我三十岁，能管多久', '46 周岁以上的人，长期有效。', false],
    ['我今年七十二', '年满 70 岁的每年体检。', true],
    ['交了七年', '累计满 5 年不足 10 年的，最长 18 个月。', true],
    ['交了十年', '累计满 5 年不足 10 年的，最长 18 个月。', false],
    ['一百五十平', '140 平方米及以下是 1%。', false],
    ['娃儿才三岁', '未满 16 周岁的人，有效期是 5 年。', true],
  ])('%s: %s', (message, rule, fitting) => expect(fits(message, rule)).toBe(fitting));

  it('says nothing where the amounts are of different things', () =>
    expect(fits('我三十岁', '满 5 年不足 10 年的，最长 18 个月。')).toBeNull());
  it('says nothing of a message without amounts', () => expect(fits('身份证管多久', '46 周岁以上长期。')).toBeNull());
});
