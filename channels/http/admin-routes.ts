import type { FastifyPluginAsyncZod } from 'fastify-type-provider-zod';
import { z } from 'zod';
import type { AccessKey } from '../access/access-key.ts';
import type { AccessKeys } from '../access/access-keys.ts';
import { surfaceNames } from '../access/surface.ts';
import type { Switches } from '../access/switches.ts';
import { fewestDays, mostDays } from '../retention/kept-kinds.ts';
import type { Retention } from '../retention/retention.ts';
import {
  IssuedKey,
  KeptKind,
  KeyList,
  type ListedKey,
  NewKeyBody,
  ReasonBody,
  RetentionBody,
  RetentionList,
  RetentionPreview,
  RetentionQuery,
  SwitchBody,
  SwitchList,
} from './admin-types.ts';
import { readReason } from './read-reason.ts';
import { readableText } from './readable-text.ts';
import type { SessionGuard } from './session-guard.ts';

interface Needs {
  accessKeys: AccessKeys;
  switches: Switches;
  retention: Retention;
  guard: SessionGuard;
}

const tags = ['admin'];

/** Keys of other systems, switches of surfaces, and how long things are kept. Each change gives the whole list as it is now. */
export const adminRoutes: FastifyPluginAsyncZod<Needs> = async (app, { accessKeys, switches, retention, guard }) => {
  const keys = async () => ({ items: (await accessKeys.list()).map(toListed) });

  app.get('/admin/keys', { schema: { tags, summary: '访问密钥', response: { 200: KeyList } } }, async (request) => {
    await guard.require(request, 'administrator');
    return keys();
  });

  const issue = { schema: { tags, summary: '签发访问密钥', body: NewKeyBody, response: { 200: IssuedKey } } };
  app.post('/admin/keys', issue, async (request) => {
    const { name: by } = await guard.require(request, 'administrator');
    const name = readableText(request.body.name);
    const { id, secret } = await accessKeys.issue({ ...request.body, name, by });
    return { id, secret, token: `${id}.${secret}` };
  });

  const byId = z.object({ id: z.string().regex(/^[\w-]{1,64}$/u) });
  const revoke = { tags, summary: '停用访问密钥', params: byId, body: ReasonBody, response: { 200: KeyList } };
  app.post('/admin/keys/:id/revocation', { schema: revoke }, async (request) => {
    const { name: by } = await guard.require(request, 'administrator');
    await accessKeys.revoke(request.params.id, readReason(request.body.reason), by);
    return keys();
  });

  const states = () => ({
    items: switches.all().map(({ changed, ...state }) => ({ ...state, changed: toChanged(changed) })),
  });

  const shown = { schema: { tags, summary: '各入口的开关', response: { 200: SwitchList } } };
  app.get('/admin/switches', shown, async (request) => {
    await guard.require(request, 'administrator');
    return states();
  });

  const bySurface = z.object({ surface: z.enum(surfaceNames) });
  const turn = {
    tags,
    summary: '打开或关闭一个入口',
    params: bySurface,
    body: SwitchBody,
    response: { 200: SwitchList },
  };
  app.post('/admin/switches/:surface', { schema: turn }, async (request) => {
    const { name: actor } = await guard.require(request, 'administrator');
    const { on, reason } = request.body;
    await switches.set(request.params.surface, on, { actor, reason: readReason(reason) });
    return states();
  });

  const kept = async () => {
    const settings = await retention.settings();
    const items = settings.map(({ changed, ...setting }) => ({ ...setting, changed: toChanged(changed) }));
    return { items, fewestDays, mostDays };
  };

  const terms = { schema: { tags, summary: '各类数据保存多久', response: { 200: RetentionList } } };
  app.get('/admin/retention', terms, async (request) => {
    await guard.require(request, 'administrator');
    return kept();
  });

  const byKind = z.object({ kind: KeptKind });
  const preview = {
    schema: {
      tags,
      summary: '改成这个期限，今晚会删除多少',
      params: byKind,
      querystring: RetentionQuery,
      response: { 200: RetentionPreview },
    },
  };
  app.get('/admin/retention/:kind/preview', preview, async (request) => {
    await guard.require(request, 'administrator');
    const { kind } = request.params;
    const { days } = request.query;
    const { rows, oldest } = await retention.preview(kind, days);
    return { kind, days, rows, oldest: oldest?.toISOString() ?? null };
  });

  const set = { tags, summary: '改变保存期限', params: byKind, body: RetentionBody, response: { 200: RetentionList } };
  app.post('/admin/retention/:kind', { schema: set }, async (request) => {
    const { name: actor } = await guard.require(request, 'administrator');
    const { days, reason } = request.body;
    await retention.set(request.params.kind, days, { actor, reason: readReason(reason) });
    return kept();
  });
};

type Change = { at: Date; by: string; reason: string } | null;
const toChanged = (change: Change) => change && { ...change, at: change.at.toISOString() };

function toListed({ createdAt, lastUsedAt, doors, revoked, ...key }: AccessKey): ListedKey {
  return {
    ...key,
    doors: [...doors],
    createdAt: createdAt?.toISOString() ?? null,
    lastUsedAt: lastUsedAt?.toISOString() ?? null,
    revoked: toChanged(revoked),
  };
}
