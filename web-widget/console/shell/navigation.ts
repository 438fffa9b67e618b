import type { Account } from '../../../channels/http/api-types.ts';

type Role = Account['role'];

export const pages = ['tickets', 'knowledge', 'data', 'evals', 'calls', 'chats', 'admin'] as const;
export type PageName = (typeof pages)[number];

/** Which pages a role works with; the desk itself decides what it may read and do there. */
const pagesOf: Record<Role, readonly PageName[]> = {
  hotline_operator: ['calls', 'chats', 'tickets'],
  unit_handler: ['tickets'],
  cadre: ['data'],
  operator: ['evals', 'knowledge', 'data', 'tickets'],
  administrator: ['tickets', 'knowledge', 'data', 'evals', 'calls', 'chats', 'admin'],
};

/** Addresses beside its own that belong to a page: what is worked at there is the same. */
const alsoAt: Partial<Record<PageName, readonly string[]>> = { tickets: ['/triage', '/incidents', '/rates'] };

export const isWithin = (page: PageName, path: string) =>
  [pathOf(page), ...(alsoAt[page] ?? [])].some((own) => path === own || path.startsWith(`${own}/`));

export const pathOf = (page: PageName) => `/${page}`;
export const pagesFor = (role: Role) => pagesOf[role];
export const homeOf = (role: Role) => pathOf(pagesOf[role][0] ?? 'tickets');
