import { expect, it } from 'vitest';
import { officesIn, officesMissing } from './office-names.ts';

it('knows an office by the end of its name, without the words before it', () => {
  expect(officesIn('带上户口簿到渝中区社保服务中心，或者去派出所；向公安局申请')).toEqual(['社保服务中心', '公安局']);
  expect(officesIn('去窗口问')).toEqual([]);
});

it('tells an office that the source names from one that it does not', () => {
  const source = '由户籍地派出所受理；到区医疗保障局窗口办理。';
  expect(officesMissing('到医疗保障局办理', [source])).toEqual([]);
  expect(officesMissing('到公安局办理', [source])).toEqual(['公安局']);
});
