import type { FastifyPluginAsyncZod } from 'fastify-type-provider-zod';
import { z } from 'zod';
import type { DataSource } from '../../assistant/index.ts';
import type { AccountStore } from '../accounts/account-store.ts';
import type { FiguresDesk } from '../data-questions/ask-figures.ts';
import { exportFigures } from '../data-questions/export-figures.ts';
import { DataExportQuery } from './data-question-schemas.ts';
import type { SessionGuard } from './session-guard.ts';

interface Needs {
  figures: FiguresDesk;
  source: DataSource;
  accounts: AccountStore;
  guard: SessionGuard;
  now: () => Date;
}

/** Figures as a file: the plan is run again, so that nothing leaves that the account may not see today. */
export const dataExportRoutes: FastifyPluginAsyncZod<Needs> = async (app, needs) => {
  const { figures, source, accounts, guard, now } = needs;
  const schema = {
    tags: ['data'],
    summary: '把结果导出为 XLSX 或 CSV',
    params: z.object({ messageId: z.string().max(64) }),
    querystring: DataExportQuery,
  };
  app.get('/data-questions/figures/:messageId/export', { schema }, async (request, reply) => {
    const account = await guard.require(request, 'cadre', 'operator');
    const { message, plan } = await figures.planOf(account, request.params.messageId);
    const { format } = request.query;
    const file = await exportFigures(plan, message.text, format, { account, source, now: now() });
    await accounts.audit(account.name, 'data-export', message.conversation_id, {
      messageId: message.id,
      format,
      plan,
      rows: file.rows,
      district: account.district,
    });
    const disposition = `attachment; filename="figures.${format}"; filename*=UTF-8''${encodeURIComponent(file.fileName)}`;
    return reply.header('content-disposition', disposition).type(file.type).send(file.content);
  });
};
