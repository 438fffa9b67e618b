import { execFileSync, spawnSync } from 'node:child_process';
import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { buildDocx, paragraph, table } from '../../knowledge/ingest/testing/build-docx.ts';
import { buildPdf } from '../../knowledge/ingest/testing/build-pdf.ts';

/** Synthetic guides: the offices, matters, places and figures are invented for tests. */
export interface GuideMatter {
  title: string;
  lead: string;
  conditions: string[];
  /** Name, form, copies, where it comes from, when it is needed. */
  materials: [name: string, form: string, copies: string, from: string, needed: string][];
  steps: string[];
  legalLimit: string;
  promisedLimit: string;
  fee: string;
  place: string;
  hours: string;
  phone: string;
  result: string;
  basis: string;
  faq: [question: string, answer: string];
}

const subjects = [
  '索道年票办理', '河滩垂钓证办理', '渔船泊位登记', '缆车广告位备案', '梯坎扶手认养登记', '老茶馆挂牌申报', '龙舟队伍备案', '江滩露营地预约登记',
  '黄葛树认养登记', '防空洞茶室租用登记', '社区晒场使用登记', '桥洞画廊布展备案', '盘山步道志愿巡护登记', '火锅底料作坊参观预约', '非遗川江号子传承人登记', '码头棚屋拆改备案',
  '屋顶菜园备案', '夜航观景船包船登记', '轻轨涂装征集报名', '山城步行邮路体验登记',
] as const; // biome-ignore format: a list of invented matters

/** Twenty invented matters; the first is named and figured as tests ask for it. */
export const guideMatters: readonly GuideMatter[] = subjects.map((title, at) => ({
  title,
  lead: `江湾${title.slice(0, 2)}管理所`,
  conditions: [`年满十八周岁的本市居民可以申请${title}`, '没有正在处理的违约记录'],
  materials: [
    ['居民身份证', '原件', '1', '公安机关', '必要'],
    [`${title}申请表`, '电子', '1', '申请人自备', '必要'],
    ['授权委托书', '原件', '1', '申请人自备', '委托他人办理的需要'],
  ],
  steps: ['在窗口或网上提交申请', '管理所核对材料', `制作并送达${title.slice(0, 4)}凭证`],
  legalLimit: `${20 + at}个工作日`,
  promisedLimit: `${3 + at}个工作日`,
  fee: `每年 ${150 + at * 10} 元`,
  place: `江湾区滨河路 ${at + 1} 号 2 楼 ${at + 3} 号窗口`,
  hours: '周一至周五 9:00—17:00',
  phone: `023-0000${String(at + 1).padStart(4, '0')}`,
  result: `${title.slice(0, 4)}凭证`,
  basis: `《江湾区${title.slice(0, 4)}管理办法》第${'一二三四五六七八九十'[at % 10]}条`,
  faq: [`${title.slice(0, 4)}凭证丢了怎么办？`, '可以到原窗口补办一次，不另收费'],
}));

const pageBreak = '<w:p><w:r><w:br w:type="page"/></w:r></w:p>';

/** A Word file of forty pages in the national form: for each matter a page of its form and materials, and one of the way through. */
export function guideDocx(matters: readonly GuideMatter[] = guideMatters): Buffer {
  const pages = matters.flatMap((matter, at) => [firstPage(matter, at), secondPage(matter)]);
  return buildDocx([paragraph('江湾区政务服务办事指南（合成样例）', 1), pages.join(pageBreak)].join(''));
}

function firstPage(matter: GuideMatter, at: number): string {
  const rows = [
    ['事项名称', matter.title, '实施主体', matter.lead],
    ['法定办结时限', matter.legalLimit, '承诺办结时限', matter.promisedLimit],
  ];
  const materials = [['序号', '材料名称', '材料形式', '份数', '来源渠道', '必要性']];
  for (const [index, material] of matter.materials.entries()) materials.push([String(index + 1), ...material]);
  return [
    paragraph(`第${at + 1}项 ${matter.title}`, 2),
    table(rows),
    paragraph('受理条件', 3),
    ...matter.conditions.map((text, index) => paragraph(`${index + 1}. ${text}`)),
    paragraph('申请材料', 3),
    table(materials),
  ].join('');
}

function secondPage(matter: GuideMatter): string {
  const [question, answer] = matter.faq;
  return [
    paragraph('办理流程', 3),
    ...matter.steps.map((text, index) => paragraph(`${index + 1}. ${text}`)),
    paragraph('收费标准', 3),
    paragraph(matter.fee),
    paragraph('办理地点', 3),
    paragraph(matter.place),
    paragraph(`办理时间：${matter.hours}`),
    paragraph(`咨询电话：${matter.phone}`),
    paragraph(`结果名称：${matter.result}`),
    paragraph('设定依据', 3),
    paragraph(matter.basis),
    paragraph('常见问题', 3),
    paragraph(`问：${question}答：${answer}`),
    paragraph('行使层级', 3),
    paragraph('区县级'),
  ].join('');
}

/** What a scan shows, page by page and line by line. */
export const scannedPages: readonly (readonly string[])[] = [
  ['事项名称：渡口月票办理', '实施主体：江湾渡口管理所', '一、受理条件', '1. 经常乘坐渡船的居民', '二、申请材料', '1. 居民身份证原件'],
  ['三、承诺办结时限：4个工作日', '四、收费标准：每月 36 元', '五、办理地点：江湾渡口 2 号窗口', '六、办理时间：周一至周五 8:30—17:30'],
]; // biome-ignore format: two pages

/** Whether this machine can read scans, and make one: poppler's programs and tesseract with Chinese. */
export const canReadScans = (): boolean =>
  spawnSync('pdftoppm', ['-v']).status === 0 &&
  /^chi_sim$/mu.test(spawnSync('tesseract', ['--list-langs'], { encoding: 'utf8' }).stdout ?? '');

/** A PDF of pictures of printed pages, 150 dots an inch; needs `pdftoppm`. */
export async function scannedPdf(pages = scannedPages): Promise<Buffer> {
  const folder = await mkdtemp(path.join(tmpdir(), 'yuwen-scan-'));
  try {
    const printed = pages.map((lines) => lines.map((text, at) => ({ text, size: 16, y: 740 - at * 40 })));
    await writeFile(path.join(folder, 'printed.pdf'), buildPdf(printed));
    const size = ['-scale-to-x', '1240', '-scale-to-y', '1754'];
    execFileSync('pdftoppm', ['-jpeg', ...size, 'printed.pdf', 'page'], { cwd: folder });
    const pictures = await Promise.all(pages.map((_, at) => readFile(path.join(folder, `page-${at + 1}.jpg`))));
    return buildPdf(pictures.map((jpeg) => ({ jpeg, width: 1240, height: 1754 })));
  } finally {
    await rm(folder, { recursive: true });
  }
}
