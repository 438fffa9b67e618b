import cookie from '@fastify/cookie';
import helmet from '@fastify/helmet';
import rateLimit from '@fastify/rate-limit';
import swagger from '@fastify/swagger';
import swaggerUi from '@fastify/swagger-ui';
import Fastify, { type FastifyBaseLogger, type FastifyInstance } from 'fastify';
import {
  jsonSchemaTransform,
  serializerCompiler,
  validatorCompiler,
  type ZodTypeProvider,
} from 'fastify-type-provider-zod';
import { requireOn } from './access/switches.ts';
import { adminAccountRoutes } from './http/admin-account-routes.ts';
import { adminAuditRoutes } from './http/admin-audit-routes.ts';
import { adminRoutes } from './http/admin-routes.ts';
import { createAdmitCaller } from './http/admit-caller.ts';
import { cardRoutes } from './http/card-routes.ts';
import { dataExportRoutes } from './http/data-export-routes.ts';
import { dataQuestionRoutes } from './http/data-question-routes.ts';
import { dataSavedRoutes } from './http/data-saved-routes.ts';
import { dataSetRoutes } from './http/data-set-routes.ts';
import { documentRoutes } from './http/document-routes.ts';
import { documentUpkeepRoutes } from './http/document-upkeep-routes.ts';
import { registerErrorHandler } from './http/error-handler.ts';
import { evalCaseRoutes } from './http/eval-case-routes.ts';
import { evalOverviewRoutes } from './http/eval-overview-routes.ts';
import { evalRoutes } from './http/eval-routes.ts';
import { handOverRoutes } from './http/hand-over-routes.ts';
import { healthRoutes } from './http/health-routes.ts';
import { hotlineRoutes } from './http/hotline-routes.ts';
import { incidentRoutes } from './http/incident-routes.ts';
import { matterRoutes } from './http/matter-routes.ts';
import { pageRoutes } from './http/page-routes.ts';
import { photographRoutes } from './http/photograph-routes.ts';
import { plainRoutes } from './http/plain-routes.ts';
import { qualityRoutes } from './http/quality-routes.ts';
import { ratesRoutes } from './http/rates-routes.ts';
import { refuseUnkeepable } from './http/refuse-unkeepable.ts';
import { reviewRoutes } from './http/review-routes.ts';
import { createSessionGuard, refuseForeignWrites } from './http/session-guard.ts';
import { sessionRoutes } from './http/session-routes.ts';
import { ticketProgressRoutes } from './http/ticket-progress-routes.ts';
import { ticketRoutes } from './http/ticket-routes.ts';
import { ticketViewRoutes } from './http/ticket-view-routes.ts';
import { triageRoutes } from './http/triage-routes.ts';
import { workplaceRoutes } from './http/workplace-routes.ts';
import { createLog } from './log.ts';
import { mcpRoutes } from './mcp/mcp-routes.ts';
import { open311Routes } from './open311/open311-routes.ts';
import { openaiRoutes } from './openai/openai-routes.ts';
import { createTakeTurns } from './photographs/take-turns.ts';
import type { Services } from './services.ts';

