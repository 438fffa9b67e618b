import { describe, expect, it } from 'vitest';
import { greeted, scriptedHarness } from './testing/scripted-assistant.ts';

describe('playing a dialogue', () => {
  it('hands each turn the state that the one before left, and keeps the last reply', async () => {
    const harness = scriptedHarness({ 你好: { reply: greeted('好。') }, 再见: { reply: greeted('慢走。') } });
    const recording = await harness.play(['你好', '再见']);
    expect(recording.reply.text).toBe('慢走。');
    expect(recording.earlier).toEqual([{ said: '你好', outcome: 'greeted', text: '好。' }]);
    expect(harness.turns.map(({ dialogue }) => dialogue.matter?.id)).toEqual([undefined, 'after-1']);
  });

  it('gives every message an id of its own and every dialogue its own conversation', async () => {
    const harness = scriptedHarness({ 你好: { reply: greeted() } });
    await harness.play(['你好', '你好']);
    await harness.play(['你好']);
    expect(new Set(harness.turns.map(({ messageId }) => messageId)).size).toBe(3);
    expect(new Set(harness.turns.map(({ conversationId }) => conversationId)).size).toBe(2);
  });

  it('takes a failed reply for an error, also in an earlier turn', async () => {
    const failed = { outcome: 'failed' as const, code: 'turn_failed', text: '出错了' };
    const harness = scriptedHarness({ 坏: { reply: failed }, 你好: { reply: greeted() } });
    await expect(harness.play(['坏', '你好'])).rejects.toMatchObject({ code: 'turn_failed', message: '出错了' });
  });
});
