import multipart, { type MultipartFile } from '@fastify/multipart';
import type { FastifyPluginAsyncZod } from 'fastify-type-provider-zod';
import type { KnowledgeUpkeep } from '../knowledge-upkeep/open-upkeep.ts';
import { UpkeepError } from '../knowledge-upkeep/upkeep-error.ts';
import { byDocument, DocumentChange, DocumentEntry, DocumentList, WithdrawBody } from './card-types.ts';
import type { SessionGuard } from './session-guard.ts';

interface Needs {
  upkeep: KnowledgeUpkeep;
  guard: SessionGuard;
}

const tags = ['documents'];

/** No kind of file is read beyond 30 MB; this is what a connection may send at all. */
const mostMegabytes = 50;

/** The upkeep of documents: uploads and what becomes of them, days of effect, withdrawal. */
export const documentUpkeepRoutes: FastifyPluginAsyncZod<Needs> = async (app, { upkeep: { documents }, guard }) => {
  await app.register(multipart, {
    limits: { fileSize: mostMegabytes * 2 ** 20, files: 1, fields: 4 },
    throwFileSizeLimit: false,
  });

  const list = { schema: { tags, summary: '已导入的文档', response: { 200: DocumentList } } };
  app.get('/documents', list, async (request) => {
    await guard.require(request, 'operator');
    return { items: await documents.list() };
  });

  const upload = {
    schema: { tags, summary: '上传一份文档', consumes: ['multipart/form-data'], response: { 202: DocumentEntry } },
    bodyLimit: (mostMegabytes + 1) * 2 ** 20,
  };
  app.post('/documents', upload, async (request, reply) => {
    const { name: actor } = await guard.require(request, 'operator');
    const file = request.isMultipart() ? await request.file() : undefined;
    if (!file) throw new UpkeepError('upload_incomplete', '没有收到文件；请选择一个文件后再上传。');
    const bytes = await bytesOf(file);
    return reply.code(202).send(await documents.take({ name: nameOf(file), bytes, actor }));
  });

  const change = {
    schema: {
      tags,
      summary: '改有效期或用途',
      params: byDocument,
      body: DocumentChange,
      response: { 200: DocumentEntry },
    },
  };
  app.put('/documents/:docId', change, async (request) => {
    const { name } = await guard.require(request, 'operator');
    return documents.change(request.params.docId, { ...request.body, actor: name });
  });

  const withdraw = {
    schema: { tags, summary: '撤下一份文档', params: byDocument, body: WithdrawBody, response: { 200: DocumentEntry } },
  };
  app.post('/documents/:docId/withdraw', withdraw, async (request) => {
    const { name } = await guard.require(request, 'operator');
    return documents.withdraw(request.params.docId, { ...request.body, actor: name });
  });
};

async function bytesOf(file: MultipartFile): Promise<Buffer> {
  const bytes = await file.toBuffer();
  if (file.file.truncated)
    throw new UpkeepError('upload_too_large', `文件超过 ${mostMegabytes} MB；请拆成几份后再上传。`);
  if (bytes.byteLength === 0) throw new UpkeepError('upload_incomplete', '文件是空的；请检查后再上传。');
  return bytes;
}

/** The last part of the name, without what would not be shown or would turn the order of what is. */
function nameOf({ filename }: MultipartFile): string {
  const last = filename.split(/[\\/]/u).at(-1) ?? '';
  const shown = [...last.replace(/[\p{Cc}\p{Cf}\p{Co}\p{Cs}\u2028\u2029]/gu, '')];
  return shown.slice(-200).join('').trim() || '未命名';
}