/** The HTTP server with every route, not yet listening. */
export async function buildServer(services: Services): Promise<FastifyInstance> {
  const { config } = services;
  const app = Fastify({
    loggerInstance: createLog(config.log.level) as FastifyBaseLogger,
    // Larger than any text that is taken, small enough that nobody fills the memory with one request.
    bodyLimit: 64 * 1024,
    forceCloseConnections: true,
    // Ten seconds, the default, are too few for a machine that starts much else at the same time.
    pluginTimeout: 120_000,
    // A TLS proxy on the same machine says how the request came in; nobody else is believed.
    trustProxy: 'loopback',
  }).withTypeProvider<ZodTypeProvider>();
  app.setValidatorCompiler(validatorCompiler);
  app.setSerializerCompiler(serializerCompiler);
  registerErrorHandler(app);
  await app.register(cookie);
  await app.register(helmet, contentPolicy(config.http.embedOrigins));
  await app.register(rateLimit, { max: 600, timeWindow: '1 minute', allowList: isPagePart });
  await app.register(swagger, { openapi: { info: apiInfo }, transform: jsonSchemaTransform });
  await app.register(swaggerUi, { routePrefix: '/docs', staticCSP: true });
  refuseForeignWrites(app);
  refuseUnkeepable(app);

  const guard = createSessionGuard(services.accounts);
  await app.register(healthRoutes, services);
  await app.register(
    async (api) => {
      await api.register(sessionRoutes, { ...services, guard });
      await api.register(documentRoutes, services);
      await api.register(documentUpkeepRoutes, { ...services, guard });
      await api.register(cardRoutes, { ...services, guard, needsTwoPeople: config.cards.needTwoPeople });
      await api.register(matterRoutes, services);
      await api.register(ticketRoutes, { ...services, guard });
      await api.register(incidentRoutes, { ...services, guard });
      await api.register(photographRoutes, { ...services, guard, drawing: createTakeTurns(2) });
      await api.register(ticketProgressRoutes, services);
      await api.register(triageRoutes, { ...services, guard });
      await api.register(ratesRoutes, { ...services, guard });
      await api.register(ticketViewRoutes, { ...services, guard });
      await api.register(workplaceRoutes, { ...services, guard });
      await api.register(adminRoutes, { ...services, guard });
      await api.register(adminAccountRoutes, { ...services, guard });
      await api.register(adminAuditRoutes, { ...services, guard });
      const asked = { ...services, source: services.dataSource, guard };
      await api.register(async (data) => {
        data.addHook('onRequest', async () => requireOn(services.switches, 'data_questions'));
        await data.register(dataQuestionRoutes, { ...asked, model: services.dataSource.model });
        await data.register(dataExportRoutes, asked);
        await data.register(dataSavedRoutes, asked);
      });
      const judged = { ...services, runner: services.evalRunner, guard };
      await api.register(evalRoutes, judged);
      await api.register(evalCaseRoutes, judged);
      await api.register(evalOverviewRoutes, judged);
      await api.register(dataSetRoutes, judged);
      await api.register(reviewRoutes, judged);
      await api.register(qualityRoutes, judged);
      await api.register(handOverRoutes, { ...services, guard });
      await api.register(hotlineRoutes, { ...services, guard, admit: createAdmitCaller(services) });
    },
    { prefix: '/api' },
  );
  await app.register(openaiRoutes, { ...services, prefix: '/v1' });
  await app.register(open311Routes, { ...services, prefix: '/open311/v2' });
  await app.register(mcpRoutes, services);
  await app.register(plainRoutes, services);
  await app.register(pageRoutes, config.web);
  return app as unknown as FastifyInstance;
}

/** Pages and their parts do not count: an office behind one address opens dozens of files with every page. */
const isPagePart = ({ method, url }: { method: string; url: string }) =>
  method === 'GET' && /^\/(?:console\/.*|[\w-]+\.(?:html|js|css|svg))?(?:\?|$)/u.test(url);

const apiInfo = {
  title: '渝问 Yuwen',
  version: '0.1.0',
  description: '政务服务台接口。写操作需要登录，并带上标头 x-yuwen-request: 1。',
};

/** The widget's script is for other sites; everything else is for our own pages, which run no inline script. */
function contentPolicy(embedOrigins: readonly string[]) {
  return {
    contentSecurityPolicy: {
      directives: {
        defaultSrc: ["'self'"],
        scriptSrc: ["'self'"],
        styleSrc: ["'self'"],
        imgSrc: ["'self'", 'data:'],
        connectSrc: ["'self'", 'ws:', 'wss:'],
        frameAncestors: ["'self'", ...embedOrigins],
        // The desk runs behind a TLS proxy or on localhost; upgrading would break the latter.
        upgradeInsecureRequests: null,
      },
    },
    crossOriginResourcePolicy: { policy: 'cross-origin' as const },
  };
}
