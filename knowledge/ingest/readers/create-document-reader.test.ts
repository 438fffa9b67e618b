import { execFileSync, spawnSync } from 'node:child_process';
import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { buildPdf, type PrintedPage } from '../testing/build-pdf.ts';
import { type BuiltReader, buildReader } from '../testing/build-reader.ts';
import { createDocumentReader } from './create-document-reader.ts';
import { createPageRecognizer, type RecognizePages } from './recognize-pages.ts';

let reader: BuiltReader;
beforeAll(async () => {
  reader = await buildReader();
});
afterAll(() => reader.remove());

const read = (pdf: Buffer, recognize: RecognizePages) =>
  createDocumentReader({ program: reader.program, recognize })('/docs/scan.pdf', pdf);

const printed: PrintedPage = [{ text: '第一页是打印出来的正文，一共有二十多个字在里面。', y: 700 }];

it('puts what was recognised in the place of its page', async () => {
  const asked: number[][] = [];
  const recognize: RecognizePages = async (_, pages) => {
    asked.push([...pages]);
    return pages.map((page) => `第${page}页的图像`);
  };
  const { text, pages } = await read(buildPdf(['scan', printed, 'scan', printed]), recognize);
  expect(asked).toEqual([[1, 3]]);
  expect(
    pages!.map((start, index) =>
      text
        .slice(start, pages![index + 1])
        .slice(0, 6)
        .trim(),
    ),
  ).toEqual(['第1页的图像', '第一页是打印', '第3页的图像', '第一页是打印']);
});

it.each([
  ['poppler-utils', { pdftoppm: '/no/such/program', tesseract: 'true' }],
  ['tesseract-ocr-chi-sim', { pdftoppm: 'true', tesseract: 'true' }],
  ['tesseract-ocr', { pdftoppm: 'true', tesseract: '/no/such/program' }],
])('says which pages are scans and that %s is missing to read them', async (missing, programs) => {
  await expect(read(buildPdf([printed, 'scan']), createPageRecognizer(programs))).rejects.toMatchObject({
    code: 'ocr_unavailable',
    message: expect.stringMatching(new RegExp(`第 2 页.*${missing}`, 'u')),
  });
});

const canRecognize = () =>
  spawnSync('pdftoppm', ['-v']).status === 0 &&
  /^chi_sim$/mu.test(spawnSync('tesseract', ['--list-langs'], { encoding: 'utf8' }).stdout ?? '');

it.skipIf(!canRecognize())('reads a scan of a printed page where the programs are there', async () => {
  const lines = ['事项名称：居住证首次申领', '办理时限：十五个工作日。'];
  const recognized = await read(await scanOf(lines), createPageRecognizer());
  expect(recognized.text).toBe(`${lines.join('\n')}\n`);
});

it.skipIf(!canRecognize())('says when nothing can be recognised in a scan', async () => {
  await expect(read(buildPdf(['scan']), createPageRecognizer())).rejects.toMatchObject({ code: 'ocr_failed' });
});

/** Prints the lines on a page and takes a picture of it, 150 dots an inch. */
async function scanOf(lines: readonly string[]): Promise<Buffer> {
  const folder = await mkdtemp(path.join(tmpdir(), 'scan-'));
  try {
    const page = lines.map((text, index) => ({ text, size: 16, y: 700 - index * 40 }));
    await writeFile(path.join(folder, 'printed.pdf'), buildPdf([page]));
    execFileSync('pdftoppm', ['-jpeg', '-scale-to-x', '1240', '-scale-to-y', '1754', '-singlefile', 'printed.pdf', 'page'], { cwd: folder }); // biome-ignore format: one command
    return buildPdf([{ jpeg: await readFile(path.join(folder, 'page.jpg')), width: 1240, height: 1754 }]);
  } finally {
    await rm(folder, { recursive: true });
  }
}
