import { createHash, createHmac } from 'node:crypto';
import { findPersonalData } from '../../language/personal-data/find-personal-data.ts';
import { cleaned } from './collection-words.ts';

export interface Reported {
  /** `phone:…` or `conversation:…`; null when nothing tells who it was. */
  reporter: string | null;
  /** Copies of one text have one hash. */
  textHash: string;
}

/**
 * Who reported, as far as it can be known without keeping who it is: the telephone number that was left, or else the
 * conversation, under the desk's key.
 */
export function reportedBy(ticket: { content: string; conversationId: string | null }, key: Buffer): Reported {
  const { content, conversationId } = ticket;
  const phone = findPersonalData(content).find(({ type }) => type === 'phone');
  const hashed = (kind: string, value: string) =>
    `${kind}:${createHmac('sha256', key).update(`reporter:${kind}:${value}`).digest('base64url').slice(0, 22)}`;
  const number =
    phone &&
    content
      .slice(phone.start, phone.end)
      .replace(/\D/gu, '')
      .replace(/^86(?=1\d{10}$)/u, '');
  return {
    reporter: number
      ? hashed('phone', number)
      : conversationId === null
        ? null
        : hashed('conversation', conversationId),
    textHash: createHash('sha256').update(cleaned(content).replaceAll(' ', '')).digest('base64url').slice(0, 22),
  };
}

/** `repeat`: the same caller again (催办) · `other`: another caller (同诉) · `unknown`: nothing tells. */
export type Relation = 'repeat' | 'other' | 'unknown';

export function relationOf(a: Reported, b: Reported): Relation {
  if (a.reporter === null || b.reporter === null) return 'unknown';
  if (a.reporter === b.reporter) return 'repeat';
  // A new conversation is made by reloading the page: the same words from there prove nobody new.
  return a.textHash === b.textHash && !(isPhone(a) && isPhone(b)) ? 'unknown' : 'other';
}

export interface People {
  /** Distinct people, as far as they can be told apart. */
  people: number;
  /** Reports of which nothing tells who made them; together they count for one person where there is no other. */
  unknownReports: number;
}

/**
 * Counts people, not reports: a telephone number is one person, a conversation is one unless it repeats a text that was
 * already counted. A thousand copies by one caller are one person, from a thousand conversations too.
 */
export function countPeople(reports: readonly Reported[]): People {
  const phones = new Set<string>();
  const seenTexts = new Set<string>();
  const conversations = new Map<string, string[]>();
  let unknownReports = 0;
  for (const report of reports) {
    if (report.reporter === null) unknownReports += 1;
    else if (isPhone(report)) {
      phones.add(report.reporter);
      seenTexts.add(report.textHash);
    } else conversations.set(report.reporter, [...(conversations.get(report.reporter) ?? []), report.textHash]);
  }
  let people = phones.size;
  for (const texts of conversations.values()) {
    if (texts.some((text) => !seenTexts.has(text))) people += 1;
    for (const text of texts) seenTexts.add(text);
  }
  return { people: people === 0 && unknownReports > 0 ? 1 : people, unknownReports };
}

function isPhone({ reporter }: Reported): boolean {
  return reporter?.startsWith('phone:') ?? false;
}
