import multipart, { type MultipartFile } from '@fastify/multipart';
import type { FastifyInstance, FastifyReply } from 'fastify';
import type { FastifyPluginAsyncZod } from 'fastify-type-provider-zod';
import { z } from 'zod';
import type { ConversationStore, TicketStore } from '../../assistant/index.ts';
import { requireOn, type Switches } from '../access/switches.ts';
import type { AccountStore } from '../accounts/account-store.ts';
import { cleanPhotograph, maxPhotographBytes } from '../photographs/clean-photograph.ts';
import { PhotographError } from '../photographs/photograph-error.ts';
import type { PhotographInfo, PhotographStore } from '../photographs/photograph-store.ts';
import type { TakeTurns } from '../photographs/take-turns.ts';
import { RequestError } from './error-handler.ts';
import {
  Photograph,
  PhotographBody,
  PhotographFields,
  PhotographList,
  PhotographListBody,
  TicketPhotographBody,
} from './photograph-types.ts';
import { postableAnywhere, readableAnywhere } from './readable-anywhere.ts';
import { requireKeepable } from './refuse-unkeepable.ts';
import type { SessionGuard } from './session-guard.ts';
import { scopeOf } from './ticket-routes.ts';
import { ProgressBody } from './ticket-types.ts';

interface Needs {
  photographs: PhotographStore;
  /** Drawing a photograph anew takes all of a core: so many at once, the others wait. */
  drawing: TakeTurns;
  conversations: Pick<ConversationStore, 'opens'>;
  tickets: Pick<TicketStore, 'find' | 'findByProgressSecret'>;
  accounts: AccountStore;
  switches: Switches;
  guard: SessionGuard;
  now: () => Date;
}

const tags = ['photographs'];
const uploads = { rateLimit: { max: 30, timeWindow: '1 minute' } };

/** Photographs of a complaint: the citizen's side, opened by the conversation's secret from any page, by no cookie. */
export const photographRoutes: FastifyPluginAsyncZod<Needs> = async (app, needs) => {
  const { photographs, drawing, switches, now } = needs;
  await app.register(multipart, {
    limits: { fileSize: maxPhotographBytes, files: 1, fields: 4, fieldSize: 200, parts: 6 },
  });
  postableAnywhere(app as unknown as FastifyInstance, '/photographs', '/photographs/list', '/photographs/removal', '/photographs/preview'); // biome-ignore format: a list
  const opened = async ({ conversationId, secret }: z.infer<typeof PhotographListBody>) => {
    if (!(await needs.conversations.opens(conversationId, secret)))
      throw new RequestError('conversation_unknown', '找不到之前的对话，请刷新页面后重新上传。');
    return conversationId;
  };

  const upload = { config: uploads, schema: { tags, summary: '为下一件诉求上传一张照片（multipart/form-data，文件放最后）', response: { 200: Photograph } } }; // biome-ignore format: one line says it
  app.post('/photographs', upload, async (request, reply) => {
    reply.header(...readableAnywhere);
    requireOn(switches, 'photo');
    const file = await request.file().catch(() => undefined);
    if (!file) throw new RequestError('bad_input', '请用 multipart/form-data 上传一个名为 file 的文件。');
    const { clientPhotoId, ...opening } = fieldsOf(file);
    const conversationId = await opened(opening);
    const bytes = await bytesOf(file);
    const clean = await drawing(() => cleanPhotograph(bytes));
    return photographs.add({ ...clean, conversationId, clientPhotoId }, now());
  });

  const list = {
    schema: { tags, summary: '这段对话里的照片', body: PhotographListBody, response: { 200: PhotographList } },
  };
  app.post('/photographs/list', list, async ({ body }, reply) => {
    reply.header(...readableAnywhere);
    return { items: await photographs.ofConversation(await opened(body)) };
  });

  const removal = {
    schema: { tags, summary: '提交前删去一张照片', body: PhotographBody, response: { 200: PhotographList } },
  };
  app.post('/photographs/removal', removal, async ({ body: { id, ...opening } }, reply) => {
    reply.header(...readableAnywhere);
    const conversationId = await opened(opening);
    await photographs.remove(conversationId, id);
    return { items: await photographs.ofConversation(conversationId) };
  });

  const preview = { schema: { tags, summary: '一张照片的小图', body: PhotographBody } };
  app.post('/photographs/preview', preview, async ({ body: { id, ...opening } }, reply) => {
    const conversationId = await opened(opening);
    return sendImage(reply.header(...readableAnywhere), await photographs.read({ conversationId }, id, 'preview'));
  });

  await app.register(ticketPhotographRoutes, needs);
};

