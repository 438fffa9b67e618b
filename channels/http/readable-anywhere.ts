import type { FastifyInstance } from 'fastify';

/**
 * Lets the widget on any page read an answer. Only for what no cookie opens: public documents, and a ticket's progress,
 * which its secret opens.
 */
export const readableAnywhere = ['access-control-allow-origin', '*'] as const;

/** A browser asks before it posts JSON to another origin; these addresses, and no others, answer that it may. */
export function postableAnywhere(app: FastifyInstance, ...urls: readonly string[]): void {
  for (const url of urls)
    app.options(url, { schema: { hide: true } as object }, (_, reply) =>
      reply
        .headers({
          'access-control-allow-origin': '*',
          'access-control-allow-methods': 'POST',
          'access-control-allow-headers': 'content-type, x-yuwen-request',
          'access-control-max-age': '600',
        })
        .code(204)
        .send(),
    );
}
