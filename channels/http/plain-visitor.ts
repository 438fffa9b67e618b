import type { FastifyReply, FastifyRequest } from 'fastify';
import { z } from 'zod';
import { isTokenOf, type PlainVisit, plainCookie, readVisit, writeVisit } from '../plain/plain-visit.ts';

const Sent = z.object({
  token: z.string().max(100),
  message: z.string().regex(/^[\w-]{8,64}$/u),
  text: z.string().max(20_000).default(''),
  lang: z.string().max(5).optional(),
});
export type Sent = z.infer<typeof Sent> & { visit: PlainVisit };

const cookieLastsSeconds = 7 * 24 * 3600;

/** Null when the form is none that this browser was given. */
export function sentBy(request: FastifyRequest): Sent | null {
  const visit = readVisit(request.cookies[plainCookie]);
  const read = Sent.safeParse(request.body);
  if (!visit || !read.success || !isTokenOf(visit, read.data.token)) return null;
  return { ...read.data, visit };
}

export function keepVisit(request: FastifyRequest, reply: FastifyReply, visit: PlainVisit): void {
  reply.setCookie(plainCookie, writeVisit(visit), {
    path: '/plain',
    httpOnly: true,
    // Lax: the link from a page that embeds the widget goes on with the conversation; forms of other sites bring nothing.
    sameSite: 'lax',
    secure: request.protocol === 'https',
    maxAge: cookieLastsSeconds,
  });
}

/** Back to the conversation, so that a reload sends nothing again. */
export const backTo = (reply: FastifyReply, { lang }: Pick<Sent, 'lang'>, place: '' | '#newest' | '#person' = '') =>
  reply.redirect(`/plain${lang === 'en' ? '?lang=en' : ''}${place}`, 303);

export const html = (reply: FastifyReply, text: string) =>
  reply.type('text/html; charset=utf-8').header('cache-control', 'no-store').send(text);

export const hide = { schema: { hide: true } };
export const writes = { ...hide, config: { rateLimit: { max: 60, timeWindow: '1 minute' } } };
