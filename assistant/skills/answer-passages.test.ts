import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { createDocumentStore, type Knowledge, openKnowledge } from '../../knowledge/index.ts';
import { emptyDialogue } from '../dialogue-state.ts';
import type { AskedTurn } from '../skill.ts';
import { checkReply } from '../steps/check-reply.ts';
import { createAnswerMatterSkill } from './answer-matter.ts';
import { answerFromDocuments, documentsBefore, passagesFor } from './answer-passages.ts';
import { outOfScopeSkill } from './out-of-scope.ts';

const notice = `---
title: 过江索道乘坐须知
validFrom: 2026-03-01
---
# 过江索道乘坐须知

## 预约
乘坐过江索道须提前一天在线预约时段，每人每天限约 2 次。**老年人**可持身份证走绿色通道。

- 携带身份证原件
- 身高 1.2 米以下儿童免票

## 停运
遇到六级以上大风或雷雨，索道暂停运行，已购票的全额退款。
`;

let folder: string;
let knowledge: Knowledge;
beforeAll(async () => {
  folder = await mkdtemp(path.join(tmpdir(), 'answer-passages-'));
  await createDocumentStore(folder).keep('/notices/cable.md', new TextEncoder().encode(notice), '2026-11-23');
  const corpusFolder = path.join(import.meta.dirname, '../../knowledge/corpus');
  knowledge = await openKnowledge({ corpusFolder, documentsFolder: folder });
});
afterAll(async () => {
  await knowledge.close();
  await rm(folder, { recursive: true });
});

const turn = (asked: string, at = '2026-11-23T10:00:00+08:00'): AskedTurn => ({
  conversationId: 'c',
  messageId: 'm',
  text: asked,
  asked,
  channel: 'web',
  at: new Date(at),
  dialogue: emptyDialogue,
});
const ask = async (asked: string) => (await createAnswerMatterSkill({ knowledge, model: null }).run(turn(asked))).reply;

describe('a question that no matter covers', () => {
  it.each([
    ['过江索道怎么预约？', '提前一天在线预约时段'],
    ['坐过江索道遇到大风停运能退票吗', '暂停运行'],
    ['过江索道儿童要买票吗', '儿童免票'],
    ['老年人坐过江索道有没有绿色通道', '绿色通道'],
  ])('is answered from a document: %s', async (asked, said) => {
    const reply = checkReply(await ask(asked));
    expect(reply).toMatchObject({ outcome: 'answered', text: expect.stringContaining(said) });
    expect(reply.text).toContain('关于“过江索道乘坐须知”');
    if (reply.outcome !== 'answered') return;
    expect(reply.matter).toBeUndefined();
    for (const { docId, start, end, quote } of reply.citations) {
      expect(docId).toMatch(/^document\//u);
      expect(knowledge.documents.find(docId)!.text.slice(start, end)).toBe(quote);
    }
    for (const { citations } of reply.sentences) expect(reply.citations[citations[0]!]).toBeDefined();
  });

  it.each([
    '周杰伦演唱会门票在哪里买',
    '过江索道的年票多少钱',
    '携带宠物坐过江索道行不行',
    '帮我写一首关于月亮的诗',
    '索道',
  ])('finds nothing where the documents say nothing of it: %s', async (asked) => {
    expect(await answerFromDocuments(turn(asked), { knowledge, model: null })).toBeNull();
  });

  it('is not answered when neither speaks of it', async () => {
    expect((await ask('帮我写一首关于月亮的诗')).outcome).toBe('nothing_found');
  });

  it('finds nothing before the document is in force', async () => {
    const before = '2026-02-28T10:00:00+08:00';
    const asked = turn('坐过江索道遇到大风停运能退票吗', before);
    expect(await answerFromDocuments(asked, { knowledge, model: null })).toBeNull();
  });
});

it('stands before a skill that would turn the question away', async () => {
  const skill = documentsBefore(outOfScopeSkill, { knowledge, model: null });
  expect((await skill.run(turn('过江索道怎么预约？'))).reply.outcome).toBe('answered');
  expect((await skill.run(turn('帮我写一首关于月亮的诗'))).reply.outcome).toBe('not_in_scope');
});

describe('an answer from documents', () => {
  it('gives way to a card that speaks of the question as well', async () => {
    const asked = turn('过江索道怎么预约？');
    expect(await answerFromDocuments(asked, { knowledge, model: null, coveredByCard: 0.9 })).toBeNull();
    expect(await answerFromDocuments(asked, { knowledge, model: null, coveredByCard: 0.4 })).not.toBeNull();
  });

  it('leaves cards to their own skill', async () => {
    const passages = await passagesFor('新生儿上户口要带什么材料', knowledge, '2026-11-23');
    expect(passages).toEqual({ passages: [], covered: 0 });
    expect(await ask('新生儿上户口要带什么材料')).toMatchObject({ matter: { id: 'newborn-birth' } });
  });

  it('says the sentences of the passage without the marks of Markdown, under its heading', async () => {
    const found = await answerFromDocuments(turn('过江索道怎么预约？'), { knowledge, model: null });
    expect(found!.reply).toMatchObject({
      sentences: [
        { text: '乘坐过江索道须提前一天在线预约时段，每人每天限约 2 次。', section: '预约', citations: [0] },
        { text: '老年人可持身份证走绿色通道。' },
        { text: '携带身份证原件' },
        { text: '身高 1.2 米以下儿童免票' },
      ],
      citations: [{ title: '过江索道乘坐须知 › 预约' }],
    });
  });
});

it('asks on about the document that was answered from', async () => {
  const skill = createAnswerMatterSkill({ knowledge, model: null });
  const { dialogue } = await skill.run(turn('过江索道怎么预约？'));
  expect(dialogue.document).toEqual({ title: '过江索道乘坐须知' });
  const { reply } = await skill.run({ ...turn('那停运了怎么办呢'), dialogue });
  expect(reply).toMatchObject({ outcome: 'answered', text: expect.stringContaining('全额退款') });
  const { dialogue: after } = await skill.run({ ...turn('补身份证要多少钱'), dialogue });
  expect(after.document).toBeUndefined();
});
