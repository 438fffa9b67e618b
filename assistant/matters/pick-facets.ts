import type { Facet } from '../../knowledge/index.ts';

// How people ask for each side of a matter, standard Chinese after normalising. Read in this order; a message may ask
// for several. `overview` has no cue of its own: it is what is served when nothing narrower was asked.
const cues: readonly [Facet, RegExp][] = [
  ['materials', /材料|资料|证件|手续要|带(?:什么|啥|哪些|些)|(?:要|需要|准备|提供|交)(?:什么|啥|哪些)(?:东西|证明|证|件)|原件|复印件|要不要(?:带|准备|提供)|(?:要|需要|用)带|清单|要(?:户口[本簿]|身份证|照片|结婚证|出生证|合同|证明)(?:吗|不|么)/u],
  ['limits', /多久(?!才)|多长时间|几天|多少(?:天|个工作日)|几个工作日|好久(?:能|可以|办|拿|下来|到账)|时限|什么时候(?:能|可以)?(?:办好|办完|拿到|下来|到账|出来|发放)|等多|当天能|(?:当场|马上|立刻)(?:能|可以)?(?:拿|办)|超过.{0,6}(?:天|月|年).{0,6}(?:还能|能不能|可以)|期限|截止/u],
  ['fees', /多少(?:钱|块|元)|费(?:用|要|是)?(?:多少|几)|要钱|收费|费用|花钱|免费|工本费|要交钱|几块|手续费|贵不贵/u],
  ['places', /哪里(?:办|补|换|领|取|交|开|报|申请|可以|能)|在哪|去哪|到哪|哪个(?:地方|窗口|部门|单位|网站)|地点|地址|窗口在|网上(?:能|可以|怎么)|线上|app|小程序|手机上|电话是|上班时间|几点|预约|渝快办/iu],
  ['conditions', /条件|资格|能不能|可不可以|可以(?:吗|不|么|办吗|申请)|能(?:办|申请|领|取|报|享受|落|上)(?:吗|不|么)|符合|满足|谁(?:能|可以)|算不算|够不够|(?:住|交|满|待)?多久才(?:能|可以)|限制|要求/u],
  ['rules', /多少(?:补贴|补助|津贴|钱一个月|一个月)|(?:补贴|补助|津贴|标准|金额|额度|比例|报销|领|发|给)(?:是|有|能|可以)?(?:多少|好多|几)|标准|(?:几|多少)(?:年|岁|个点)|税率|有效期|多大(?:年龄|可以|能)|年龄|怎么算|每月|每年/u],
  ['results', /拿到什么|(?:发|给)什么证|结果|怎么(?:拿|领)证|邮寄|快递到|送达|领取方式|电子版/u],
  ['legal', /依据|法律|规定|条例|文件|哪条/u],
  ['steps', /怎么[\p{Script=Han}]{0,2}(?:办|申|领|取|补|换|交|缴|迁|转|注销|开|报|走|弄|搞|登记|操作)|怎么办|咋办|如何办|怎么(?:申请|弄|做|搞|操作|报名|交|缴|领|取|换|补|迁|转|注册|注销|走)|如何(?:申请|办理|报名|缴|领)|流程|步骤|程序|先.{0,6}再|第一步|办理方法|怎样/u],
]; // biome-ignore format: one facet a line

// 「办好没得」: who waits wants to know how long it takes and where to look.
const progress =
  /进度|(?:到|走到)(?:哪|那)一?步|(?:办|弄|搞|做|审|批|制)(?:好|完|出来|下来)(?:没|了没|了吗|不)|下来没|好了没/u;

/** Whether a message asks how far a thing that was handed in has come. */
export function asksProgress(text: string): boolean {
  return progress.test(text);
}

/** Which sides of a matter a message asks about, in the order of reading; empty when it only names the matter. */
export function pickFacets(text: string): Facet[] {
  if (asksProgress(text)) return ['limits', 'places', 'results'];
  const asked = cues.flatMap(([facet, cue]) => (cue.test(text) ? [facet] : []));
  // 「补贴多少钱」 asks for the amount that is paid out, not for a fee.
  const paidOut = /补贴|补助|津贴|养老金|失业金|保险金|低保|报销|待遇|公积金|救助/u.test(text);
  return asked.includes('fees') && paidOut && !/收费|工本费|手续费|要交钱|免费/u.test(text)
    ? [...new Set<Facet>(['rules', ...asked.filter((facet) => facet !== 'fees')])]
    : asked;
}
