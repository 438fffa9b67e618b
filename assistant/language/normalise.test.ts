import { describe, expect, it } from 'vitest';
import { readLexicon } from '../../knowledge/index.ts';
import { normalise, tidy } from './normalise.ts';

const lexicon = await readLexicon('knowledge/corpus/lexicon');
const standard = (text: string) => normalise(text, lexicon).text;

describe('dialect', () => {
  it.each([
    ['娃儿刚生下来，上户口要带啥子材料？', '孩子刚生下来，上户口要带什么材料？'],
    ['没得发票啷个办', '没有发票怎么办'],
    ['屋头没得水', '家里没有水'],
    ['马路坑坑凼凼，盖盖遭偷了', '马路坑洼不平，盖子被偷了'],
    ['坝坝舞闹麻了', '广场舞吵得很'],
    ['办证好久能拿到', '办证多久能拿到'],
    ['一共要交好多钱', '一共要交多少钱'],
    ['身份证落了', '身份证丢了'],
  ])('turns 「%s」 into 「%s」', (dialect, expected) => {
    expect(standard(dialect)).toBe(expected);
  });

  it.each([
    ['路灯坏了好久没人修', '好久 as a long time'],
    ['门口有好多人', '好多 as many'],
    ['他偏偏不听', '偏偏 as an adverb'],
    ['夜市沿着马路摆', '着 as a particle'],
    ['晚上一片漆黑很吵', '黑 as black'],
  ])('leaves %s alone where it means something else (%s)', (text) => {
    expect(standard(text)).toBe(text);
  });

  it('says what it changed, in order', () => {
    expect(normalise('啥子时候来修盖盖', lexicon).changes).toEqual([
      { from: '啥子', to: '什么' },
      { from: '盖盖', to: '盖子' },
    ]);
  });

  it('changes nothing when run again on its own words', () => {
    const once = standard('屋头没得天然气，哪个管嘛，好久能通');
    expect(standard(once)).toBe(once);
  });
});

describe('width and punctuation', () => {
  it('makes letters, digits and blanks one width', () => {
    expect(tidy('１２３４５　ＡＢＣ')).toBe('12345 ABC');
  });

  it('takes out characters that cannot be seen', () => {
    expect(tidy('路\u200b灯\u202e坏\ufeff了\u0000')).toBe('路灯坏了');
  });

  it('writes Chinese punctuation after Chinese, reads a blank between words as a pause, and keeps one of repeated marks', () => {
    expect(tidy('路灯坏了,没人修!!!  求帮忙')).toBe('路灯坏了，没人修！求帮忙');
    expect(tidy('v2.1, ok?')).toBe('v2.1, ok?');
  });
});
