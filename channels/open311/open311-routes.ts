import { createHash } from 'node:crypto';
import formbody from '@fastify/formbody';
import type { FastifyError, FastifyReply, FastifyRequest } from 'fastify';
import type { FastifyPluginAsyncZod } from 'fastify-type-provider-zod';
import { z } from 'zod';
import type { Assistant, TicketDraft } from '../../assistant/index.ts';
import type { Knowledge } from '../../knowledge/index.ts';
import type { AccessKeys } from '../access/access-keys.ts';
import { requireOn, type Switches } from '../access/switches.ts';
import { readClientId } from '../doors/client-id.ts';
import type { Doors } from '../doors/create-doors.ts';
import { createDoorEntrance, type DoorLimit, ordinaryLimit } from '../doors/enter-door.ts';
import { RequestError } from '../http/error-handler.ts';
import { keyedDoorLimit, requireFiling } from '../http/keyed-door.ts';
import { readableAnywhere } from '../http/readable-anywhere.ts';
import { toDiscovery } from './discovery.ts';
import { draftRequest } from './draft-request.ts';
import { sendOpen311Error } from './open311-error.ts';
import { type Format, formats, type Root, readDocumentName, writeOpen311 } from './open311-format.ts';
import { requireCategory, toDefinition, toServices } from './open311-services.ts';
import { toldKinds, toPublicRequest, toPublicUpdate } from './public-request.ts';
import { RequestForm, readRequestForm } from './request-form.ts';
import { jurisdiction, RequestsQuery, readRequestsQuery, readSpan, UpdatesQuery } from './requests-query.ts';
import { noticeOf } from './service-notice.ts';

export interface Open311Needs {
  accessKeys: AccessKeys;
  switches: Switches;
  doors: Doors;
  assistant: Pick<Assistant, 'classify' | 'emergencyIn'>;
  knowledge: Pick<Knowledge, 'catalogue'>;
  now: () => Date;
  limit?: DoorLimit;
}

const tags = ['open311'];
/** The city's website, as the specification suggests; there is only this one, so it may be left out. */
const jurisdictionId = 'cq.gov.cn';
const AnyJurisdiction = z.object(jurisdiction);
const mostUpdates = 1000;

