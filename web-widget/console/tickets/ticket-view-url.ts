/** What the list shows. It lives in the address, so that every view can be bookmarked and sent to a colleague. */
export interface TicketView {
  status: string;
  urgency: string;
  unit: string;
  tier: string;
  purpose: string;
  district: string;
  category: string;
  q: string;
  overdue: boolean;
  page: number;
  pageSize: number;
  sort: TicketSort;
}

export const ticketSorts = ['pressing', '-filed_at', 'filed_at', 'due_at', '-due_at'] as const;
export type TicketSort = (typeof ticketSorts)[number];
export const pageSizes = [20, 50, 100] as const;

export const firstView: TicketView = {
  status: '', urgency: '', unit: '', tier: '', purpose: '', district: '', category: '', q: '', overdue: false, page: 1,
  pageSize: 20, sort: 'pressing',
}; // biome-ignore format: the view without conditions at a glance

/** Reads an address that anyone may have typed: what is not a view's becomes the default. */
export function readView(search: URLSearchParams): TicketView {
  const text = (name: string) => (search.get(name) ?? '').slice(0, 100);
  const page = Number(search.get('page'));
  const pageSize = pageSizes.find((size) => size === Number(search.get('pageSize')));
  const sort = ticketSorts.find((name) => name === search.get('sort'));
  return {
    status: text('status'),
    urgency: text('urgency'),
    unit: text('unit'),
    tier: text('tier'),
    purpose: text('purpose'),
    district: text('district'),
    category: text('category'),
    q: text('q'),
    overdue: search.get('overdue') === 'true',
    page: Number.isInteger(page) && page > 0 ? page : 1,
    pageSize: pageSize ?? firstView.pageSize,
    sort: sort ?? firstView.sort,
  };
}

/** The address of a view, without what is as it always is. */
export function toSearch(view: TicketView): URLSearchParams {
  const search = new URLSearchParams();
  for (const [name, value] of Object.entries(view))
    if (value !== firstView[name as keyof TicketView]) search.set(name, String(value));
  return search;
}

/** What of a view is worth keeping under a name: its conditions and its order, not the page one was on. */
export function toKept({ page, pageSize, ...view }: TicketView): Record<string, string | boolean> {
  return Object.fromEntries(Object.entries(view).filter(([, value]) => value !== '' && value !== false));
}

/** The address of a view that was kept. */
export function toKeptSearch(kept: Record<string, unknown>): URLSearchParams {
  const known = Object.entries(kept).filter(([name, value]) => name in firstView && value !== undefined);
  return toSearch({ ...firstView, ...Object.fromEntries(known) });
}
