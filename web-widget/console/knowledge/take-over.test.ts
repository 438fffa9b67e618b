import { describe, expect, it } from 'vitest';
import { cardBody } from '../../testing/builders-knowledge.ts';
import { takeOver } from './take-over.ts';

const part = {
  heading: '温馨提示',
  text: ' 表井由用户看护。 ',
  place: { docId: 'guide', page: 3, start: 40, end: 48 },
  reason: '没有对应的栏目',
};

describe('a stretch of a guide that was put into no field', () => {
  it('becomes the last entry of the list it is put into, and cites its place', () => {
    const body = cardBody({ rules: [{ text: '一户一表。', certainty: 'memory' }] });
    expect(takeOver(body, part, 'rules').rules).toEqual([
      { text: '一户一表。', certainty: 'memory' },
      { text: '表井由用户看护。', certainty: 'official', cited: part.place },
    ]);
  });

  it('is called after the document as the other facts call it', () => {
    const named = {
      text: '免费。',
      certainty: 'official' as const,
      source: '供水指南',
      cited: { ...part.place, page: 1 },
    };
    expect(takeOver(cardBody({ fees: [named] }), part, 'limits').limits?.at(-1)?.source).toBe('供水指南');
  });

  it('is named as a material, or asked under its heading', () => {
    expect(takeOver(cardBody(), part, 'materials').materials?.at(-1)).toMatchObject({
      name: '表井由用户看护。',
      certainty: 'official',
      cited: part.place,
    });
    expect(takeOver(cardBody(), part, 'faqs').faqs?.at(-1)).toMatchObject({ question: '温馨提示' });
  });
});
