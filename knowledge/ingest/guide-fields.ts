/** The parts of a service guide in the national form (办事指南), as far as a card has a place for them. */
export const guideFields = {
  title: ['事项名称', '服务事项名称', '办理事项名称', '业务名称', '主项名称', '子项名称', '办理项名称', '实施事项名称'],
  aliases: ['事项别名', '别名', '通俗名称', '俗称'],
  type: ['事项类型', '事项类别', '权力类型', '办件类型', '服务类型'],
  audience: ['服务对象', '办理对象', '申请对象', '面向对象', '受理对象', '服务对象类型'],
  lead: ['实施主体', '实施机关', '实施机构', '实施主体名称', '受理机构', '办理机构', '办理单位', '责任单位', '主管部门', '承办机构', '承办单位', '牵头部门', '牵头单位'],
  participants: ['联办机构', '联办单位', '配合部门', '配合单位', '协办单位'],
  components: ['包含事项', '涉及事项', '联办事项', '包含的事项'],
  conditions: ['受理条件', '办理条件', '申请条件', '申请资格', '准入条件', '办理范围', '适用范围', '申办条件'],
  materials: ['申请材料', '申报材料', '办理材料', '提交材料', '材料清单', '所需材料', '申请材料目录', '申请材料清单', '申办材料'],
  steps: ['办理流程', '办事流程', '办理程序', '申办流程', '办理步骤', '审批流程', '办理环节', '申请流程'],
  legalLimit: ['法定办结时限', '法定时限', '法定期限', '法定办理时限'],
  promisedLimit: ['承诺办结时限', '承诺时限', '承诺期限', '承诺办理时限'],
  limit: ['办理时限', '办结时限', '办理期限', '审批时限'],
  fees: ['收费标准', '收费情况', '是否收费', '收费依据及标准', '收费', '收费项目', '办理费用', '收费信息', '收费标准及依据'],
  places: ['办理地点', '受理地点', '窗口地址', '办理窗口', '办事窗口', '办理地址', '受理窗口', '办公地址'],
  hours: ['办理时间', '办公时间', '工作时间', '受理时间', '服务时间', '办理时间及地点', '办理地点和时间'],
  online: ['网上办理', '网上办理地址', '网上办理入口', '办理入口', '网办地址', '在线办理', '线上办理', '办理方式', '办理形式', '办理渠道', '申请方式'],
  phone: ['咨询电话', '咨询方式', '联系电话', '咨询渠道', '咨询服务电话'],
  complaint: ['监督投诉', '监督投诉方式', '监督投诉电话', '投诉电话', '投诉渠道', '监督电话', '监督投诉渠道'],
  results: ['结果名称', '办理结果', '审批结果', '办理结果名称', '证照名称', '结果类型'],
  delivery: ['送达方式', '结果送达', '领取方式', '结果领取方式', '结果送达方式', '送达时限'],
  rules: ['补贴标准', '待遇标准', '发放标准', '数量限制', '办理标准', '注意事项', '温馨提示'],
  visits: ['到办事现场次数', '跑动次数', '到现场次数', '最多跑一次'],
  legal: ['设定依据', '法律依据', '办理依据', '实施依据', '依据', '政策依据', '法定依据'],
  faqs: ['常见问题', '常见问题解答', '常见问答', '问答', '常见问题及解答'],
} as const; // biome-ignore format: a table of names
export type GuideField = keyof typeof guideFields;

const fieldOf = new Map(
  Object.entries(guideFields).flatMap(([field, names]) => names.map((name) => [name as string, field as GuideField])),
);

/** What stands before a name: marks of headings and lists, 一、 （一） 1. （1） ①, an opening bracket. */
const before =
  /^(?:#{1,6}\s+|[-•●■◆★▲]\s*)*(?:第?[一二三四五六七八九十]{1,3}[、.．]\s*|[（(][一二三四五六七八九十\d]{1,3}[）)]\s*[、.．]?\s*|\d{1,2}(?:\.\d{1,2})*[、.．\s]\s*|[①-⑳]\s*)?[【［[]?\s*/u;

/** The field a name says, spaces, brackets and a note in parentheses left out: 「五、申请材料（共 3 项）」. */
export function fieldNamed(name: string): GuideField | null {
  const bare = name
    .replace(before, '')
    .replace(/[】］\]]?\s*[:：]?\s*$/u, '')
    .replace(/[（(][^（）()]*[）)]$/u, '')
    .replace(/\s+/gu, '');
  return fieldOf.get(bare) ?? null;
}

/** A field that a line begins, and where in the line what it says begins. */
export interface FieldStart {
  field: GuideField;
  /** As the guide writes it. */
  name: string;
  valueStart: number;
}

/** A line that is a field's name, or begins with one and a colon; null for every other line. */
export function readFieldStart(line: string): FieldStart | null {
  const colon = /^[^:：]{2,24}[】］\]]?\s*[:：]/u.exec(line);
  const named = colon ? line.slice(0, colon[0].length) : line;
  if (named.length > 30) return null;
  const field = fieldNamed(named);
  if (field === null) return null;
  const name = named.replace(before, '').replace(/[】］\]\s:：]+$/u, '');
  return { field, name, valueStart: colon ? colon[0].length : line.length };
}
