import { type Purpose, purposes } from '../../knowledge/index.ts';

interface Cue {
  pattern: RegExp;
  /** How much one occurrence says; an explicit word (我要举报) outweighs any tone. */
  weight: number;
}

// Read from strong to weak. A question mark alone says little: complaints are full of angry questions.
const cues: Record<Purpose, Cue[]> = {
  咨询: [
    { pattern: /请问|咨询|想问|问一下|问一哈|了解一下/gu, weight: 2 },
    { pattern: /(?:怎么|啷个|如何|哪里|在哪|哪个部门)[^，。！？]{0,6}(?:办理?|申请|报名|预约|查询?|缴|领|开|补办|投诉)/gu, weight: 2 },
    { pattern: /(?:需要|要带|要准备|要交)[^，。！？]{0,4}(?:什么|啥子|哪些|多少|好多)|什么条件|啥子条件|哪些(?:材料|手续|条件)/gu, weight: 2 },
    { pattern: /(?:多久|好久|几天|几点|什么时候|啥时候)(?:能|可以|才能|到|开|上班|办|拿|批)|有没有(?:补贴|政策)|能不能(?:办|报|用|提)|合不合法|算不算/gu, weight: 1.5 },
    { pattern: /怎么(?:申请|查|退|办|评|搞)|什么时候|啥时候|在哪[里儿点]?|几点|几次|多少|好多钱|要等(?:多久|好久)|能(?:要|不能)|吗[？?]?$|不[？?]?$/gu, weight: 0.9 },
    { pattern: /[吗么][？?]?$|[？?]$/gu, weight: 0.5 },
  ],
  求助: [
    { pattern: /求助|求求|帮帮|帮忙|帮我|救救|麻烦(?:你们|来|叫|喊|处理|帮)|请(?:尽快|赶紧|赶快|马上|快)?(?:来|派人|补|修|处理|解决|恢复|帮)/gu, weight: 2 },
    { pattern: /怎么办|咋办|啷个办|找(?:哪个|谁)|没(?:得)?(?:人管|饭吃|书读|地方住)|走投无路|急得很|等到用|希望(?:尽快|早日)?(?:解决|修|恢复|处理)/gu, weight: 1.2 },
    { pattern: /停水|停电|停气|没得水|没有水|没得电|没有电|掉(?:在|了)|丢了|落在|断了|塌|垮|裂|倒了|不见了|被困|失火/gu, weight: 0.8 },
    { pattern: /老人|婆婆|残疾|奶娃儿|婴儿|癌症|瘫|困难|救助/gu, weight: 0.5 },
  ],
  投诉: [
    { pattern: /投诉|不满|太过分|不负责|不作为|推诿|踢皮球|扯皮|敷衍|态度(?:差|恶劣|不好)/gu, weight: 2 },
    { pattern: /扰民|吵|乱收费|多收|强制|拖(?:着|起|欠)|不(?:管|退|修|理|给|赔|认|解决)|没人管|没得人管|欠|跑路|拒绝|宰/gu, weight: 0.8 },
    { pattern: /天天|每天|经常|老是|一直|紧到|好多次|几次|臭|脏|乱|差|烂|坏|堵|贵/gu, weight: 0.4 },
  ],
  举报: [
    { pattern: /举报|检举|揭发|匿名/gu, weight: 3 },
    { pattern: /(?:无|没得|没有|没)(?:执照|证照?|许可证?|手续|资质|健康证|批号|年检)|非法|违法|违规|违建|违章建筑|黑(?:作坊|诊所|中介|车|客车)|偷(?:排|倒|采|挖|税|卖|偷)|私自|盗采|赌|卖淫|传销|假(?:药|种子)|囤|未成年/gu, weight: 1.2 },
    { pattern: /有(?:人|家|个人|船|货车)[^，。！？]{0,10}(?:偷|倒|烧|挖|卖|赌|搭|藏|排)|好处费|送(?:礼|钱)|受贿|吃拿卡要|公款/gu, weight: 1 },
  ],
  建议: [
    { pattern: /建议|提个意见|意见建议|倡议|建言/gu, weight: 3 },
    { pattern: /希望(?:能|可以|在|把|增|多|公交|政府|相关)|能不能(?:增|加|多|把|开|在|延|改|提前)|能否(?:考虑|增|在|把)|可否|可不可以(?:增|加|多)|最好能|纳入|推迟|延长|增设|增加|优化/gu, weight: 1.5 },
  ],
  表扬: [
    { pattern: /表扬|点赞|锦旗|感谢信|好人好事|拾金不昧/gu, weight: 3 },
    { pattern: /(?:非常|特别|十分|衷心)?感谢(?!您的回复|配合)|谢谢(?:你们|师傅|社区|工作人员|民警|交巡警|小)|巴适|热心|耐心得很|处理得(?:好|很|真)?快|辛苦(?:了|你们)|撇脱/gu, weight: 1.5 },
    { pattern: /太差|不满|投诉|恶劣|不耐烦|没人管/gu, weight: -3 },
  ],
}; // biome-ignore format: one row a cue

/** When nothing is said either way a message to a hotline is a complaint; it takes this much to be something else. */
const head: Partial<Record<Purpose, number>> = { 投诉: 0.6 };

/** What a message is for, by the words that show it; the same words weigh the same in any category. */
export function purposeOf(text: string): Purpose {
  const scores = purposes.map((purpose) => ({ purpose, score: scoreOf(text, purpose) }));
  return scores.reduce((best, next) => (next.score > best.score ? next : best)).purpose;
}

function scoreOf(text: string, purpose: Purpose): number {
  const told = cues[purpose].map(({ pattern, weight }) => {
    const times = text.match(pattern)?.length ?? 0;
    // Said twice is surer than once, said ten times hardly surer than twice.
    return weight * Math.log2(1 + times);
  });
  return told.reduce((sum, part) => sum + part, head[purpose] ?? 0);
}
