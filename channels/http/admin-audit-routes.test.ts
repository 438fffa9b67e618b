import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { openTestDesk, type TestDesk } from '../testing/open-test-desk.ts';
import type { AuditPage } from './admin-types.ts';

let desk: TestDesk;
let admin: Awaited<ReturnType<TestDesk['as']>>;
beforeAll(async () => {
  desk = await openTestDesk();
  admin = await desk.as('admin');
});
afterAll(() => desk.close());

const get = async (url: string) => (await admin('GET', url)).body as unknown as AuditPage;

describe('the audit', () => {
  beforeAll(async () => {
    const { accounts } = desk.desk.services;
    for (let line = 0; line < 5; line++) await accounts.audit('=HYPERLINK("x")', 'probe-one', `P-${line}`, { line });
    await accounts.audit('somebody', 'probe-two', 'P-9');
  });

  it('is filtered by who, what, on what and when, and read page by page', async () => {
    const page = (query: string) => get(`/api/admin/audit?action=probe-&${query}`);
    const subjects = ({ items }: AuditPage) => items.map(({ subject }) => subject);
    expect(await page('pageSize=4')).toMatchObject({ total: 6 });
    expect(subjects(await page('pageSize=4'))).toEqual(['P-9', 'P-4', 'P-3', 'P-2']);
    expect(subjects(await page('pageSize=4&page=2'))).toEqual(['P-1', 'P-0']);
    expect(subjects(await page('actor=some'))).toEqual(['P-9']);
    expect(subjects(await page('subject=P-3'))).toEqual(['P-3']);
    expect(subjects(await page('subject=%25'))).toEqual([]); // a beginning, not a pattern
    expect(await page(`before=${encodeURIComponent('2020-01-01T00:00:00+08:00')}`)).toEqual({ items: [], total: 0 });
    expect((await page(`from=${encodeURIComponent('2020-01-01T00:00:00+08:00')}`)).total).toBe(6);
  });

  it('is taken along without formulas, and that is audited', async () => {
    const session = await desk.desk.services.accounts.logIn('admin', 'a password for tests');
    const file = await desk.server.inject({
      method: 'GET',
      url: '/api/admin/audit.csv?action=probe-',
      cookies: { yuwen_session: session!.token },
    });
    expect(file.headers['content-disposition']).toMatch(/^attachment; filename="audit-\d{4}-\d\d-\d\d\.csv"/u);
    const lines = file.body.trim().split('\r\n');
    expect(lines).toHaveLength(7);
    expect(lines[2]).toContain(`"'=HYPERLINK(""x"")"`);
    expect((await get('/api/admin/audit?subject=audit')).items[0]).toMatchObject({
      actor: 'admin',
      action: 'audit-export',
      detail: { rows: 6 },
    });
  });
});
