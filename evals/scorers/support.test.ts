import { describe, expect, it } from 'vitest';
import { claimsNothing, entails, wordsSupported } from './support.ts';

const source = '失主凭居民身份证认领雨伞，认领期为三十日，依据《失物招领办法》。';

describe('support of a sentence by what it cites', () => {
  it.each([
    ['the source itself', source],
    ['a part of it', '失主凭居民身份证认领雨伞'],
    ['the same number written in another way', '认领期为 30 天'],
    ['the source with the hedge of an uncertain fact', '认领期为三十日（以渝快办当前指南为准）'],
    ['a title that the source names', '依据《失物招领办法》认领'],
  ])('is given for %s', (_, sentence) => {
    expect(entails([source], sentence)).toBe(true);
  });

  it.each([
    ['another fact about the same thing', '雨伞逾期无人认领的捐给福利院使用'],
    ['a changed number', '失主凭居民身份证认领雨伞，认领期为六十日'],
    ['a title that is not there', '失主凭居民身份证认领雨伞，依据《雨具管理条例》'],
  ])('is not given for %s', (_, sentence) => {
    expect(entails([source], sentence)).toBe(false);
  });

  it('is not given by nothing', () => {
    expect(wordsSupported('失主凭居民身份证认领雨伞', [])).toBe(false);
  });

  it('may come from several sources together', () => {
    expect(entails(['失主凭居民身份证', '认领雨伞免费'], '失主凭居民身份证认领雨伞免费')).toBe(true);
  });

  it('is not asked for where nothing is claimed', () => {
    expect(claimsNothing('（以渝快办当前指南为准）。')).toBe(true);
    expect(claimsNothing('认领免费。')).toBe(false);
  });
});
