import type { FastifyInstance } from 'fastify';
import { RequestError } from './error-handler.ts';

/** Nothing that a page or a program of ours sends lies this deep; what does exhausts the stack of whoever writes it out. */
const deepest = 40;

/** PostgreSQL holds no null character, and UTF-8 has no bytes for half of a surrogate pair: it would be kept as another sign. */
export const isKeepable = (text: string): boolean => !/[\0\p{Cs}]/u.test(text);

/**
 * Whether the record can keep every text of a value as it was sent, names of fields too.
 * @throws RequestError `text_unreadable` or `bad_input`, naming the place
 */
export function requireKeepable(sent: unknown): void {
  const left = [{ value: sent, place: [] as readonly string[] }];
  for (let one = left.pop(); one; one = left.pop()) {
    const { value, place } = one;
    if (typeof value === 'string' && !isKeepable(value)) throw unreadable(place);
    if (typeof value !== 'object' || value === null) continue;
    if (place.length === deepest) throw new RequestError('bad_input', `请求嵌套超过 ${deepest} 层，请检查后重新提交。`);
    for (const [name, inner] of Object.entries(value)) {
      if (!isKeepable(name)) throw unreadable(place);
      left.push({ value: inner, place: [...place, name] });
    }
  }
}

const unreadable = (place: readonly string[]) =>
  new RequestError(
    'text_unreadable',
    `“${place.join('.') || '请求'}”里有存不下来的字符（空字符或不完整的字符），请删去后再提交。`,
  );

/**
 * Refuses what the record cannot keep before any route sees it. Doors whose words are a person's own and are cleaned by
 * `readableText` take the body as it comes and are marked `cleansBody`.
 */
export function refuseUnkeepable(app: FastifyInstance): void {
  app.addHook('preValidation', async ({ params, query, body, routeOptions, url }) => {
    requireKeepable(params);
    requireKeepable(query);
    if (url.startsWith('/api/') && !routeOptions.config.cleansBody) requireKeepable(body);
  });
}

declare module 'fastify' {
  interface FastifyContextConfig {
    /** Each text of the body is read by `readableText`, or checked by itself. */
    cleansBody?: boolean;
  }
}
