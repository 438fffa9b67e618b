import { describe, expect, it } from 'vitest';
import { answered, citation } from '../testing/builders.ts';
import { originAsText, replyAsText } from './reply-as-text.ts';
import type { Reply } from './reply-types.ts';
import { zh } from './zh.ts';

describe('an answer taken away as text', () => {
  it('keeps headings and the numbers of sources, and ends with the sources and the label', () =>
    expect(replyAsText(answered(), zh)).toBe(
      [
        '开小面馆需要办理营业执照和食品经营许可，可以一次办好。',
        '',
        '申请材料',
        '· 经营者身份证（原件）[1]',
        '· 健康证明（从业人员每人一份）[2]',
        '',
        '办理时限',
        '· 承诺 3 个工作日办结。[3]',
        '',
        '依据：',
        '[1][2][3] 《开办小面馆》',
        '',
        'AI 生成，仅供参考',
      ].join('\n'),
    ));

  it('names what is missing, and every one of several with its own sources', () => {
    const partial = { ...answered(), outcome: 'partial', missing: ['收费标准'] } as Reply;
    const other = answered({ citations: [citation('承诺', { title: '办证时限' })] });
    const text = replyAsText({ outcome: 'several', text: '', replies: [partial, other] } as Reply, zh);
    expect(text).toContain('暂时没有查到的部分\n· 收费标准');
    expect(text).toContain('[1] 《办证时限》');
    expect(text.match(/AI 生成/g)).toHaveLength(1);
  });

  it('says under a copied piece what it rests on, each document once, and only the label where it rests on none', () => {
    expect(originAsText(answered(), zh)).toBe('依据：《开办小面馆》\nAI 生成，仅供参考');
    expect(originAsText({ outcome: 'greeted', text: '您好' }, zh)).toBe('AI 生成，仅供参考');
  });
});
