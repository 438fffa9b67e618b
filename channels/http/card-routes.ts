import type { FastifyPluginAsyncZod } from 'fastify-type-provider-zod';
import type { KnowledgeUpkeep } from '../knowledge-upkeep/open-upkeep.ts';
import {
  AskedList,
  AskedQuery,
  byCard,
  byVersion,
  CardDetail,
  CardDiff,
  CardList,
  CardTrial,
  CardVersionDetail,
  CardVersionSummary,
  DiffQuery,
  DraftBody,
  DraftsMade,
  NewDraft,
  PublishBody,
  RevisionBody,
  RevisionQuery,
  WithdrawBody,
} from './card-types.ts';
import type { SessionGuard } from './session-guard.ts';

interface Needs {
  upkeep: KnowledgeUpkeep;
  guard: SessionGuard;
  needsTwoPeople: boolean;
}

const tags = ['cards'];

/** A card with its lists weighs more than a message; no draft comes near this. In bytes. */
const largestDraft = 2 * 2 ** 20;

/** The upkeep of cards: what there is, drafts of it, and what citizens are answered from. */
export const cardRoutes: FastifyPluginAsyncZod<Needs> = async (app, { upkeep, guard, needsTwoPeople }) => {
  const { cards, questions, documents } = upkeep;
  const operator = (request: Parameters<SessionGuard['require']>[0]) => guard.require(request, 'operator');

  const list = { schema: { tags, summary: '事项卡', response: { 200: CardList } } };
  app.get('/cards', list, async (request) => {
    await operator(request);
    return { items: await cards.list(), needsTwoPeople };
  });

  const one = { schema: { tags, summary: '一张事项卡', params: byCard, response: { 200: CardDetail } } };
  app.get('/cards/:id', one, async (request) => {
    await operator(request);
    return cards.detail(request.params.id);
  });

  const version = {
    schema: { tags, summary: '事项卡的一版', params: byVersion, response: { 200: CardVersionDetail } },
  };
  app.get('/cards/:id/versions/:version', version, async (request) => {
    await operator(request);
    return cards.version(request.params.id, request.params.version);
  });

  const diff = {
    schema: { tags, summary: '比较两版', params: byCard, querystring: DiffQuery, response: { 200: CardDiff } },
  };
  app.get('/cards/:id/diff', diff, async (request) => {
    await operator(request);
    return cards.diff(request.params.id, request.query.from, request.query.to);
  });

  const asked = {
    schema: { tags, summary: '问到它的问题', params: byCard, querystring: AskedQuery, response: { 200: AskedList } },
  };
  app.get('/cards/:id/questions', asked, async (request) => {
    await operator(request);
    const { id } = request.params;
    const { weeks } = (await questions.count(id)).get(id) ?? questions.none();
    return { ...(await questions.list(id, request.query)), weeks };
  });

  const begin = {
    schema: { tags, summary: '新建草稿', body: NewDraft, response: { 201: DraftsMade } },
  };
  app.post('/cards/drafts', begin, async (request, reply) => {
    const { name } = await operator(request);
    return reply.code(201).send(await beginDrafts(request.body, name));
  });

  const save = {
    schema: { tags, summary: '保存草稿', params: byVersion, body: DraftBody, response: { 200: CardVersionDetail } },
    bodyLimit: largestDraft,
  };
  app.put('/cards/:id/versions/:version', save, async (request) => {
    const { name } = await operator(request);
    const { id, version } = request.params;
    await cards.drafts.save(id, version, { ...request.body, actor: name });
    return cards.version(id, version);
  });

  const discard = {
    schema: { tags, summary: '丢弃草稿', params: byVersion, querystring: RevisionQuery },
  };
  app.delete('/cards/:id/versions/:version', discard, async (request, reply) => {
    const { name } = await operator(request);
    const { id, version } = request.params;
    await cards.drafts.discard(id, version, { ...request.query, actor: name });
    return reply.code(204).send();
  });

  const publish = {
    schema: { tags, summary: '发布', params: byVersion, body: PublishBody, response: { 200: CardDetail } },
  };
  app.post('/cards/:id/versions/:version/publish', publish, async (request) => {
    const { name } = await operator(request);
    const { id, version } = request.params;
    await cards.publication.publish(id, version, { ...request.body, actor: name });
    return cards.detail(id);
  });

  const undo = {
    schema: { tags, summary: '撤销发布', params: byVersion, body: RevisionBody, response: { 200: CardDetail } },
  };
  app.post('/cards/:id/versions/:version/undo', undo, async (request) => {
    const { name } = await operator(request);
    const { id, version } = request.params;
    await cards.publication.undo(id, version, { ...request.body, actor: name });
    return cards.detail(id);
  });

  const withdraw = {
    schema: { tags, summary: '撤下', params: byVersion, body: WithdrawBody, response: { 200: CardDetail } },
  };
  app.post('/cards/:id/versions/:version/withdraw', withdraw, async (request) => {
    const { name } = await operator(request);
    const { id, version } = request.params;
    await cards.publication.withdraw(id, version, { ...request.body, actor: name });
    return cards.detail(id);
  });

  const restore = {
    schema: { tags, summary: '用旧版新建草稿', params: byVersion, response: { 201: CardVersionSummary } },
  };
  app.post('/cards/:id/versions/:version/restore', restore, async (request, reply) => {
    const { name } = await operator(request);
    const { id, version } = request.params;
    const draft = await cards.drafts.fromVersion(id, version, name, 'restored');
    return reply.code(201).send(await cards.version(id, draft.version));
  });

  const trial = {
    schema: { tags, summary: '试答：发布前后比较', params: byVersion, response: { 200: CardTrial } },
  };
  app.post('/cards/:id/versions/:version/trial', trial, async (request) => {
    await operator(request);
    return upkeep.trial(request.params.id, request.params.version);
  });

  async function beginDrafts(body: NewDraft, actor: string): Promise<DraftsMade> {
    if (body.from === 'document') return upkeep.draftFrom(await documents.text(body.docId), actor, body.matters);
    const { card_id, version } =
      body.from === 'blank'
        ? await cards.drafts.begin({ ...body, actor })
        : await cards.drafts.fromVersion(body.cardId, body.version, actor);
    return { drafts: [await cards.version(card_id, version)], skipped: [] };
  }
};
