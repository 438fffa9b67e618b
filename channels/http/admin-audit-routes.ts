import type { FastifyPluginAsyncZod } from 'fastify-type-provider-zod';
import type { z } from 'zod';
import type { AccountStore } from '../accounts/account-store.ts';
import type { AuditFilter, AuditReader, AuditRow } from '../accounts/audit-reader.ts';
import { toCsv } from '../data-questions/to-csv.ts';
import { AuditExportQuery, type AuditLine, AuditPage, AuditQuery } from './admin-types.ts';
import { RequestError } from './error-handler.ts';
import type { SessionGuard } from './session-guard.ts';

interface Needs {
  auditReader: AuditReader;
  accounts: AccountStore;
  guard: SessionGuard;
  now: () => Date;
}

const tags = ['admin'];

/** What one file takes: it is made in memory, and a spreadsheet opens it. */
const mostExported = 50_000;

/** Who did what and when. Whoever takes it along is in it. */
export const adminAuditRoutes: FastifyPluginAsyncZod<Needs> = async (app, { auditReader, accounts, guard, now }) => {
  const read = { schema: { tags, summary: '操作记录', querystring: AuditQuery, response: { 200: AuditPage } } };
  app.get('/admin/audit', read, async (request) => {
    await guard.require(request, 'administrator');
    const { page, pageSize, ...query } = request.query;
    const filter = toFilter(query);
    const [total, rows] = await Promise.all([
      auditReader.count(filter),
      auditReader.lines(filter, { offset: (page - 1) * pageSize, limit: pageSize }),
    ]);
    return { total, items: rows.map(toLine) };
  });

  const take = { schema: { tags, summary: '导出操作记录（CSV）', querystring: AuditExportQuery } };
  app.get('/admin/audit.csv', take, async (request, reply) => {
    const { name } = await guard.require(request, 'administrator');
    const filter = toFilter(request.query);
    const rows = await auditReader.lines(filter, { offset: 0, limit: mostExported + 1 });
    if (rows.length > mostExported)
      throw new RequestError('data_too_large', `记录超过 ${mostExported} 行，请缩小时间范围后分几次导出。`);
    await accounts.audit(name, 'audit-export', 'audit', { ...request.query, rows: rows.length });
    const day = now().toISOString().slice(0, 10);
    return reply
      .header('content-disposition', `attachment; filename="audit-${day}.csv"; filename*=UTF-8''audit-${day}.csv`)
      .type('text/csv; charset=utf-8')
      .send(toCsv({ columns, rows: rows.map((row) => ({ ...toLine(row), detail: JSON.stringify(row.detail) })) }));
  });
};

const columns = [
  { name: 'at', label: '时间' },
  { name: 'actor', label: '谁' },
  { name: 'action', label: '做了什么' },
  { name: 'subject', label: '对什么' },
  { name: 'detail', label: '详情' },
];

function toFilter({ from, before, ...texts }: z.infer<typeof AuditExportQuery>): AuditFilter {
  return { ...texts, from: from ? new Date(from) : undefined, before: before ? new Date(before) : undefined };
}

function toLine({ id, at, actor, action, subject, detail }: AuditRow): AuditLine {
  return { id, at: at.toISOString(), actor, action, subject, detail };
}
