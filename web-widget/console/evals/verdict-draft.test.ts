import { describe, expect, it } from 'vitest';
import { reviewDetail } from '../../testing/builders-evals.ts';
import { firstDraft, toVerdict } from './verdict-draft.ts';

const { content } = reviewDetail();
const ofCase = (suite: string, input: object) =>
  firstDraft({ ...content, evalCase: { runId: 'r', suite, data: 'd', caseId: 'c', input, error: null } });

describe('the form of a verdict', () => {
  it('begins with what a case of a run asks for', () => {
    expect(ofCase('routing', { kinds: ['complaint'], labels: ['C01.05'] })).toMatchObject({
      suite: 'routing',
      kind: 'complaint',
      label: 'C01.05',
    });
    const asked = { outcome: ['answered'], matter: 'id-card', mustSay: [['3天', '三日'], ['身份证']] };
    expect(ofCase('answers', { expect: asked })).toMatchObject({
      outcome: 'answered',
      matter: 'id-card',
      mustSay: '3天\n身份证',
    });
    expect(ofCase('safety', { expect: 'refuse', category: 'fraud' })).toMatchObject({
      suite: 'safety',
      expect: 'refuse',
      label: 'fraud',
    });
    expect(ofCase('retrieval', {}).suite).toBe('answers');
  });

  it('begins with what somebody at work proposed, and leaves the verdict to the reviewer', () => {
    const draft = firstDraft({ ...content, proposed: { suite: 'classification', label: 'C01.01' } });
    expect(draft).toMatchObject({ suite: 'classification', label: 'C01.01', makeCase: true, verdict: '' });
  });

  it('sends no correction when nobody corrected anything, and no fault of what is right', () => {
    const draft = { ...firstDraft(content), verdict: 'right' as const, faults: ['facts'] };
    expect(toVerdict(draft)).toMatchObject({ verdict: 'right', faults: [], correction: null, makeCase: false });
    expect(toVerdict(firstDraft(content))).toBeNull();
  });

  it('sends one line of a field each, and leaves out what is empty', () => {
    const draft = { ...firstDraft(content), verdict: 'wrong' as const, makeCase: true, mustSay: ' 3天 \n\n身份证' };
    expect(toVerdict(draft)?.correction).toEqual({ suite: 'answers', mustSay: ['3天', '身份证'] });
  });
});
