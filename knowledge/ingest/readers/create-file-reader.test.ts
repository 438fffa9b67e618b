import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { buildDocx, docxLinks, docxParts, linkOutside, paragraph, table } from '../testing/build-docx.ts';
import { buildPdf, type PrintedLine } from '../testing/build-pdf.ts';
import { type BuiltReader, buildReader } from '../testing/build-reader.ts';
import { buildXlsx } from '../testing/build-xlsx.ts';
import { buildZip } from '../testing/build-zip.ts';
import { createFileReader, type FileReaderOptions } from './create-file-reader.ts';

let reader: BuiltReader;
beforeAll(async () => {
  reader = await buildReader();
});
afterAll(() => reader.remove());

const read = (name: string, bytes: Uint8Array, options: FileReaderOptions = {}) =>
  createFileReader({ ...options, program: reader.program })(name, bytes);
const refusal = (name: string, bytes: Uint8Array, options?: FileReaderOptions) =>
  read(name, bytes, options).then(
    () => 'read',
    (error) => error.code,
  );

describe('a file in order', () => {
  it('gives the headings, paragraphs, lists and tables of a Word file', async () => {
    const rows = [['序号', '材料', '份数'], ['1', '身份证', '1'], ['2', '申请表', '2']]; // biome-ignore format: a table
    const body = [
      paragraph('居住证办理指南', 1),
      paragraph('一、受理条件', 2),
      paragraph('居住半年以上。'),
      table(rows),
      table([['办理地点', '派出所']]),
    ];
    expect((await read('guide.docx', buildDocx(body.join('')))).text).toBe(
      '# 居住证办理指南\n## 一、受理条件\n居住半年以上。\n序号：1；材料：身份证；份数：1\n序号：2；材料：申请表；份数：2\n\n办理地点：派出所\n',
    );
  });

  it('gives the rows of a workbook under the names of their columns', async () => {
    const bytes = buildXlsx({ 窗口: [['办事窗口一览'], ['窗口', '电话'], ['公积金', '023-1'], ['社保', '023-2']] }); // biome-ignore format: a table
    expect((await read('desks.xlsx', bytes)).text).toBe(
      '# 窗口\n办事窗口一览\n窗口：公积金；电话：023-1\n窗口：社保；电话：023-2\n',
    );
  });

  it('gives what a web page says, without menus and scripts, in the encoding it names', async () => {
    const head = Buffer.from('<meta charset="gb2312"><title>');
    const gbk = Buffer.from('d6d8c7ec', 'hex'); // 重庆
    const body = Buffer.from('</title><nav>x</nav><script>1</script><h2>A</h2><p>B &amp; <b>C</b><ul><li>D<li>E</ul>');
    expect(await read('page.html', Buffer.concat([head, gbk, body]))).toMatchObject({
      title: '重庆',
      text: '## A\nB & C\n- D\n- E\n',
    });
  });

  it('gives the text of a PDF as paragraphs under headings, knows its pages and leaves page numbers out', async () => {
    const longLine = '缆车每日八时开行逢雨雪大风停运乘客须听从工作人员的安排';
    const page = (number: number, text: string): PrintedLine[] => [
      { text: '索道公司文件', y: 810 },
      { text: `— ${number} —`, y: 30, x: 290 },
      { text, y: 700 },
    ];
    const first = [
      ...page(1, longLine),
      { text: '缆车须知', size: 22, y: 750 },
      { text: '并保管好随身的物品。', y: 680 },
    ];
    const { text, pages } = await read('cable.pdf', buildPdf([first, page(2, '票价二十元。'), page(3, '完。')]));
    expect(text).toBe(`# 缆车须知\n${longLine}并保管好随身的物品。\n票价二十元。\n完。\n`);
    expect(pages!.map((start) => text.slice(start, start + 2))).toEqual(['# ', '票价', '完。']);
  });

  it('says which pages of a PDF are pictures of text', async () => {
    const bytes = buildPdf([[{ text: '第一页有二十多个字的正文，不是扫描出来的图像。', y: 700 }], 'scan', []]);
    expect((await read('mixed.pdf', bytes)).scannedPages).toEqual([2]);
  });
});

