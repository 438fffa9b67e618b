import { beforeAll, describe, expect, it } from 'vitest';
import { type Knowledge, openKnowledge } from '../../knowledge/index.ts';
import { type DialogueState, emptyDialogue } from '../dialogue-state.ts';
import { pickSkill, type RequestKind, type RouterNeeds } from './pick-skill.ts';

const on = '2026-11-23';

/** Hears the kind that a test wants; learning has tests of its own. */
const hearing = (kind: RequestKind, p: number): RouterNeeds['requests'] => {
  const labels = [kind, kind === 'complaint' ? 'matter' : 'complaint'];
  return {
    labels,
    predict: () => labels.map((label, at) => ({ label, p: at === 0 ? p : 1 - p })),
    explain: () => [],
    toJSON: () => {
      throw new Error('not learnt');
    },
  };
};

describe('pickSkill', () => {
  let knowledge: Knowledge;
  beforeAll(async () => {
    knowledge = await openKnowledge({ corpusFolder: 'knowledge/corpus' });
  });
  const pick = (text: string, heard: RouterNeeds['requests'], dialogue: DialogueState = emptyDialogue) =>
    pickSkill(text, dialogue, { knowledge, requests: heard, categoriesOf: () => [{ category: 'C02.03', p: 0.9 }] }, on);

  it('names the matter of a question and the category of a complaint', async () => {
    expect(await pick('身份证掉了怎么补', hearing('matter', 0.9))).toMatchObject({ kind: 'matter', label: 'id-card' });
    expect(await pick('路灯不亮', hearing('complaint', 0.9))).toMatchObject({ kind: 'complaint', label: 'C02.03' });
  });

  it('keeps the second reading among the alternatives', async () => {
    const { alternatives } = await pick('身份证掉了怎么补', hearing('matter', 0.6));
    expect(alternatives.at(-1)).toEqual({ kind: 'complaint', label: 'C02.03' });
  });

  it('takes who says that he wants to complain at his word', async () =>
    expect(await pick('我要投诉物业乱收费', hearing('data', 0.9))).toMatchObject({ kind: 'complaint' }));

  it('hands over to people when asked', async () =>
    expect(await pick('我要转人工', hearing('chitchat', 0.9))).toMatchObject({ kind: 'hand_over' }));

  it('takes what follows 「在哪里」 for the answer, but lets go of a plain question about a matter', async () => {
    const dialogue: DialogueState = { asked: { kind: 'ticket_place' } };
    expect(await pick('南坪步行街', hearing('chitchat', 0.8), dialogue)).toMatchObject({ kind: 'complaint' });
    expect(await pick('身份证掉了怎么补', hearing('matter', 0.95), dialogue)).toMatchObject({ kind: 'matter' });
  });

  it('stays with the matter for a short follow-up', async () => {
    const dialogue: DialogueState = { matter: { id: 'passport', answers: {}, facets: ['materials'], timesAsked: 0 } };
    const route = await pick('那要多少钱', hearing('out_of_scope', 0.9), dialogue);
    expect(route).toMatchObject({ kind: 'matter', label: 'passport' });
  });
});
