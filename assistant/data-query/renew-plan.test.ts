import { expect, it } from 'vitest';
import { renewPlan } from './renew-plan.ts';
import { dataQuery } from './testing/builders.ts';

const november = new Date('2026-11-23T12:00:00+08:00');
const february = new Date('2027-02-10T12:00:00+08:00');

it.each([
  ['上个月', '2026-10-01', '2026-10-31', '2027-01-01', '2027-01-31'],
  ['今年以来', '2026-01-01', '2026-11-23', '2027-01-01', '2027-02-10'],
  ['2026年9月', '2026-09-01', '2026-09-30', '2026-09-01', '2026-09-30'],
  ['去年同期', '2025-10-01', '2025-10-31', '2025-10-01', '2025-10-31'], // its words alone do not say which
  [null, '2026-11-01', '2026-11-23', '2027-02-01', '2027-02-10'], // the month to date
  [null, '2025-12-01', '2026-11-23', '2026-03-01', '2027-02-10'], // twelve months
  [null, '2026-10-01', '2026-10-31', '2027-01-01', '2027-01-31'], // the last month that had ended
  [null, '2026-07-01', '2026-09-30', '2026-10-01', '2026-12-31'], // the last quarter that had ended
])('reads the window 「%s」 of November (%s to %s) anew in February', (said, from, to, newFrom, newTo) => {
  const { window } = renewPlan(dataQuery({ window: { from, to, said } }), november, february);
  expect(window).toEqual({ from: newFrom, to: newTo, said });
});

it('moves the stretch of time that the figures are compared with too', () => {
  const plan = dataQuery({
    window: { from: '2026-10-01', to: '2026-10-31', said: '上个月' },
    comparison: { with: 'window', window: { from: '2025-01-01', to: '2025-12-31', said: '去年' } },
  });
  expect(renewPlan(plan, november, february).comparison).toEqual({
    with: 'window',
    window: { from: '2026-01-01', to: '2026-12-31', said: '去年' },
  });
});
