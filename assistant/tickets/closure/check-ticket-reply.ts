import type { TicketItem } from '../ticket.ts';
import type { ReplyFinding } from '../ticket-event.ts';
import { sharedContent } from './shared-content.ts';

export interface ReplyGiven {
  text: string;
  answers: readonly { item: number; text: string }[];
}

/** Shorter than this nothing can be said of a matter. */
const leastCharacters = 10;

/** Polite sentences that say nothing of the matter. */
const courtesy =
  /^(?:尊敬的.{0,10}|您好|你好|(?:再次|非常|衷心|十分)?感谢(?:您|你|市民)?.{0,16}(?:关心|支持|理解|反映|来电|监督|配合|信任|建议|关注)?.{0,12}|祝(?:您|你).{0,16}|如(?:有|您).{0,24}(?:拨打|联系|咨询|反映).{0,24}|(?:您|你|市民)?(?:所)?反映的.{0,16}(?:收悉|收到|已知悉|已登记|已受理)|.{0,10}(?:高度重视|非常重视)(?:您.{0,10})?|欢迎.{0,12}监督.{0,8}|特此(?:回复|答复)|谢谢.{0,6}|给您带来.{0,6}不便.{0,12}|敬请(?:谅解|理解).{0,6}|望(?:您)?(?:谅解|理解).{0,6})$/u;

/** Passing on, and nothing else. */
const forwarding =
  /(?:转(?:交|办|派|达|给|至|到|由|送)?|移交|反馈(?:给|至|到)|上报|交由|告知|通知|报送|提交)(?:给|至|到|了)?.{0,20}(?:部门|单位|科室|公司|物业|街道|社区|中心|支队|大队|局|委|处理|办理|核实|核查)/u;

/** What has been found out or done, or why it cannot be. */
const doneOrFound =
  /[现均]已|已(?:经)?(?![经转将收上告通反受登安列报移交知悉])|经(?:查|核实|核查|调查|了解|现场|检测|协商|调解|我)|现场(?:查看|核查|检查|踏勘|勘查|检测|处置|调解)|(?:到|赴|前往|抵达).{0,8}现场|查明|核实(?:到|为|后|了)|发现|责令|约谈|立案|处罚|罚款|拆除|清理|清运|清扫|修复|修好|维修|更换|恢复|疏通|安装|加装|调整|退还|退款|退费|赔付|赔偿|补发|支付|兑付|整改(?:到位|完毕|完成)|完成|办结|解决了|达成|签订|取缔|暂扣|劝离|关停|停工|公示|公布|公开|已于|不属于|不符合|不予|无法|依据|根据《|按照《|依照|因为|由于|原因是|系|属于|规定/u;

/** What is only held out. */
const promise =
  /将(?!军|就)|(?<!不|机|社|协|委|理|开|班|学|商|工|议|例|机构)会(?!议|员|计|所|展|场|上|商|同|签)|拟(?:于|对|在|将)?|计划|准备|打算|下一步|下步|尽快|争取|力争|抓紧|后续|继续|加强|加大|正在|待.{1,12}后/u;

/** What the reply lacks, for the unit to add; nothing when it meets every item that is open. */
export function checkTicketReply(reply: ReplyGiven, items: readonly TicketItem[]): ReplyFinding[] {
  const open = items.filter(({ state }) => state === 'open');
  const whole = [reply.text, ...reply.answers.map(({ text }) => text)].join('\n');
  const lacking = lackOf(whole);
  if (lacking) return [{ ...lacking, item: null }];
  const others = open.map(({ text }) => text);
  return open.flatMap((item) => lackForItem(item, reply, others));
}

function lackForItem(item: TicketItem, reply: ReplyGiven, items: readonly string[]): ReplyFinding[] {
  const own = reply.answers
    .filter((answer) => answer.item === item.id)
    .map(({ text }) => text)
    .join('。');
  if (own.trim() !== '') {
    const lacking = lackOf(own);
    return lacking ? [{ ...lacking, item: item.id, text: `第 ${item.id} 项“${item.text}”：${lacking.text}` }] : [];
  }
  if (sharedContent(item.text, substanceOf(reply.text).join('。'), items) >= leastShared) return [];
  const text = `没有回应第 ${item.id} 项诉求“${item.text}”，请写明对这一项做了什么、结果如何，或依法不能办的理由。`;
  return [{ kind: 'item_missing', item: item.id, text }];
}

/** The share of an item's own words that a reply must take up to speak of it. */
const leastShared = 0.25;

function lackOf(text: string): Omit<ReplyFinding, 'item'> | null {
  if (text.replace(/[\s\p{P}]/gu, '').length < leastCharacters)
    return { kind: 'empty', text: '答复太短，没有说明办理情况。请写明查到了什么、做了什么、结果如何。' };
  const said = substanceOf(text);
  if (said.length === 0)
    return { kind: 'courtesy_only', text: '答复只有客套话，没有说明办理情况。请写明查到了什么、做了什么、结果如何。' };
  const tellsMore = said.filter((sentence) => !forwarding.test(sentence) || hasAction(sentence));
  if (tellsMore.length === 0)
    return { kind: 'forwarded_only', text: '答复只说已转交，没有结果。首接单位负责牵头答复，请写明处理结果。' };
  if (!tellsMore.some(hasAction))
    return {
      kind: 'promise_only',
      text: '答复只有打算，没有已经做的事或查明的情况。请办理后再答复，确需时间的请申请延期。',
    };
  return null;
}

/** A sentence tells of something done or found when the words for it are not themselves what is only held out. */
function hasAction(sentence: string): boolean {
  const found = doneOrFound.exec(sentence);
  if (!found) return false;
  const held = promise.exec(sentence);
  return !held || found.index < held.index;
}

function substanceOf(text: string): string[] {
  return text
    .split(/[。！!？?；;\n，,]+/u)
    .map((sentence) => sentence.trim())
    .filter((sentence) => sentence !== '' && !courtesy.test(sentence));
}
