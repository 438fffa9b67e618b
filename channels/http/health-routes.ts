import type { FastifyPluginAsyncZod } from 'fastify-type-provider-zod';
import { Counter, collectDefaultMetrics, Histogram, Registry } from 'prom-client';
import { z } from 'zod';

const Health = z.object({ ok: z.boolean() });

/** Whether the process lives, whether it can serve, and its figures for Prometheus. */
export const healthRoutes: FastifyPluginAsyncZod<{ isReady: () => Promise<boolean> }> = async (app, { isReady }) => {
  const registry = new Registry();
  collectDefaultMetrics({ register: registry });
  const requests = new Counter({
    name: 'yuwen_http_requests_total',
    help: 'Requests by route and status',
    labelNames: ['route', 'status'],
    registers: [registry],
  });
  const seconds = new Histogram({
    name: 'yuwen_http_request_seconds',
    help: 'Time to answer a request, in seconds',
    labelNames: ['route'],
    buckets: [0.005, 0.02, 0.05, 0.1, 0.3, 1, 3],
    registers: [registry],
  });
  app.addHook('onResponse', async (request, reply) => {
    const route = request.routeOptions.url ?? 'unknown';
    requests.inc({ route, status: reply.statusCode });
    seconds.observe({ route }, reply.elapsedTime / 1000);
  });

  const schema = { tags: ['health'], response: { 200: Health, 503: Health } };
  app.get('/healthz', { schema }, async () => ({ ok: true }));
  app.get('/api/health', { schema }, async () => ({ ok: true }));
  app.get('/readyz', { schema }, async (_, reply) => {
    const ok = await isReady();
    return reply.code(ok ? 200 : 503).send({ ok });
  });
  app.get('/metrics', { schema: { hide: true } }, async (_, reply) =>
    reply.type(registry.contentType).send(await registry.metrics()),
  );
};

// Its hook counts the requests of the whole server, so it is not wrapped in a scope of its own.
Object.assign(healthRoutes, { [Symbol.for('skip-override')]: true });
