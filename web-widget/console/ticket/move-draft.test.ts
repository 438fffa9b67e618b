import { describe, expect, it } from 'vitest';
import { emptyDraft, type fieldsOf, toMoveBody } from './move-draft.ts';

const move = (name: string, needs: string[]) => ({ name, needs, label: '…' }) as Parameters<typeof fieldsOf>[0];

describe('what a form sends', () => {
  it('holds what the move asks for, and nothing typed for another move', () => {
    const draft = { ...emptyDraft, returnCode: 'other_place', clause: '第三条', reason: '不在辖区', text: '别的' };
    expect(toMoveBody(draft, move('return', ['returnCode', 'clause', 'reason']), 4)).toEqual({
      move: 'return',
      version: 4,
      returnCode: 'other_place',
      clause: '第三条',
      reason: '不在辖区',
    });
  });

  it('leaves out what was not filled in, so that the desk says what is lacking', () =>
    expect(toMoveBody(emptyDraft, move('request_extension', ['workingDays', 'reason']), 1)).toEqual({
      move: 'request_extension',
      version: 1,
    }));

  it('names the items that are answered or judged one by one', () => {
    const answered = { ...emptyDraft, text: '已查', answers: { 1: '已修复', 2: ' ' } };
    expect(toMoveBody(answered, move('reply', ['text']), 2).answers).toEqual([{ item: 1, text: '已修复' }]);
    const judged = { ...emptyDraft, verdicts: { 2: 'part' as const }, satisfaction: 'neutral' };
    expect(toMoveBody(judged, move('judge', ['verdicts']), 2)).toMatchObject({
      verdicts: [{ item: 2, verdict: 'part' }],
      satisfaction: 'neutral',
    });
  });
});
