/** What tells present danger from the past, from fear and from anger, beside the words themselves. */
const cues: readonly RegExp[] = [
  // It happens now.
  /现在|正在|正(?:往|朝|在)|刚刚|刚才|才将|突然|一下子?|马上|快(?:来|点|不行|要)|越来越|还在|又在|赶紧|救命|救救|(?:了|咯|起|住|不动|不醒)[。！!]*$/u,
  // Somebody is in it.
  /[我他她]|妈|爸|爷|奶|婆|公|娃|孩|小孩|婴|老人|老头|老太|女的|男的|有人|个人|工人|同事|同学|室友|邻居|司机|乘客|人(?:不行|昏|晕|倒|在里|被|遭|还)|里[面头]/u,
  // What a body suffers.
  /血|昏|晕|抽[搐筋起]|呼吸|喘|心跳|脉|没反应|不醒|不应|叫不|喊不|喊也|不动|动不[了得]|断[了裂]|脱了|烫|烧伤|砸|压[着到住]|埋|夹|卡[在住起到]|噎|哽|咬|吞|喝了|吃了[^，。]{0,4}药|中毒|吐|脸[都色]?[发憋]?[紫青白红歪]|嘴[巴唇][歪紫青]|歪[起了]|要生|破水|剧痛|痛得|疼得|骨头|肿|瞎|看不清/u,
  // What goes on around it.
  /火|燃|烧|冒烟|浓烟|黑烟|烟子|爆[炸了]|炸|漏|泄|刺鼻|臭鸡蛋|塌|垮|陷|倒下|翻[了车]|侧翻|撞|碾|掉[进到下]|落水|淹|冲走|卷[走进]|沉|困|堵在|关在|锁[在起]|出不[来去]|跑不|下不[来去]/u,
  // Who does it.
  /刀|枪|砍|捅|杀|打我|打她|打妈|打人|揍|掐|绑|劫|抢|撬|砸门|闯|跟[着踪]|尾随|追|拖|拉我|抱[走起]|弄死|炸药|汽油|躲[在起]|救|歹徒|疯子/u,
  // Wants no longer to live.
  /不想活|死|解脱|跳|割|划了|安眠药|农药|绳子|炭|遗|告别|再见|来世|先走|走了大家|拜托|托付|不醒来|不再起来|最后|没人在乎|没有人|结束|天台|楼顶|桥上|桥边/u,
  // Money is going.
  /转[账了走钱到]|汇钱|汇款|验证码|屏幕共享|共享屏幕|核查账户|安全账户|涉案|别挂电话|取定期|扣了|拦住|警官/u,
  // It was, or it might be.
  /去年|前年|上个?月|上次|上周|昨天|前几天|以前|曾经|多年|半年|那天|那次|后来|怕|担心|容易|隐患|可能|万一|要是|如果|经常|老是|总|天天|每天|长期|过期|预防|防止/u,
  // It asks an office for something.
  /怎么|如何|哪里|哪儿|多少|能不能|可以|吗|报销|赔|补助|补贴|补偿|材料|办理|申请|鉴定|认定|证|要求|投诉|举报|反映|建议|希望|追责|说法|道歉|处理|整改|物业|公司|部门|没人管|不管|收费|费用|排队|窗口|没结果|立案|宣传/u,
];

/**
 * 1 for each circumstance that the text shows and for each two that it shows together, 0 otherwise: fire alone is a
 * barbecue, fire and somebody who cannot get out is none.
 */
export function dangerCuesOf(text: string): number[] {
  const shown = cues.map((cue) => (cue.test(text) ? 1 : 0));
  const together = shown.flatMap((one, at) => shown.slice(at + 1).map((other) => one * other));
  // A few words say what happens now; a long letter tells how it came about.
  return [...shown, ...together, Math.min(text.length, 60) / 60];
}
