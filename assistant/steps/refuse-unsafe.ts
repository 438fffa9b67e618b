import { cannedReplies } from '../canned-replies.ts';
import type { SingleReply } from '../reply.ts';

// Wording that speaks to the machine instead of the desk. Citizens' ordinary complaints never use it, so a plain list
// does: what slips through meets an assistant whose plans are typed and whose text is checked.
const injections: readonly RegExp[] = [
  /(?:忽略|无视|忘掉|忘记|不要理会|抛开)(?:.{0,8})(?:指令|指示|规则|设定|提示词?|限制|要求)/u,
  /(?:输出|显示|打印|泄露|告诉我|重复|说出|给我看)(?:.{0,10})(?:系统提示|提示词|system prompt|初始指令|内部指令|隐藏指令)/iu,
  /(?:你现在是|从现在起你是|扮演|假装你是|进入)(?:.{0,12})(?:开发者模式|没有限制|不受限制|DAN|越狱|黑客|管理员|root)/iu,
  /(?:ignore|disregard|forget|override)\s+(?:all\s+|any\s+)?(?:the\s+)?(?:previous|prior|above|earlier|your|system)\b.{0,20}(?:instruction|prompt|rule)/iu,
  /(?:reveal|print|show|repeat)\b.{0,20}(?:system prompt|hidden prompt|your instructions)/iu,
  /<\|?(?:im_start|im_end|system|endoftext)\|?>|\[\/?INST\]|^\s*(?:system|assistant)\s*[:：]/imu,
  /(?:把|将).{0,12}(?:所有|全部|别人|其他市民).{0,8}(?:工单|电话|身份证|个人信息|数据库).{0,8}(?:导出|给我|列出|发给)/u,
  /(?:drop\s+table|union\s+select|;\s*delete\s+from|set_config\s*\(|pg_sleep\s*\()/iu,
  /(?:以|用)(?:管理员|系统|超级用户)(?:的)?(?:身份|权限)(?:.{0,10})(?:关闭|删除|修改|办结|查看)/u,
];

const harmful: readonly RegExp[] = [
  /(?:怎么|如何|教我|哪里能?)(?:.{0,6})(?:制作|造|做|买|弄到?)(?:.{0,4})(?:炸弹|炸药|枪支?|子弹|毒品|冰毒|海洛因|假钞|迷药)/u,
  /(?:怎么|如何|教我|帮我)(?:.{0,8})(?:办|做|弄|搞|伪造|买)(?:.{0,4})(?:假证|假身份证|假章|假发票|假病历|假公章|假材料|假流水)/u,
  /(?:怎么|如何|教我|帮我)(?:.{0,8})(?:伪造|仿造|变造)/u,
  /(?:怎么|如何|教我)(?:.{0,10})(?:骗保|骗取|套取|逃税|洗钱|冒领|人肉|偷拍|跟踪他|跟踪她|报复)/u,
  /(?:查|给我|告诉我|弄到)(?:.{0,4})(?:别人|邻居|前妻|前夫|前女友|前男友|某人|举报人|投诉人)(?:.{0,6})(?:身份证号?|电话号?码?|住址|行踪|定位|银行卡|开房记录)/u,
];

const abusive =
  /^(?:[\s，。！!,.]*(?:傻[逼比屄叉]|日你|操你|妈卖批|狗日的|滚|去死|你个龟儿|王八蛋|混蛋|垃圾|废物|龟儿子?)[子们的吧嘛\s，。！!,.]*)+$/u;

/** Asks that are met with a refusal before any engine sees them; null lets the turn go on. */
export function refuseUnsafe(text: string): SingleReply | null {
  const bare = text.replace(/[\u200b-\u200f\u2060\ufeff]/g, '').normalize('NFKC');
  if (injections.some((pattern) => pattern.test(bare))) return cannedReplies.injectionRefused;
  if (harmful.some((pattern) => pattern.test(bare))) return cannedReplies.unsafeRefused;
  // Swearing beside a real complaint is anger, not abuse: only a message that holds nothing else is refused.
  if (abusive.test(bare)) return cannedReplies.abuseAnswered;
  return null;
}
