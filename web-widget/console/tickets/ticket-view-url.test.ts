import { describe, expect, it } from 'vitest';
import { firstView, readView, toSearch } from './ticket-view-url.ts';

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
