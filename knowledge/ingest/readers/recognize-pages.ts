import { execFile } from 'node:child_process';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { promisify } from 'node:util';
import { IngestError } from '../ingest-error.ts';
import { toRecognizedText } from './to-recognized-text.ts';

const run = promisify(execFile);

export interface RecognizerPrograms {
  /** Of poppler: draws a page. */
  pdftoppm: string;
  /** Reads a picture; its Chinese is a package of its own. */
  tesseract: string;
}

/** The text of scanned pages of a PDF, in their order. Throws an `IngestError`. */
export type RecognizePages = (pdf: Uint8Array, pages: readonly number[]) => Promise<string[]>;

/** Some seconds each: more belongs overnight, in parts. */
const mostScannedPages = 200;

/** Both programs draw what the file says; a page as large as a house must not take the memory of one. In pixels. */
const longestSide = 2_800;

const eachTimeoutMs = 60_000;
const mostOutputBytes = 2 ** 20;

/** Reads scans with the programs of the machine; where one is missing, it is said which. */
export function createPageRecognizer(
  programs: RecognizerPrograms = { pdftoppm: 'pdftoppm', tesseract: 'tesseract' },
): RecognizePages {
  return async (pdf, pages) => {
    if (pages.length > mostScannedPages)
      throw new IngestError(
        'too_many_pages',
        `有 ${pages.length} 页扫描图像，超过 ${mostScannedPages} 页；请拆成几份。`,
      );
    await checkPrograms(programs, pages);
    const folder = await mkdtemp(path.join(tmpdir(), 'yuwen-scan-'));
    try {
      await writeFile(path.join(folder, 'scan.pdf'), pdf);
      const texts: string[] = [];
      for (const page of pages) texts.push(await recognizePage(programs, folder, page));
      if (texts.every((text) => text === ''))
        throw new IngestError('ocr_failed', '扫描图像里认不出文字；请换一份更清楚的扫描件，或带文字的 PDF。');
      return texts;
    } finally {
      await rm(folder, { recursive: true, force: true });
    }
  };
}

async function checkPrograms({ pdftoppm, tesseract }: RecognizerPrograms, pages: readonly number[]): Promise<void> {
  const [drawing, reading] = await Promise.allSettled([run(pdftoppm, ['-v']), run(tesseract, ['--list-langs'])]);
  const missing = [
    ...(drawing.status === 'rejected' ? ['poppler-utils'] : []),
    ...(reading.status === 'rejected' ? ['tesseract-ocr'] : []),
    ...(reading.status === 'rejected' || !/^chi_sim$/mu.test(reading.value.stdout) ? ['tesseract-ocr-chi-sim'] : []),
  ];
  if (missing.length === 0) return;
  const which = pages.length > 5 ? `${pages.slice(0, 5).join('、')} 等 ${pages.length}` : pages.join('、');
  throw new IngestError(
    'ocr_unavailable',
    `第 ${which} 页是扫描图像，而这台机器没有文字识别程序；请安装 ${missing.join('、')}，或换成带文字的 PDF 后再导入。`,
  );
}

async function recognizePage(
  { pdftoppm, tesseract }: RecognizerPrograms,
  folder: string,
  page: number,
): Promise<string> {
  const limits = { cwd: folder, timeout: eachTimeoutMs, killSignal: 'SIGKILL', maxBuffer: mostOutputBytes } as const;
  const only = ['-f', `${page}`, '-l', `${page}`, '-singlefile'];
  try {
    await run(pdftoppm, [...only, '-gray', '-png', '-scale-to', `${longestSide}`, 'scan.pdf', 'page'], limits);
    const env = { PATH: process.env.PATH, TESSDATA_PREFIX: process.env.TESSDATA_PREFIX, OMP_THREAD_LIMIT: '1' };
    const { stdout } = await run(tesseract, ['page.png', '-', '-l', 'chi_sim', '--psm', '3'], { ...limits, env });
    return toRecognizedText(stdout);
  } catch (cause) {
    if ((cause as { killed?: boolean }).killed)
      throw new IngestError('took_too_long', `第 ${page} 页识别了太久，已停止；请换一份更清楚的扫描件。`, { cause });
    throw new IngestError('ocr_failed', `第 ${page} 页识别不出来；请换一份扫描件，或带文字的 PDF。`, { cause });
  }
}
