import { expect, it } from 'vitest';
import { findEffectiveDays } from './find-effective-days.ts';

it.each([
  ['第三十条 本办法自2024年5月1日起施行。', '2024-05-01', null],
  ['本规定自二〇二四年十二月三十一日起施行，有效期五年。', '2024-12-31', '2029-12-30'],
  ['施行日期：2025-01-15\n正文', '2025-01-15', null],
  ['有效期：2025年3月1日至2027年2月28日', '2025-03-01', '2027-02-28'],
  ['本通知自2025年3月1日起执行，有效期至2026年3月1日。', '2025-03-01', '2026-03-01'],
  ['自 2023 年 10 月 1 日起正式实施。', '2023-10-01', null],
])('reads when a text begins and ends to hold: %s', (text, validFrom, validTo) => {
  expect(findEffectiveDays(text)).toEqual({ validFrom, validTo });
});

it.each([
  ['a day of another document', '《旧办法》自2010年1月1日起施行以来，办件增多。'],
  ['two days that differ', '本办法自2024年5月1日起施行。本办法自2025年5月1日起施行。'],
  ['a day that does not exist', '本办法自2024年2月31日起施行。'],
  ['a term of a certificate', '居住证有效期为1年，每年签注一次。'],
  ['no day', '本办法自发布之日起施行。'],
])('says nothing by %s', (_, text) => {
  expect(findEffectiveDays(text)).toEqual({ validFrom: null, validTo: null });
});
