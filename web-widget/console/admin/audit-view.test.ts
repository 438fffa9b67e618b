import { expect, it } from 'vitest';
import { readAuditView, toAuditFilter, toAuditSearch } from './audit-view.ts';

it('reads a view back from the address it makes', () => {
  const view = {
    actor: 'admin',
    action: 'key-',
    subject: '',
    from: '2026-11-01',
    to: '2026-11-23',
    page: 3,
    pageSize: 50,
  };
  expect(readAuditView(new URLSearchParams(toAuditSearch(view)))).toEqual(view);
});

it('asks for whole days by Chongqing’s clock, the last one included', () => {
  const view = readAuditView(new URLSearchParams('from=2026-11-23&to=2026-11-23'));
  expect(toAuditFilter(view).toString()).toBe(
    new URLSearchParams({ from: '2026-11-22T16:00:00.000Z', before: '2026-11-23T16:00:00.000Z' }).toString(),
  );
});

it.each(['from=yesterday', 'from=2026-13-45', 'page=0', 'page=-1', 'page=1e9', 'size=7', ''])(
  'takes an address out of form (%s) for the latest of everything',
  (search) => {
    const view = readAuditView(new URLSearchParams(search));
    expect(view).toEqual({ actor: '', action: '', subject: '', from: '', to: '', page: 1, pageSize: 20 });
  },
);