describe('a file that is broken or means harm', () => {
  const docx = buildDocx(paragraph('正文'));
  const pdf = buildPdf([[{ text: '正文', y: 700 }]]);
  const garbage = Buffer.from(Array.from({ length: 4096 }, (_, index) => (index * 7919) % 251));
  const encryptedOffice = Buffer.concat([
    Buffer.from('d0cf11e0a1b11ae1', 'hex'),
    garbage,
    Buffer.from('EncryptedPackage', 'utf16le'),
  ]);
  const bomb = { 'word/media/zeros.xml': Buffer.alloc(64 * 2 ** 20) };
  const entities = `<!DOCTYPE x [<!ENTITY a "ha"><!ENTITY b "&a;&a;&a;&a;">]>`;
  const outside = `<!DOCTYPE x [<!ENTITY a SYSTEM "file:///etc/passwd">]>`;
  const within = (declaration: string) => ({ 'word/footnotes.xml': `<?xml version="1.0"?>${declaration}<x>&a;</x>` });
  const linked = (kind: string) => ({
    'word/_rels/document.xml.rels': docxLinks(linkOutside(kind, 'file:///etc/passwd')),
  });

  it.each([
    ['a Word file cut off', 'a.docx', docx.subarray(0, docx.length - 40), 'damaged'],
    ['a Word file of garbage', 'a.docx', garbage, 'damaged'],
    ['a Word file of nothing', 'a.docx', Buffer.alloc(0), 'damaged'],
    ['a ZIP that is no Word file', 'a.docx', buildZip({ 'a.txt': 'a' }), 'damaged'],
    ['a Word file with a wrong byte', 'a.docx', withWrongByte(docx), 'damaged'],
    ['a Word file under a password', 'a.docx', encryptedOffice, 'encrypted'],
    ['a ZIP under a password', 'a.docx', buildZip(docxParts('x'), { flags: 1 }), 'encrypted'],
    ['an old Word file', 'a.docx', encryptedOffice.subarray(0, 4000), 'type_not_read'],
    ['a bomb of ZIP', 'a.docx', buildDocx(paragraph('正文'), bomb as never), 'unpacks_too_large'],
    ['a bomb of ZIP as a workbook', 'a.xlsx', buildZip({ 'xl/workbook.xml': '', ...bomb }), 'unpacks_too_large'],
    ['a bomb of XML', 'a.docx', buildDocx(paragraph('正文'), within(entities)), 'xml_unsafe'],
    ['an entity that names a file', 'a.docx', buildDocx(paragraph('正文'), within(outside)), 'xml_unsafe'],
    ['the same in UTF-16', 'a.docx', buildDocx('', { 'word/a.xml': Buffer.from(outside, 'utf16le') as never }), 'xml_unsafe'],
    ['a picture that is a local file', 'a.docx', buildDocx(paragraph('正文'), linked('image')), 'links_outside'],
    ['a part that is a local file', 'a.docx', buildDocx(paragraph('正文'), linked('subDocument')), 'links_outside'],
    ['a workbook of garbage', 'a.xlsx', garbage, 'damaged'],
    ['a workbook cut off', 'a.xlsx', buildXlsx({ a: [['b']] }).subarray(0, 900), 'damaged'],
    ['a PDF cut off', 'a.pdf', pdf.subarray(0, 800), 'damaged'],
    ['a PDF of garbage', 'a.pdf', garbage, 'damaged'],
    ['a PDF of garbage between its ends', 'a.pdf', Buffer.concat([Buffer.from('%PDF-1.7\n'), garbage, Buffer.from('%%EOF')]), 'damaged'],
    ['a PDF under a password', 'a.pdf', buildPdf([[]], { extra: encryption }), 'encrypted'],
    ['a PDF of 10,000 pages', 'a.pdf', buildPdf(Array.from({ length: 10_000 }, () => [])), 'too_many_pages'],
    ['a page that shows a local file', 'a.html', Buffer.from('<p>正文<iframe src="file:///etc/passwd">'), 'links_outside'],
    ['a page that is nothing but depth', 'a.html', Buffer.from('<div>'.repeat(200_000)), 'damaged'],
    ['a page with entities of its own', 'a.html', Buffer.from(`${outside}<p>&a;`), 'xml_unsafe'],
    ['a page in another encoding than it names', 'a.html', Buffer.from('d6d8', 'hex'), 'encoding_not_utf8'],
    ['a text of garbage', 'a.txt', garbage, 'not_text'],
    ['another kind', 'a.exe', garbage, 'type_not_read'],
  ])('is refused: %s', async (_, name, bytes, code) => {
    expect(await refusal(name, bytes)).toBe(code);
  }); // biome-ignore format: a table

  it('passes over links that hold nothing of the text', async () => {
    const bytes = buildDocx(paragraph('正文'), linked('hyperlink'));
    expect((await read('a.docx', bytes)).text).toBe('正文\n');
  });

  it('is ended past its memory', async () => {
    const farCell = { a: [['a']], far: 'XFD1048576' };
    expect(await refusal('a.xlsx', buildXlsx({ a: farCell.a }, { farCell: farCell.far }))).toBe('memory_exceeded');
  });

  it('is ended past its time', async () => {
    expect(await refusal('a.txt', Buffer.from('正文'), { timeoutMs: 1 })).toBe('took_too_long');
  });

  it('cannot reach other files of the machine, whatever its libraries try', async () => {
    const program = await reader.probe();
    const error = await createFileReader({ program })('a.txt', Buffer.from('x')).catch((error) => error);
    expect(error).toMatchObject({ code: 'reader_failed' });
    expect(error.cause.message).toContain('ERR_ACCESS_DENIED');
  });
});

/** The standard security handler with keys that no empty password opens. */
const encryption = `/Encrypt << /Filter /Standard /V 1 /R 2 /P -4 /O <${'ab'.repeat(32)}> /U <${'cd'.repeat(32)}> >> /ID [<00> <00>]`;

function withWrongByte(bytes: Buffer): Buffer {
  const wrong = Buffer.from(bytes);
  const at = wrong.indexOf('word/document.xml') + 'word/document.xml'.length + 30;
  wrong[at] = wrong[at]! ^ 0xff;
  return wrong;
}
