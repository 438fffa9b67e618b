import type { FastifyRequest } from 'fastify';
import type { Citation } from '../../assistant/index.ts';

/** Where the document of a citation can be read, on the address by which the desk was called. */
export function documentAddress({ protocol, host }: Pick<FastifyRequest, 'protocol' | 'host'>) {
  return ({ docId, start, end }: Pick<Citation, 'docId' | 'start' | 'end'>): string =>
    `${protocol}://${host}/api/documents/${encodeURIComponent(docId)}#${start}-${end}`;
}
