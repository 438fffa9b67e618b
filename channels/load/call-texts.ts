/** What callers of a load run say, one line an utterance: long calls of ordinary noise, questions and complaints. All of it is made up. */
const parts = {
  greeting: ['喂你好', '你好，我想反映个情况', '同志，我问一下', '喂，12345嘛'],
  noise: ['嗯', '就是那个嘛', '对对对', '你听我说哈', '那个那个', '是的嘛', '哎呀我也说不清楚', '反正就是这样子的'],
  matter: [
    '我想问一下身份证掉了怎么补办',
    '办护照要带些什么材料',
    '那个社保卡在哪里补',
    '小孩上学报名要什么手续',
    '电动车上牌要不要钱',
    '公积金租房能提多少',
  ],
  complaint: [
    '楼下烧烤摊天天半夜吵得睡不着',
    '小区电梯坏了一个星期没人修',
    '门口路灯不亮两个月了',
    '物业停车费乱涨价',
    '对面工地半夜施工',
    '垃圾堆了好几天没人清运',
  ],
  place: ['在渝中区大坪正街', '沙坪坝区石井坡街道', '九龙坡区石桥铺科园四路一百二十号', '南岸区弹子石那边', '北碚区天生街道'],
  ask: ['希望尽快处理', '要求他们给个答复', '请派人来看一下', '把噪音降下来嘛'],
  number: ['我电话是幺三八零零零零幺二三四', '回电打这个号码就行'],
  operator: ['您好，请讲', '请问在哪里', '您稍等', '好的，我记下了', '还有其他情况吗', '您留个电话'],
} as const; // biome-ignore format: lists

const order: readonly (keyof typeof parts)[] = [
  'operator', 'greeting', 'complaint', 'operator', 'place', 'noise', 'ask', 'operator', 'number', 'noise', 'matter', 'operator', 'noise',
  'matter', 'noise', 'operator', 'complaint', 'ask', 'noise', 'operator',
]; // biome-ignore format: the order of a call

/** The utterance of a call at a place in it; the same for the same numbers, and no two calls in step. */
export function callText(call: number, at: number): { speaker: 'citizen' | 'operator'; text: string } {
  const kind = order[(at + call) % order.length]!;
  const choices = parts[kind];
  const text = choices[(call * 7 + at * 3) % choices.length]!;
  // Numbers of streets differ, so that nothing is answered from what was worked out for another caller.
  const told = kind === 'place' || kind === 'complaint' ? `${text}，${(call % 90) + 1}号那里` : text;
  return { speaker: kind === 'operator' ? 'operator' : 'citizen', text: told };
}
