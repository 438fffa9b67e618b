import { expect, it } from 'vitest';
import { call } from '../../testing/builders-calls.ts';
import { type CorrectionDraft, firstDraft, toDecision } from './correction-draft.ts';
import { targetsOf } from './targets.ts';

const typed = (fields: Partial<CorrectionDraft>): CorrectionDraft => ({
  text: '', choice: '', items: '', reason: '', ...fields,
}); // biome-ignore format: nothing at a glance

it('sends of what was typed the one field that the kind of thing is put right by', () => {
  const draft = typed({ text: ' 解放碑 ', choice: 'C03.01', items: '清理桌椅\n\n 规定收摊时间 ', reason: ' 听错了 ' });
  const sent = (['place', 'category', 'items', 'answer'] as const).map((kind) => toDecision('correct', kind, draft));
  expect(sent.map((body) => body?.corrected)).toEqual([
    { text: '解放碑' },
    { category: 'C03.01' },
    { items: ['清理桌椅', '规定收摊时间'] },
    { text: '解放碑' },
  ]);
  expect(sent[0]).toEqual({ decision: 'corrected', corrected: { text: '解放碑' }, reason: '听错了' });
});

it('sends nothing while the right content, or the reason of a rejection, is missing', () => {
  expect(toDecision('correct', 'items', typed({ items: ' \n' }))).toBeNull();
  expect(toDecision('correct', 'urgency', typed({ text: 'U1' }))).toBeNull();
  expect(toDecision('reject', 'ask', typed({ reason: '  ' }))).toBeNull();
  expect(toDecision('correct', 'similar', typed({ text: '不是' }))).toBeNull();
  expect(toDecision('reject', 'similar', typed({ reason: '不是同一家' }))).toEqual({
    decision: 'rejected',
    reason: '不是同一家',
  });
});

it('begins a correction with what was understood', () => {
  const { state } = call();
  const begun = targetsOf(state).map((target) => [target.kind, firstDraft(target, state)] as const);
  expect(Object.fromEntries(begun)).toMatchObject({
    ask: { text: '请问具体在哪条街？' },
    category: { choice: 'C05.02' },
    place: { text: '渝中区解放碑街道步行街' },
    items: { items: '规定收摊时间' },
    callback: { text: '' },
  });
});
