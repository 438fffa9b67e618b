import type { Material } from '../catalogue/matter-card.ts';

type Form = Material['forms'][number];

/** What a guide says of a material. `forms` is empty where it does not say: a reviewer decides, nothing is guessed. */
export interface ReadMaterial {
  name: string;
  forms: Form[];
  copies?: number;
  issuer?: string;
  replaceable: Material['replaceable'];
  needed?: string;
  note?: string;
}

/** Columns of a table of materials, as guides call them. */
const columns = {
  name: /^(?:材料名称|名称|申请材料名称|申请材料)$/u,
  forms: /^(?:材料形式|形式|材料类型|类型|介质|提交形式|材料介质|原件\/复印件|原件或复印件|材料要求|纸质\/电子|规格)$/u,
  copies: /^(?:份数|数量|材料份数|纸质份数|原件份数|份数（份）|数量（份数）)$/u,
  issuer: /^(?:出具单位|来源渠道|材料来源|来源|出具部门|出具机构)$/u,
  needed: /^(?:必要性|是否必需|是否必要|材料必要性|提交条件|适用情形)$/u,
  note: /^(?:备注|填报须知|要求|说明|受理标准|其他要求)$/u,
  shared: /^(?:是否免提交|免提交|电子证照|是否支持电子证照|共享情况|可否共享)$/u,
  skip: /^(?:序号|编号|材料编号|空表下载|样表|示例样表|下载)$/u,
} as const;

/** A line of a list, 「居民户口簿（原件1份，公安机关出具）」, or a row of a table, 「材料名称：居民户口簿；份数：1」. */
export function readMaterial(line: string): ReadMaterial | null {
  const cells = readCells(line);
  if (cells) return fromCells(cells);
  const text = line.replace(/[；;。，,、]+$/u, '').trim();
  return text === '' || text.length > 160 ? null : fromWords(text, text);
}

type Cells = Partial<Record<keyof typeof columns, string>>;

function readCells(line: string): Cells | null {
  const cells: Cells = {};
  let last: keyof typeof columns | null = null;
  for (const piece of line.split(/；|\s\|\s/u)) {
    const [, label = '', value = ''] = /^([^：]{1,12})：(.*)$/su.exec(piece.trim()) ?? [];
    const column = (Object.keys(columns) as (keyof typeof columns)[]).find((key) => columns[key].test(label));
    if (column) cells[column] = value.trim();
    else if (last) cells[last] += `；${piece.trim()}`;
    else return null;
    last = column ?? last;
  }
  return cells.name ? cells : null;
}

function fromCells({ name = '', forms = '', copies = '', issuer, needed, note, shared = '' }: Cells): ReadMaterial {
  const words = fromWords(name, [name, forms, copies].join(' '));
  const number = /^\D*(\d{1,2})\D*$/u.exec(copies)?.[1];
  return {
    ...words,
    ...(number !== undefined && Number(number) > 0 ? { copies: Number(number) } : {}),
    ...(issuer && !ownMaking.test(issuer) ? { issuer } : {}),
    ...(needed && !/^(?:必要|必需|是|必须|必备)$/u.test(needed)
      ? { needed: needed.replace(/(?:时)?(?:需要|提供|提交)$/u, '') }
      : {}),
    ...(note && !empty.test(note) ? { note } : {}),
    ...(/^(?:是|支持|可共享|免提交|可)$/u.test(shared) ? { replaceable: 'yes' as const } : {}),
  };
}

const ownMaking = /^(?:申请人自备|申请人|自备|自行准备|其他|无|\/|-)$/u;
const empty = /^(?:无|\/|-|—)$/u;
const digits: Record<string, number> = { 一: 1, 二: 2, 两: 2, 三: 3, 四: 4, 五: 5 };

function fromWords(named: string, said: string): ReadMaterial {
  const [, condition, rest = named] =
    /^([^（(]{2,20}?的)[，,]?(?:还?(?:需|应|须|应当)?(?:要)?)?(?:提供|提交|出具|携带)(.+)$/u.exec(named) ?? [];
  const counts = [...said.matchAll(/(\d{1,2}|[一二两三四五])\s*份/gu)].map(
    ([, count = '']) => digits[count] ?? Number(count),
  );
  const issuer = /(?:由)?([^（），,；;、由]{2,20}?)(?:出具|开具|签发|核发)/u.exec(said)?.[1];
  const note = /[（(](.+)[）)]/u.exec(said)?.[1];
  const isPlain =
    note === undefined ||
    /^(?:原件|复印件|电子(?:版|证照)|及|和|或|各|\d{1,2}|[一二两三四五]|份|，|、|\s)+$/u.test(note);
  return {
    name: nameOf(rest),
    forms: formsOf(said),
    ...(counts.length === 1 && counts[0]! > 0 ? { copies: counts[0]! } : {}),
    ...(issuer ? { issuer } : {}),
    replaceable: replaceableOf(said),
    ...(condition ? { needed: condition } : {}),
    // What was not understood whole stays to be read: two counts, a requirement.
    ...((!isPlain || counts.length > 1) && note ? { note } : {}),
  };
}

function nameOf(words: string): string {
  return words
    .replace(/[（(][^（）()]*[）)]/gu, '')
    .replace(/(?:的)?(?:原件(?:及|和|、|与|或)?|复印件|电子版|正本|副本)+(?:各)?/gu, '')
    .replace(/[，,]?\s*(?:各)?(?:\d{1,2}|[一二两三四五])\s*份.*$/u, '')
    .replace(/[；;。，,、：:\s]+$/u, '')
    .trim();
}

function formsOf(said: string): Form[] {
  const forms: Form[] = [];
  if (/原件|正本/u.test(said)) forms.push('original');
  if (/复印件|影印件/u.test(said)) forms.push('copy');
  if (/电子(?:证照|版|件|材料|文档)?|数据共享|扫描件/u.test(said)) forms.push('electronic');
  if (/填写|填报|申请表|登记表|申报表|审批表/u.test(said)) forms.push('filled');
  if (/签字|签名|签章|承诺书/u.test(said)) forms.push('signed');
  return forms;
}

function replaceableOf(said: string): Material['replaceable'] {
  if (!/免(?:于)?(?:提交|交|带)|不再提交|数据共享/u.test(said)) return 'no';
  return /部分|可以通过|能够.*的|符合.*的/u.test(said) ? 'partly' : 'yes';
}
