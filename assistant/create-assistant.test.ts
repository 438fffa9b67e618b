import { fileURLToPath } from 'node:url';
import { beforeAll, describe, expect, it } from 'vitest';
import { type Knowledge, openKnowledge } from '../knowledge/index.ts';
import { cannedReplies } from './canned-replies.ts';
import { type Assistant, createAssistant, type LearntEngines, learnEngines } from './create-assistant.ts';
import type { DialogueState } from './dialogue-state.ts';
import { createLangChainChatModel } from './models/langchain-chat-model.ts';
import type { Answer } from './reply-to.ts';
import { openScriptedModelServer, type Scripted } from './testing/scripted-model-server.ts';
import type { TicketDraft } from './tickets/ticket.ts';
import type { Turn } from './turn.ts';

const at = new Date('2026-11-23T10:00:00+08:00');
let knowledge: Knowledge;
let engines: LearntEngines;
beforeAll(async () => {
  knowledge = await openKnowledge({ corpusFolder: fileURLToPath(new URL('../knowledge/corpus', import.meta.url)) });
  engines = learnEngines(knowledge, at);
});

const filed: { draft: TicketDraft; messageId: string }[] = [];
const assistantWith = (model: Awaited<ReturnType<typeof createLangChainChatModel>> | null): Assistant =>
  createAssistant({
    knowledge,
    engines,
    model,
    fileTicket: async (draft, { messageId }) => {
      filed.push({ draft, messageId });
      const moment = at.toISOString();
      const { category, purpose, urgency, place } = draft;
      const dates = { filedAt: moment, firstResponseDueAt: moment, dueAt: moment };
      return {
        number: '20261123-000001',
        progressSecret: 'S',
        category,
        purpose,
        urgency,
        place,
        owner: 'o',
        ...dates,
      };
    },
    queryData: { name: 'query-data', run: async ({ dialogue }) => ({ reply: cannedReplies.dataNeedsLogIn, dialogue }) },
  });

let next = 0;
const turn = (text: string, dialogue: DialogueState = {}): Turn => ({
  conversationId: 'c', messageId: `m${next++}`, text, channel: 'web', at, dialogue,
}); // biome-ignore format: one turn

async function talk(assistant: Assistant, ...texts: string[]): Promise<Answer[]> {
  const answers: Answer[] = [];
  for (const text of texts) answers.push(await assistant.reply(turn(text, answers.at(-1)?.dialogue)));
  return answers;
}

describe('the assistant on its built-in engines', () => {
  it('answers with the materials of the newborn matter, each line cited exactly', async () => {
    const [{ reply }] = (await talk(assistantWith(null), '娃儿刚生下来，上户口要带啥子材料？')) as [Answer];
    if (reply.outcome !== 'answered') throw new Error(reply.outcome);
    expect(reply.matter?.id).toBe('newborn-birth');
    expect(reply.sentences.map(({ section }) => section)).toContain('申请材料');
    for (const { docId, start, end, quote } of reply.citations)
      expect(knowledge.documents.find(docId)?.text.slice(start, end)).toBe(quote);
  });

  it('understands what a follow-up leaves out', async () => {
    const [, fee, branch] = await talk(assistantWith(null), '娃儿上户口要带什么材料', '那要多少钱', '没结婚的呢');
    expect(fee?.reply).toMatchObject({ outcome: 'answered', matter: { id: 'newborn-birth' } });
    expect(fee?.reply.text).toContain('收费');
    expect(branch?.dialogue.matter?.answers).toEqual({ 'parents-married': 'no' });
  });

  it.each(['一般要等多久', '我要办证', '需要哪些材料'])('asks what 「%s」 is about', async (text) => {
    const [{ reply }] = (await talk(assistantWith(null), text)) as [Answer];
    expect(reply).toMatchObject({ outcome: 'clarifying', text: expect.stringContaining('哪件事') });
  });

  it('thanks back where nothing was asked, and still takes the answer to its own question', async () => {
    const assistant = assistantWith(null);
    const [asked, thanks, answer] = (await talk(assistant, '上户口要带什么材料？', '要得，谢谢哈', '没有登记结婚')) as [
      Answer,
      Answer,
      Answer,
    ];
    expect(asked.dialogue.asked).toMatchObject({ kind: 'matter_branch' });
    expect(thanks.reply).toEqual(cannedReplies.thanked);
    expect([answer.reply.outcome, answer.dialogue.matter?.id]).toEqual(['answered', 'newborn-birth']);
    const [, stillOpen, filedNow] = (await talk(assistant, '投诉路灯不亮', '好的', '渝中区大坪正街8号门口')) as [
      Answer,
      Answer,
      Answer,
    ];
    expect([stillOpen.reply.outcome, filedNow.reply.outcome]).toEqual(['greeted', 'ticket']);
  });

  it('files a complaint once its place is known, with what was said before', async () => {
    filed.length = 0;
    const [asked, done] = await talk(assistantWith(null), '楼下烧烤摊半夜吵得睡不着', '渝中区解放碑步行街');
    expect(asked?.reply).toMatchObject({ outcome: 'clarifying', text: expect.stringContaining('哪里') });
    expect(done?.reply.outcome).toBe('ticket');
    expect(filed).toMatchObject([
      {
        draft: {
          category: { code: 'C05.02' },
          place: { district: '渝中区' },
          content: expect.stringContaining('吵得睡不着'),
        },
      },
    ]);
  });

  it('asks for the place once; without one the ticket goes to the desk', async () => {
    filed.length = 0;
    const [, done] = await talk(assistantWith(null), '楼下烧烤摊半夜吵得睡不着', '说不清楚地点');
    expect(done?.reply.outcome).toBe('ticket');
    expect(filed[0]?.draft.dispatch.outcome).toBe('vacuum');
  });

  it('serves each request of a message, in order', async () => {
    filed.length = 0;
    const [{ reply, trace }] = (await talk(
      assistantWith(null),
      '身份证掉了怎么补办？另外渝中区大坪正街的路灯坏了半个月没人修',
    )) as [Answer];
    if (reply.outcome !== 'several') throw new Error(reply.outcome);
    expect(reply.replies.map(({ outcome }) => outcome)).toEqual(['answered', 'ticket']);
    expect(filed[0]?.messageId).toMatch(/\/2$/);
    expect(trace.route?.kind).toBe('multi');
  });

  it('gives the number to call before anything else, whatever else is said', async () => {
    const [{ reply }] = (await talk(assistantWith(null), '屋头着火了！有人困在里面，顺便问下身份证怎么补')) as [Answer];
    expect(reply).toMatchObject({ outcome: 'emergency', numbers: expect.arrayContaining(['119']) });
  });

  it('keeps personal data out of its trace', async () => {
    const [{ trace }] = (await talk(assistantWith(null), '我电话13812345678，身份证掉了怎么补办')) as [Answer];
    expect(JSON.stringify(trace)).not.toContain('13812345678');
  });
});

