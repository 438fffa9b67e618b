import { expect, it } from 'vitest';
import { buildDocx, paragraph, table } from '../testing/build-docx.ts';
import { readDocx } from './read-docx.ts';

const broken = '<w:p><w:r><w:br w:type="page"/></w:r></w:p>';
const rendered = (text: string) => `<w:p><w:r><w:lastRenderedPageBreak/><w:t>${text}</w:t></w:r></w:p>`;
const app = (pages: number) => ({ 'docProps/app.xml': `<Properties><Pages>${pages}</Pages></Properties>` });

/** The first line of each page. */
async function firstLines(body: string, others?: Record<string, string>) {
  const { text, pages } = await readDocx(buildDocx(body, others));
  expect(text).not.toContain('\uE00C');
  return pages?.map((start) => text.slice(start).split('\n')[0]) ?? null;
}

it.each([
  ['page breaks that were written', `${paragraph('一', 1)}${broken}${paragraph('二', 2)}${paragraph('三')}${broken}${paragraph('四')}`, ['# 一', '## 二', '四']],
  ['where Word last broke its pages', `${paragraph('一')}${rendered('二')}${broken}${rendered('三')}`, ['一', '二', '三']],
  ['a table at the top of a page', `${paragraph('一')}${broken}${table([['序号', '名称', '份数'], ['1', '户口簿', '2']])}`, ['一', '序号：1；名称：户口簿；份数：2']],
])('knows the pages of a Word file by %s', async (_, body, lines) => {
  expect(await firstLines(body)).toEqual(lines);
}); // biome-ignore format: a table

it('says no page where the file has more of them than breaks', async () => {
  const body = `${paragraph('一')}${broken}${paragraph('二')}`;
  expect(await firstLines(body, app(7))).toBeNull();
  expect(await firstLines(body, app(2))).toEqual(['一', '二']);
});

it('leaves a file without breaks as it is', async () => {
  expect(await firstLines(paragraph('一'))).toBeNull();
});
