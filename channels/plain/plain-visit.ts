import { createHmac, randomBytes, timingSafeEqual } from 'node:crypto';

export const plainCookie = 'yuwen_plain';

/** What the browser of a page without script keeps: whose visit it is, and the conversation once it has begun. */
export interface PlainVisit {
  /** Random; nobody but this browser and the desk knows it. */
  visit: string;
  conversation: { conversationId: string; secret: string } | null;
}

export const newVisit = (): PlainVisit => ({ visit: randomBytes(18).toString('base64url'), conversation: null });

export function writeVisit({ visit, conversation }: PlainVisit): string {
  return conversation ? [visit, conversation.conversationId, conversation.secret].join('.') : visit;
}

/** Null for a cookie that is none of ours. */
export function readVisit(cookie: string | undefined): PlainVisit | null {
  const [visit = '', conversationId, secret] = (cookie ?? '').split('.');
  if (!/^[\w-]{24}$/u.test(visit)) return null;
  return { visit, conversation: conversationId && secret ? { conversationId, secret } : null };
}

/** Stands in each form: a page of another site can make the browser send the cookie, but cannot read it. */
export const tokenOf = ({ visit }: PlainVisit): string =>
  createHmac('sha256', visit).update('plain').digest('base64url');

export function isTokenOf(visit: PlainVisit, token: string): boolean {
  const wanted = Buffer.from(tokenOf(visit));
  const given = Buffer.from(token);
  return given.length === wanted.length && timingSafeEqual(given, wanted);
}