/** Photographs of a ticket: for those who may see the ticket, and for its reporter by number and access code. */
const ticketPhotographRoutes: FastifyPluginAsyncZod<Needs> = async (app, { photographs, tickets, accounts, guard }) => {
  const params = z.object({ number: z.string().max(32) });
  const ofHandler = async (number: string, request: Parameters<SessionGuard['require']>[0]) => {
    const account = await guard.require(request, 'unit_handler', 'hotline_operator', 'operator');
    if (!(await tickets.find(number, scopeOf(account))))
      throw new RequestError('ticket_not_found', `没有工单 ${number}，或它不在您的管辖范围内。`);
    return account;
  };

  const list = { schema: { tags, summary: '工单所附照片', params, response: { 200: PhotographList } } };
  app.get('/tickets/:number/photographs', list, async (request) => {
    const { number } = request.params;
    await ofHandler(number, request);
    return { items: ownNumberOnly(await photographs.ofTicket(number), number) };
  });

  const querystring = z.strictObject({ size: z.enum(['image', 'preview']).default('image') });
  const one = {
    schema: { tags, summary: '工单所附的一张照片', params: params.extend({ id: z.string().max(64) }), querystring },
  };
  app.get('/tickets/:number/photographs/:id', one, async (request, reply) => {
    const { number, id } = request.params;
    const { size } = request.query;
    const account = await ofHandler(number, request);
    const bytes = await photographs.read({ ticketNumber: number }, id, size);
    // A small picture comes with the ticket's page, whose opening is written down already.
    if (size === 'image') await accounts.audit(account.name, 'photograph-open', number, { photograph: id });
    return sendImage(reply, bytes);
  });

  const found = async (number: string, secret: string) => {
    if (!(await tickets.findByProgressSecret(number, secret)))
      throw new RequestError('ticket_not_found', '工单号或查询码不对，请核对后再查；也可以拨打 12345 查询。');
  };
  const reporters = { config: { rateLimit: { max: 120, timeWindow: '1 minute' } } };
  const own = { ...reporters, schema: { tags, summary: '凭工单号和查询码看所附照片', body: ProgressBody, response: { 200: PhotographList } } }; // biome-ignore format: one line says it
  app.post('/ticket-progress/photographs', own, async ({ body: { number, secret } }) => {
    await found(number, secret);
    return { items: ownNumberOnly(await photographs.ofTicket(number), number) };
  });
  const ownOne = { ...reporters, schema: { tags, summary: '凭工单号和查询码看一张照片', body: TicketPhotographBody } };
  app.post('/ticket-progress/photograph', ownOne, async ({ body: { number, secret, id, size } }, reply) => {
    await found(number, secret);
    return sendImage(reply, await photographs.read({ ticketNumber: number }, id, size));
  });
};

/** Of other tickets that the same message filed nobody learns here. */
function ownNumberOnly(items: readonly PhotographInfo[], number: string): PhotographInfo[] {
  return items.map((photograph) => ({ ...photograph, tickets: [number] }));
}

function fieldsOf({ fields }: MultipartFile): z.infer<typeof PhotographFields> {
  const values = Object.entries(fields).map(([name, field]) => [name, (field as { value?: unknown }).value]);
  const read = PhotographFields.safeParse(Object.fromEntries(values));
  if (!read.success)
    throw new RequestError('bad_input', '缺少 conversationId、secret 或 clientPhotoId；它们要放在文件前面。');
  requireKeepable(read.data);
  return read.data;
}

async function bytesOf(file: MultipartFile): Promise<Buffer> {
  return file.toBuffer().catch((error: unknown) => {
    if ((error as { code?: string }).code === 'FST_REQ_FILE_TOO_LARGE') throw new PhotographError('photo_too_large');
    throw error;
  });
}

/** Nothing but a picture, whoever opens its address by itself. */
function sendImage(reply: FastifyReply, bytes: Buffer) {
  return reply
    .headers({
      'content-type': 'image/jpeg',
      'content-disposition': 'inline; filename="photograph.jpg"',
      'content-security-policy': "default-src 'none'; sandbox",
      'x-content-type-options': 'nosniff',
      'cache-control': 'private, no-store',
    })
    .send(bytes);
}
