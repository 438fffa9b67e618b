/** What of the audit is shown; every view is an address. */
export interface AuditView {
  actor: string;
  action: string;
  subject: string;
  /** Days in Chongqing, `2026-11-23`; empty for no bound. */
  from: string;
  to: string;
  page: number;
  pageSize: number;
}

export const auditPageSizes = [20, 50, 100] as const;
const dayMs = 86_400_000;

const isDay = (text: string | null): text is string =>
  /^\d{4}-\d{2}-\d{2}$/u.test(text ?? '') && !Number.isNaN(Date.parse(`${text}T00:00:00+08:00`));

export function readAuditView(search: URLSearchParams): AuditView {
  const text = (name: string) => (search.get(name) ?? '').slice(0, 80);
  const [from, to, page] = [search.get('from'), search.get('to'), Number(search.get('page') ?? 1)];
  return {
    actor: text('actor'),
    action: text('action'),
    subject: text('subject'),
    from: isDay(from) ? from : '',
    to: isDay(to) ? to : '',
    page: Number.isInteger(page) && page >= 1 && page <= 10_000 ? page : 1,
    pageSize: auditPageSizes.find((size) => String(size) === search.get('size')) ?? 20,
  };
}

export function toAuditSearch({ page, pageSize, ...texts }: AuditView): Record<string, string> {
  return {
    ...Object.fromEntries(Object.entries(texts).filter(([, value]) => value !== '')),
    ...(page > 1 && { page: String(page) }),
    ...(pageSize !== 20 && { size: String(pageSize) }),
  };
}

/** What the desk is asked: from the beginning of the first day up to the end of the last, by Chongqing's clock. */
export function toAuditFilter({ actor, action, subject, from, to }: AuditView): URLSearchParams {
  const midnight = (day: string) => Date.parse(`${day}T00:00:00+08:00`);
  const bounds = {
    from: from && new Date(midnight(from)).toISOString(),
    before: to && new Date(midnight(to) + dayMs).toISOString(),
  };
  const given = Object.entries({ actor, action, subject, ...bounds }).filter(([, value]) => value.trim() !== '');
  return new URLSearchParams(given);
}