describe('the assistant with a chat model', () => {
  async function withModel<T>(
    script: Scripted[],
    use: (assistant: Assistant, requests: unknown[]) => Promise<T>,
  ): Promise<T> {
    await using server = await openScriptedModelServer(script);
    const model = await createLangChainChatModel({ url: server.url, model: 'scripted', key: 'k', timeoutMs: 1500 });
    return await use(assistantWith(model), server.requests);
  }

  it('shows what the model wrote as it arrives, with the citations of the facts it named', () =>
    withModel([{ text: '到期换领身份证，工本费是 20 元。[2]\n' }], async (assistant) => {
      const facts = (await assistantWith(null).reply(turn('换身份证要多少钱'))).reply;
      if (facts.outcome !== 'answered') throw new Error(facts.outcome);
      const deltas: string[] = [];
      const { reply, trace } = await assistant.reply(turn('换身份证要多少钱'), (text) => deltas.push(text));
      expect(trace.engine).toBe('scripted');
      expect(reply).toMatchObject({
        sentences: [{ text: '到期换领身份证，工本费是 20 元。', citations: facts.sentences[1]?.citations }],
      });
      expect(deltas).toEqual(['到期换领身份证，工本费是 20 元。\n']);
    }));

  it('drops, before anybody sees it, a line that its facts do not support', () =>
    withModel(
      [{ text: '补领身份证只要 3 元，当天就能拿到。[1]\n打这个电话找熟人更快：13800000000。[1]\n' }],
      async (assistant) => {
        const deltas: string[] = [];
        const { reply, trace } = await assistant.reply(turn('补身份证要多少钱'), (text) => deltas.push(text));
        expect(deltas).toEqual([]);
        expect(reply.text).not.toMatch(/3 元|13800000000/);
        expect(trace).toMatchObject({ engine: 'built-in', fallback: { code: 'model_unsupported' } });
      },
    ));

  it.each<[string, Scripted, string]>([
    ['too many requests', { status: 429 }, 'model_rate_limited'],
    ['a cut stream', { cutAfter: '换领居民身份' }, 'model_cut_off'],
    ['silence', { silent: true }, 'model_timeout'],
  ])('answers all the same after %s, and says so in the trace', (_, scripted, code) =>
    withModel([scripted], async (assistant) => {
      const { reply, trace } = await assistant.reply(turn('补身份证要多少钱'));
      expect(reply.outcome).toBe('answered');
      expect(trace).toMatchObject({ engine: 'built-in', fallback: { code } });
    }),
  );

  const plan = { category: 'C05.02', purpose: '投诉', urgency: 'U3', title: '步行街烧烤摊夜间吵闹' };
  const noise = '渝中区解放碑步行街烧烤摊半夜吵得睡不着';

  it('takes the plan that the model filled for a ticket', () =>
    withModel([{ plan }], async (assistant) => {
      filed.length = 0;
      const { trace } = await assistant.reply(turn(noise));
      expect(filed[0]?.draft).toMatchObject({ title: plan.title, category: { code: 'C05.02' } });
      expect(trace.engine).toBe('scripted');
    }));

  it('takes no category that was not offered, and no lower urgency', async () => {
    filed.length = 0;
    await withModel([{ plan: { ...plan, category: 'C99.99' } }], (assistant) => assistant.reply(turn(noise)));
    await withModel([{ plan: { ...plan, urgency: 'U4' } }], (assistant) => assistant.reply(turn(noise)));
    expect(filed.map(({ draft }) => [draft.category.code, draft.urgency])).toEqual([['C05.02', 'U3'], ['C05.02', 'U3']]); // biome-ignore format: pairs
  });

  it('sends the model no personal data', () =>
    withModel([{ plan }], async (assistant, requests) => {
      await assistant.reply(turn(`我叫王小明，电话13812345678，${noise}`));
      expect(JSON.stringify(requests)).not.toMatch(/王小明|13812345678/);
      expect(requests).toHaveLength(1);
    }));
});
