import { expect, it } from 'vitest';
import { quotedSpans, quotedSpansMissing } from './quoted-spans.ts';

it('finds what stands in corners and curly marks', () => {
  expect(quotedSpans('先点「出生一件事」，再点“申请”，看『进度』；12"屏')).toEqual(['出生一件事', '申请', '进度']);
});

it('lets width, spaces and numerals differ, and no word', () => {
  const source = '在渝快办搜索 出生 一件事，三十日内办结';
  expect(quotedSpansMissing('点「出生一件事」，写着“30日内办结”', [source])).toEqual([]);
  expect(quotedSpansMissing('写着“20日内办结”「死亡一件事」', [source])).toEqual(['20日内办结', '死亡一件事']);
  expect(quotedSpansMissing('「……」', [])).toEqual([]);
});
