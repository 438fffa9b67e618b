import type { AddressInfo } from 'node:net';
import rateLimit from '@fastify/rate-limit';
import Fastify, { type FastifyInstance } from 'fastify';
import { serializerCompiler, validatorCompiler } from 'fastify-type-provider-zod';
import OpenAI, { APIUserAbortError, RateLimitError } from 'openai';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { emptyDialogue } from '../../assistant/index.ts';
import type { AssistantFor } from '../doors/assistant-for.ts';
import type { DoorLimit } from '../doors/enter-door.ts';
import { type DoorDesk, openDoorDesk } from '../doors/testing/open-door-desk.ts';
import { type OpenAiNeeds, openaiRoutes } from './openai-routes.ts';

let desk: DoorDesk;
const opened: FastifyInstance[] = [];
beforeAll(async () => {
  desk = await openDoorDesk();
});
afterAll(async () => {
  await Promise.all(opened.map((app) => app.close()));
  await desk.close();
});

/** The door by itself on the desk's services, with other settings than the desk's. */
async function openDoor(changes: Partial<OpenAiNeeds> & { limit?: DoorLimit }): Promise<string> {
  const app = Fastify({ forceCloseConnections: true });
  opened.push(app);
  app.setValidatorCompiler(validatorCompiler);
  app.setSerializerCompiler(serializerCompiler);
  await app.register(rateLimit, { max: 1000 });
  await app.register(openaiRoutes, { ...desk.desk.services, ...changes, prefix: '/v1' });
  await app.listen({ port: 0, host: '127.0.0.1' });
  return `http://127.0.0.1:${(app.server.address() as AddressInfo).port}/v1`;
}

const ask = { model: 'yuwen', messages: [{ role: 'user' as const, content: '新生儿上户口要带什么材料？' }] };

it('tells a key that asks too often how long to wait, which the openai package does by itself', async () => {
  const baseURL = await openDoor({ limit: { max: 2, windowMs: 1500 } });
  const [busy, quiet] = [await desk.token('openai'), await desk.token('openai')];
  const impatient = new OpenAI({ baseURL, apiKey: busy, maxRetries: 0 });
  await impatient.models.list();
  await impatient.models.list();
  const refused = await impatient.models.list().then(
    () => null,
    (error: unknown) => error,
  );
  expect(refused).toBeInstanceOf(RateLimitError);
  expect(refused).toMatchObject({ code: 'too_many', type: 'rate_limit_error' });
  expect(Number((refused as RateLimitError).headers.get('retry-after'))).toBeGreaterThan(0);

  const patient = new OpenAI({ baseURL, apiKey: busy, maxRetries: 2 });
  expect((await patient.chat.completions.create(ask)).choices[0]!.finish_reason).toBe('stop');
  const other = new OpenAI({ baseURL, apiKey: quiet, maxRetries: 0 });
  expect((await other.models.list()).data.length).toBe(1);
});

/** An assistant that composes until it is told to stop, or for ever; `begun` and `ended` are called as it does. */
const endless =
  (begun: () => void, ended: (reason: unknown) => void): AssistantFor =>
  () =>
    ({
      reply: ({ signal }: { signal: AbortSignal }) =>
        new Promise((_, reject) => {
          begun();
          signal.addEventListener('abort', () => {
            ended(signal.reason);
            reject(signal.reason as Error);
          });
        }),
    }) as never;

it.each([true, false])('ends the work when the client hangs up (stream: %s)', async (stream) => {
  let assistantFor: AssistantFor | undefined;
  let begun = Promise.resolve();
  const ended = new Promise<unknown>((isEnded) => {
    begun = new Promise((isBegun) => {
      assistantFor = endless(isBegun, isEnded);
    });
  });
  const baseURL = await openDoor({ doors: { ...desk.desk.services.doors, assistantFor: assistantFor! } });
  const client = new OpenAI({ baseURL, apiKey: await desk.token('openai'), maxRetries: 0 });
  const hangUp = new AbortController();
  const answer = (async () => {
    const sent = await client.chat.completions.create({ ...ask, stream }, { signal: hangUp.signal });
    if (Symbol.asyncIterator in sent) for await (const _ of sent); // waits for more than the first chunk
  })().catch((error: unknown) => error);
  await begun;
  hangUp.abort();
  expect(await ended).toMatchObject({ name: 'AbortError' });
  const left = await answer; // the package throws where it waits for the answer, and ends a stream quietly
  expect(left === undefined || left instanceof APIUserAbortError).toBe(true);
});

it('says in the stream when something broke, instead of ending as if all had been said', async () => {
  const assistantFor: AssistantFor = () =>
    ({ reply: () => Promise.reject(new Error('the disk with 13912345678 is full')) }) as never;
  const baseURL = await openDoor({ doors: { ...desk.desk.services.doors, assistantFor } });
  const client = new OpenAI({ baseURL, apiKey: await desk.token('openai'), maxRetries: 0 });
  const stream = await client.chat.completions.create({ ...ask, stream: true });
  const drained = (async () => {
    for await (const _ of stream);
  })();
  await expect(drained).rejects.toThrow('系统出了问题');
});

it('understands earlier messages without filing and without a model', async () => {
  const used: { withModel: boolean; texts: string[] }[] = [];
  const assistantFor: AssistantFor = ({ withModel }) => {
    const one = { withModel, texts: [] as string[] };
    used.push(one);
    const reply = { outcome: 'greeted', text: '您好' };
    return {
      reply: async ({ text }: { text: string }) => {
        one.texts.push(text);
        return { reply, dialogue: emptyDialogue, trace: {} };
      },
    } as never;
  };
  const baseURL = await openDoor({ doors: { ...desk.desk.services.doors, assistantFor } });
  const client = new OpenAI({ baseURL, apiKey: await desk.token('openai'), maxRetries: 0 });
  const said = (content: string) => ({ role: 'user' as const, content });
  await client.chat.completions.create({ model: 'yuwen', messages: [said('一'), said(' '), said('二'), said('三')] });
  expect(used).toEqual([
    { withModel: false, texts: ['一', '二'] },
    { withModel: true, texts: ['三'] },
  ]);
});
