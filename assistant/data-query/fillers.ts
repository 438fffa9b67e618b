import type { SemanticModel } from '../../knowledge/index.ts';
import { foldText } from './vocabulary.ts';

/** Words that ask, and carry no figure, place, time or measure of their own. Longest first where one begins another. */
const fillers = [
  '帮我查一下', '帮我看一下', '帮我统计一下', '麻烦', '请问一下', '请问', '请帮我', '帮忙', '帮我', '给我', '给出', '我想知道', '我想了解',
  '我想看', '想看看', '想知道', '想了解', '我要', '我想', '请', '查一查', '查一下', '查询', '查看', '查下', '查', '看一下', '看一看', '看看',
  '看', '统计一下', '统计', '分析一下', '分析', '汇总', '展示', '显示', '生成', '列', '算一下', '算', '说说', '说一下', '了解', '知道', '告诉',
  '一下', '下', '分别是多少', '分别有多少', '分别', '各自', '各有多少', '各有', '各是', '多少件', '多少起', '多少次', '多少个', '多少', '有几件',
  '几件', '几个', '几', '是什么', '是啥', '什么', '啥子', '啥', '哪里', '哪些', '哪个', '哪', '谁', '怎么样', '咋样', '如何', '怎样', '情况',
  '数据', '数值', '数字', '数目', '数量', '总数', '总量', '总共', '一共', '共有', '共', '合计', '总体', '总的', '总', '以及', '还有', '并且',
  '并', '和', '与', '及', '或者', '或', '同', '跟', '对', '在', '于', '从', '按照', '按', '由', '被', '把', '将', '让', '给', '为', '是不是',
  '是否', '有没有', '是', '有', '的话', '的', '了', '吗', '呢', '吧', '啊', '呀', '嘛', '哈', '么', '得', '地', '里面', '里', '内', '中',
  '其中', '当中', '之间', '之内', '期间', '时候', '时间段', '时间', '这段', '这个', '这些', '这', '那个', '那些', '那么', '那', '它', '他们',
  '我们', '咱们', '我', '你', '您', '目前', '现在', '当前', '截至', '来', '去', '用', '以', '也', '都', '还', '再', '就', '只', '先', '要',
  '会', '能', '可以', '能不能', '可', '请列', '图表', '图', '做个', '做', '画个', '画', '出', '一个', '个', '件', '起', '次', '条', '位', '名',
  '家', '项', '类', '种', '份', '单', '各个', '各类', '各', '每个', '每', '全部', '所有', '整个', '整体', '范围', '方面', '相关', '有关',
  '关于', '涉及', '属于', '发生', '接到', '收到', '受理', '收', '接', '办理', '办', '反映', '处理', '产生', '出现', '上报', '记录', '登记',
  '群众', '市民', '居民', '老百姓', '重庆市', '重庆', '全市', '市里', '地方', '单位', '对比', '比较', '相比', '比', '较', '之比', '差距', '差别',
  '差异', '差多少', '相差', '换成', '改成', '换', '改', '只看', '仅', '多', '少', '高', '低', '大', '小', '主要', '重点', '集中', '具体',
  '详细', '结果', '报告', '简报', '发现', '通过', '走', '来自', '提交', '接收', '产生', '存在', '到底', '究竟', '大概', '大约', '左右', '变化', '表现', '水平', '程度', '率', '量', '数', '值', '度', '后', '前', '至', '到', '等', '其', '而', '则',
  '倒过来', '反过来', '反着', '颠倒', '告知', '房屋', '住房', '加上', '加入', '算上', '带上', '去掉', '累计', '万人', '亿元', '万元', '性质', '简单', '简单说', '说', '讲', '介绍', '大家', '撤销', '当天', '当日', '当月', '目前为止', '为止', '截止', '有没有', '能不能', '谁家', '每一', '一年', '这里', '那边', '这边', '那里', '嘛', '好多', '好多件', '人们', '那种', '这种',
  '说明', '描述', '判断', '确认', '能否', '求算', '计算', '提供', '具有', '拥有', '达到', '达到了', '位于', '处于', '介于', '区间', '被评定为', '评定为', '评定', '为',
  '对应', '对应的', '所属', '购买', '购得', '买下', '购入', '获取', '获得', '取得', '竞得', '拿', '拿下', '拍卖', '出售', '售出', '卖出', '成交', '成交时', '开发', '详情', '详情如何',
  '它们', '两家', '这两个', '两个', '这两', '各', '时', '怎么', '位', '于', '更', '较', '一块', '一块地', '地', '一家', '还是', '如果', '那么', '需要', '希望', '比较一下', '对比一下', '之中',
  '归', '所有', '由谁', '分列', '列出', '找出', '分别找出', '请找', '找', '求', '给', '一个', '一处', '多大', '多高', '房产', '房子', '状况', '额', '多少数额', '数额', '信息', '提到',
  '不', '没', '未', '已经', '已', '还没', '超', '达', '排', '第', '最', '更', '比例', '问题', '类型', '原因', '号', '天', '日', '月', '年', '周',
]; // biome-ignore format: a list of words

const known = new Set(fillers.map(foldText));
const longest = Math.max(...[...known].map(({ length }) => length));
const punctuation = /[\p{P}\p{S}\s]+/gu;

/**
 * The stretches that still say something: those that cannot be spelt with words that only ask, cut down to what is between
 * such words. Spelling decides, since 「成都市」 holds 都 and yet says something.
 */
export function dropFillers(stretches: readonly string[], model: SemanticModel): string[] {
  const names = new Set(model.subjects.flatMap(({ label, rowUnit }) => [foldText(label), rowUnit]));
  return stretches
    .flatMap((stretch) => stretch.replace(punctuation, ' ').split(' '))
    .filter((stretch) => !canSpell(stretch))
    .map(trim)
    .filter((rest) => rest.length >= 2 && !names.has(rest));
}

function canSpell(stretch: string): boolean {
  const reached = [true];
  for (let end = 1; end <= stretch.length; end++) {
    for (let start = Math.max(0, end - longest); start < end && !reached[end]; start++) {
      reached[end] = reached[start] === true && known.has(stretch.slice(start, end));
    }
  }
  return reached[stretch.length] === true;
}

function trim(stretch: string): string {
  const before = edge(stretch.length, (length) => stretch.slice(0, length));
  const rest = stretch.slice(before);
  const behind = edge(rest.length, (length) => rest.slice(rest.length - length));
  const trimmed = rest.slice(0, rest.length - behind);
  return before + behind === 0 || trimmed.length < 2 ? trimmed : trim(trimmed);
}

/** How long a filler stands at an edge; 0 when none does. */
function edge(available: number, cut: (length: number) => string): number {
  for (let length = Math.min(longest, available); length > 0; length--) if (known.has(cut(length))) return length;
  return 0;
}
