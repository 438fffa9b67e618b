import { existsSync } from 'node:fs';
import path from 'node:path';
import fastifyStatic from '@fastify/static';
import type { FastifyPluginAsync } from 'fastify';
import { readableAnywhere } from './readable-anywhere.ts';

/** The pages that `npm run build` made: the city page, the embedding example, the widget's script, the console. */
export const pageRoutes: FastifyPluginAsync<{ folder: string }> = async (app, { folder }) => {
  if (!existsSync(folder)) {
    app.log.warn({ folder }, 'the web pages are not built; run npm run build');
    return;
  }
  await app.register(fastifyStatic, {
    root: folder,
    // Packed by the build, beside each file.
    preCompressed: true,
    // Its own would be written over ours.
    cacheControl: false,
    // Built assets carry a hash in their names; pages and the widget's script keep theirs and are asked for again.
    setHeaders(reply, served) {
      const file = served.replace(/\.(?:br|gz)$/u, '');
      reply.setHeader('vary', 'accept-encoding');
      const lasting = /-[\w-]{8,}\.\w+$/u.test(file);
      reply.setHeader('cache-control', lasting ? 'public, max-age=31536000, immutable' : 'no-cache');
      // A browser checks the integrity of another origin's script only when it may read it.
      if (/[\\/](?:widget(?:-\w+)?\.js|embed\.json)$/u.test(file)) reply.setHeader(...readableAnywhere);
    },
  });
  const consolePage = path.join('console', 'index.html');
  app.get('/console', { schema: { hide: true } }, (_, reply) => reply.redirect('/console/'));
  // Every view of the console is an address; its page finds out which.
  app.get('/console/*', { schema: { hide: true } }, (request, reply) => {
    const asset = path.posix.join('console', (request.params as { '*': string })['*']);
    const isAsset = path.posix.extname(asset) !== '' && existsSync(path.join(folder, asset));
    return reply.sendFile(isAsset ? asset : consolePage);
  });
};
