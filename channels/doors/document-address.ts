import type { FastifyRequest } from 'fastify';
import type { Citation } from '../../assistant/index.ts';

/** The page on which a citation can be read, its passage marked, on the address by which the desk was called. */
export function documentAddress({ protocol, host }: Pick<FastifyRequest, 'protocol' | 'host'>) {
  return ({ docId, start, end }: Pick<Citation, 'docId' | 'start' | 'end'>): string =>
    `${protocol}://${host}/plain/documents/${encodeURIComponent(docId)}?start=${start}&end=${end}#passage`;
}
