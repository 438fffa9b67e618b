import { describe, expect, it } from 'vitest';
import { z } from 'zod';
import { openScriptedModelServer, type Scripted } from '../testing/scripted-model-server.ts';
import { createLangChainChatModel } from './langchain-chat-model.ts';

const Plan = z.object({ kind: z.enum(['matter', 'complaint']), confidence: z.number() });
const prompt = { system: '填写', user: '楼下太吵' };

async function withServer<T>(
  script: Scripted[],
  use: (model: Awaited<ReturnType<typeof createLangChainChatModel>>, requests: unknown[]) => Promise<T>,
) {
  await using server = await openScriptedModelServer(script);
  return await use(
    await createLangChainChatModel({ url: server.url, model: 'scripted', key: 'k', timeoutMs: 400 }),
    server.requests,
  );
}

async function collect(stream: AsyncIterable<string>): Promise<string> {
  let text = '';
  for await (const piece of stream) text += piece;
  return text;
}

describe('the chat model over the OpenAI protocol', () => {
  it('fills a typed plan by a tool call', () =>
    withServer([{ plan: { kind: 'complaint', confidence: 0.9 } }], async (model, requests) => {
      expect(await model.fill(prompt, Plan)).toEqual({ kind: 'complaint', confidence: 0.9 });
      expect(JSON.stringify(requests)).toContain('楼下太吵');
    }));

  it('streams text as it arrives', () =>
    withServer([{ text: '带上双方身份证。[1]' }], async (model) => {
      expect(await collect(model.stream(prompt))).toBe('带上双方身份证。[1]');
    }));

  it.each<[string, Scripted[], string]>([
    ['a plan of another shape', [{ plan: { kind: 'poem' } }], 'model_bad_output'],
    ['words instead of a plan', [{ text: '好的' }], 'model_bad_output'],
    ['too many requests', [{ status: 429 }], 'model_rate_limited'],
    ['a silent server', [{ silent: true }], 'model_timeout'],
    ['a server error', [{ status: 500 }], 'model_unreachable'],
  ])('names %s by a code', (_, script, code) =>
    withServer(script, (model) => expect(model.fill(prompt, Plan)).rejects.toMatchObject({ code })),
  );

  it('names a body that is no JSON by a code', () =>
    withServer([{ garbage: '<html>' }], (model) =>
      expect(model.fill(prompt, Plan)).rejects.toHaveProperty('code', expect.stringMatching(/^model_/)),
    ));

  it('does not take a cut stream for a whole answer', () =>
    withServer([{ cutAfter: '带上双方身' }], (model) =>
      expect(collect(model.stream(prompt))).rejects.toMatchObject({ code: 'model_cut_off' }),
    ));

  it('gives up when nobody listens', () =>
    withServer([], async () => {
      const model = await createLangChainChatModel({
        url: 'http://127.0.0.1:9/v1',
        model: 'scripted',
        key: 'k',
        timeoutMs: 400,
      });
      await expect(model.fill(prompt, Plan)).rejects.toHaveProperty('code', expect.stringMatching(/^model_/));
    }));
});
