import { expect, it } from 'vitest';
import { toRecognizedText } from './to-recognized-text.ts';

it('takes away the spaces between Chinese characters and keeps those between Latin words', () => {
  expect(toRecognizedText('办 理 时 限 : 15 个 工 作 日\n联系 Window No 3')).toBe(
    '办理时限：15个工作日\n联系Window No 3',
  );
});

it('joins lines that the margin broke, and no others', () => {
  const full = '申请人应当如实提交有关材料并对其申请材料实质内容的真实性';
  expect(toRecognizedText(`${full}\n负责。\n\n收费标准：不收费\n办理地点：派出所\n`)).toBe(
    `${full}负责。\n收费标准：不收费\n办理地点：派出所`,
  );
  expect(toRecognizedText(`${full}\n办理时限：五日`)).toBe(`${full}\n办理时限：五日`);
});
