import type { CardBody } from './card-body.ts';

/** What somebody has typed into a draft and not saved, and the revision of the draft it was typed upon. */
export interface KeptTyping {
  base: number;
  /** ISO time of the last key. */
  at: string;
  body: CardBody;
  note: string;
}

const keyOf = (draft: string) => `yuwen-console:draft:${draft}`;

/** What this browser keeps for a draft; null for nothing, or for what an older console kept in another shape. */
export function readKept(draft: string): KeptTyping | null {
  try {
    const kept: unknown = JSON.parse(localStorage.getItem(keyOf(draft)) ?? 'null');
    return isKept(kept) ? kept : null;
  } catch {
    return null;
  }
}

/** Keeps it over a reload. @returns false where the browser has no room or keeps nothing. */
export function keep(draft: string, typing: KeptTyping): boolean {
  try {
    localStorage.setItem(keyOf(draft), JSON.stringify(typing));
    return true;
  } catch {
    return false;
  }
}

export const forget = (draft: string): void => localStorage.removeItem(keyOf(draft));

/** Whether two bodies say the same, whatever the order of their fields: the desk orders them in its own way. */
export const saysTheSame = (one: unknown, other: unknown): boolean => toPlain(one) === toPlain(other);

const toPlain = (value: unknown): string =>
  JSON.stringify(value, (_, one: unknown) =>
    one !== null && typeof one === 'object' && !Array.isArray(one)
      ? Object.fromEntries(Object.entries(one).sort(([a], [b]) => (a < b ? -1 : 1)))
      : one,
  );

function isKept(kept: unknown): kept is KeptTyping {
  if (typeof kept !== 'object' || kept === null) return false;
  const { base, at, body, note } = kept as Partial<KeptTyping>;
  const isCard = typeof body === 'object' && body !== null && Array.isArray(body.materials);
  return typeof base === 'number' && typeof at === 'string' && typeof note === 'string' && isCard;
}