/** Open311 GeoReport v2: kinds of requests, requests and what becomes of them, as JSON and as XML. */
export const open311Routes: FastifyPluginAsyncZod<Open311Needs> = async (
  app,
  { accessKeys, switches, doors, assistant, knowledge, now, limit = ordinaryLimit },
) => {
  const { taxonomy } = knowledge.catalogue;
  const startedAt = now();
  await app.register(formbody);
  app.setErrorHandler<FastifyError>(sendOpen311Error);
  app.setNotFoundHandler((request, reply) => {
    const message = '没有这个地址；有的是 discovery、services、requests 和 servicerequestupdates。';
    return sendOpen311Error(new RequestError('not_found', message) as never, request, reply);
  });
  // Reading needs no key, as the specification has it; the switch closes everything.
  app.addHook('onRequest', async () => requireOn(switches, 'open311'));
  const enter = createDoorEntrance(app as never, {
    switches,
    door: 'open311',
    limit,
    verify: (request) => accessKeys.verifyBearer(bearerOf(request), 'open311'),
  });

  const read = (summary: string, querystring: z.ZodType = AnyJurisdiction) => ({
    schema: { tags, summary, querystring },
  });
  const each = (path: string, route: (path: string, format: Format) => void) => {
    for (const format of formats) route(`${path}.${format}`, format);
    route(path, 'xml');
  };

  each('/discovery', (path, format) =>
    app.get(path, read('有哪些接口和格式'), (request, reply) =>
      send(reply, 'discovery', toDiscovery(request, startedAt), format),
    ),
  );

  each('/services', (path, format) =>
    app.get(path, read('可以反映的事项'), (request, reply) => {
      requireJurisdiction(request.query);
      return send(reply, 'services', toServices(taxonomy), format);
    }),
  );

  app.get('/services/:document', read('一个事项要问的内容'), (request, reply) => {
    requireJurisdiction(request.query);
    const { name, format } = readDocumentName((request.params as { document: string }).document);
    return send(reply, 'service_definition', toDefinition(requireCategory(taxonomy, name)), format);
  });

  each('/requests', (path, format) =>
    app.get(path, read('公开的诉求：经本接口提交的', RequestsQuery), async (request, reply) => {
      const query = request.query as z.infer<typeof RequestsQuery>;
      requireJurisdiction(query);
      const tickets = await doors.open311.list(readRequestsQuery(query, now()));
      return send(reply, 'service_requests', tickets.map(toPublicRequest), format);
    }),
  );

  app.get('/requests/:document', read('一件诉求的进展'), async (request, reply) => {
    requireJurisdiction(request.query);
    const { name, format } = readDocumentName((request.params as { document: string }).document);
    const at = now();
    const one = { numbers: [name], isClosed: null, from: at, to: at, offset: 0, limit: 1 };
    const [ticket] = await doors.open311.list(one);
    if (!ticket) throw new RequestError('not_found', '没有这件诉求；只有经本接口提交的可以在这里查，请核对编号。');
    return send(reply, 'service_requests', [toPublicRequest(ticket)], format);
  });

  each('/servicerequestupdates', (path, format) =>
    app.get(path, read('一段时间里的进展', UpdatesQuery), async (request, reply) => {
      const query = request.query as z.infer<typeof UpdatesQuery>;
      requireJurisdiction(query);
      const updates = await doors.open311.updates({ kinds: toldKinds, ...readSpan(query, now()), limit: mostUpdates });
      return send(reply, 'service_request_updates', updates.map(toPublicUpdate), format);
    }),
  );

  app.get('/tokens/:document', read('本接口当场给出编号，没有 token'), () => {
    throw new RequestError('not_found', '提交时当场给出 service_request_id，没有 token；请用编号查 requests。');
  });

  const posted = { schema: { tags, summary: '提交一件诉求（表单）', body: RequestForm }, config: keyedDoorLimit };
  each('/requests', (path, format) =>
    app.post(path, posted, async (request, reply) => {
      const key = await enter(request);
      requireFiling(key);
      const form = request.body;
      requireJurisdiction(form);
      if (!form.service_code) throw new RequestError('bad_input', '缺少 service_code，请从 services 里选一个。');
      const category = requireCategory(taxonomy, form.service_code);
      const asked = readRequestForm(form, category);
      const draft: TicketDraft = draftRequest(asked, category, { assistant, at: now() });
      const clientId = readClientId(request.headers['idempotency-key']) ?? idOfRepeat(form, now());
      const said = [category.code, asked.content];
      const card = await doors.file({ door: 'open311', keyId: key.id, clientId, said, point: asked.point }, draft);
      const filed = { service_request_id: card.number, service_notice: noticeOf(card), account_id: null };
      return send(reply, 'service_requests', [filed], format);
    }),
  );
};

/** An answer that was lost is asked for again within this. */
const repeatMs = 10 * 60_000;

/**
 * The specification has no id of the client's: the same form within the same ten minutes of the clock is one request.
 * A repeat that falls into the next ten is a second one, as it always was.
 */
function idOfRepeat({ api_key: _, ...form }: RequestForm, at: Date): string {
  const fields = Object.entries(form).sort(([one], [other]) => (one < other ? -1 : 1));
  const digest = createHash('sha256').update(JSON.stringify(fields)).digest('base64url');
  return `form:${Math.floor(at.getTime() / repeatMs)}:${digest}`;
}

function send(reply: FastifyReply, root: Root, content: object, format: Format) {
  const { contentType, text } = writeOpen311(root, content, format);
  return reply
    .header(...readableAnywhere)
    .type(contentType)
    .send(text);
}

/** The key as the specification sends it, among the arguments; or as everybody else does. */
function bearerOf({ body, query, headers }: FastifyRequest): string | undefined {
  const sent = (body as RequestForm).api_key || (query as { api_key?: string }).api_key;
  return sent ? `Bearer ${sent}` : headers.authorization;
}

function requireJurisdiction(asked: unknown): void {
  const { jurisdiction_id: id } = asked as { jurisdiction_id?: string };
  if (id && id !== jurisdictionId)
    throw new RequestError(
      'not_found',
      `没有 jurisdiction_id “${id.slice(0, 40)}”，这里只有 ${jurisdictionId}，可以不填。`,
    );
}
