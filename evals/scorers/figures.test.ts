import { describe, expect, it } from 'vitest';
import { figuresMissing, figuresOf } from './figures.ts';

describe('figures of a text', () => {
  it('reads amounts, durations, dates and telephone numbers with their units', () => {
    expect(figuresOf('2025年1月1日起每年3600元，三十日内初审，电话023-87912832或12345')).toEqual([
      { value: '2025', unit: '年' },
      { value: '1', unit: '月' },
      { value: '1', unit: '日' },
      { value: '3600', unit: '元' },
      { value: '30', unit: '日' },
      { value: '023-87912832', unit: null },
      { value: '12345', unit: null },
    ]);
  });

  it('takes the mark of a list item for no figure', () => {
    expect(figuresOf('2. 提交申请')).toEqual([]);
    expect(figuresOf('（3）领取证件')).toEqual([]);
  });

  it('misses what no source holds, also when only the unit differs', () => {
    const source = '自受理之日起10个工作日内办结，收费20元';
    expect(figuresMissing('十个工作日办结，收费20元', [source])).toEqual([]);
    expect(figuresMissing('10日办结', [source])).toEqual([{ value: '10', unit: '日' }]);
    expect(figuresMissing('收费40元', [source])).toEqual([{ value: '40', unit: '元' }]);
  });

  it('compares ten thousands with what they amount to', () => {
    expect(figuresMissing('最高30万元', ['最高额度300000元'])).toEqual([]);
  });

  it('finds figures over several sources', () => {
    expect(figuresMissing('60日内发证，收20元', ['法定60日内发证', '换领收20元'])).toEqual([]);
  });
});
