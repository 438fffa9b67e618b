import { expect, it } from 'vitest';
import { fillDays, toPlacesOption } from './incident-options.ts';

it('fills the days between reports with zero, over the end of a month', () =>
  expect(
    fillDays([
      { day: '2026-10-30', tickets: 2 },
      { day: '2026-11-02', tickets: 5 },
    ]),
  ).toEqual([
    { day: '2026-10-30', tickets: 2 },
    { day: '2026-10-31', tickets: 0 },
    { day: '2026-11-01', tickets: 0 },
    { day: '2026-11-02', tickets: 5 },
  ]));

it('leaves a trend of years as it is', () => {
  const years = [
    { day: '2020-01-01', tickets: 1 },
    { day: '2026-01-01', tickets: 1 },
  ];
  expect(fillDays(years)).toEqual(years);
});

it('draws the place with the most tickets on top', () => {
  const option = toPlacesOption(
    [
      { name: '渝中区', tickets: 9 },
      { name: '万州区', tickets: 2 },
    ],
    '工单',
  );
  expect(option.yAxis).toEqual({ type: 'category', data: ['万州区', '渝中区'] });
});
