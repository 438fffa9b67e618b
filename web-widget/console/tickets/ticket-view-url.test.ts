import { describe, expect, it } from 'vitest';
import { firstView, readView, toKept, toKeptSearch, toSearch } from './ticket-view-url.ts';

describe('a view of the ticket list', () => {
  it('comes back from its address as it was', () => {
    const view = {
      ...firstView,
      status: 'assigned',
      district: '渝中区',
      overdue: true,
      page: 3,
      sort: 'due_at' as const,
    };
    expect(readView(toSearch(view))).toEqual(view);
  });

  it('has an empty address when nothing is asked for', () => expect(toSearch(firstView).toString()).toBe(''));

  it.each(['page=-1', 'page=two', 'pageSize=100000', 'sort=number', 'overdue=maybe', 'unknown=1'])(
    'falls back to the default where the address is nonsense: %s',
    (search) => expect(readView(new URLSearchParams(search))).toEqual(firstView),
  );
});

it('is kept under a name by its conditions and order, without the page', () => {
  const view = { ...firstView, overdue: true, unit: '渝中区城市管理局', page: 4, pageSize: 50 };
  expect(toKept(view)).toEqual({ overdue: true, unit: '渝中区城市管理局', sort: 'pressing' });
  expect(readView(toKeptSearch(toKept(view)))).toEqual({ ...view, page: 1, pageSize: 20 });
});
