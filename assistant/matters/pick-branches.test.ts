import { describe, expect, it } from 'vitest';
import { MatterCard } from '../../knowledge/index.ts';
import { answersIn, applies, conditionInWords, openQuestions } from './pick-branches.ts';

const card = MatterCard.parse({
  id: 'boat-licence', title: '游船证一件事', audience: 'personal', summary: '办游船证。', lead: '交通部门',
  validFrom: '2025-01-01', reviewedAt: '2026-11-23', source: '测试',
  questions: [
    { id: 'size', ask: '船多大？', options: [{ id: 'small', label: '小船', saidAs: ['划子'] }, { id: 'big', label: '大船' }] },
    { id: 'new', ask: '是新船吗？', options: [{ id: 'yes', label: '是' }, { id: 'no', label: '不是' }] },
  ],
}); // biome-ignore format: a small card

describe('answersIn', () => {
  it('hears a situation that was told unasked', () =>
    expect(answersIn('我屋头有个划子', card)).toEqual({ size: 'small' }));
  it('takes one character only as the whole message', () => {
    expect(answersIn('是的。', card)).toEqual({ new: 'yes' });
    expect(answersIn('这是大船', card)).toEqual({ size: 'big' });
  });
  it('hears nothing when two options of a question are named', () => expect(answersIn('小船和大船', card)).toEqual({}));
});

describe('what depends on a situation', () => {
  const when = { size: ['small'], new: ['no'] };
  it('applies, does not apply, or is open', () => {
    expect(applies(when, { size: 'small', new: 'no' })).toBe(true);
    expect(applies(when, { size: 'big' })).toBe(false);
    expect(applies(when, { size: 'small' })).toBeNull();
    expect(applies(undefined, {})).toBe(true);
  });
  it('asks first what decides most', () =>
    expect(openQuestions([{ when: { new: ['yes'] } }, { when }, { when: { new: ['no'] } }], {})).toEqual([
      'new',
      'size',
    ]));
  it('does not ask what no longer matters', () => expect(openQuestions([{ when }], { size: 'big' })).toEqual([]));
  it('is said in the words of its options', () => expect(conditionInWords(when, card, { new: 'no' })).toBe('小船'));
});
