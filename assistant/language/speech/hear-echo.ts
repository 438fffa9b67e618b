const asksAgreement = /(?:[，,]?(?:对吧|对吗|对不对|是吧|是吗|是不是|没错吧|对嘛|是嘛|是这样吧|可以吗))[？?。]?$/u;
const lead = /^(?:好的?|嗯+|那|您说的|您是说|也就是说|地点|地址|位置|就)*[，,：:]?(?:是|就是|在|是在)?/u;

/**
 * What an operator says back for the citizen to confirm: 「是渝北区龙溪街道对吧」 → 「渝北区龙溪街道」. A number that is read
 * back counts without a question. Null where nothing is asked to be confirmed.
 */
export function hearEcho(operatorSaid: string): string | null {
  const said = operatorSaid.trim();
  const isQuestion = asksAgreement.test(said);
  const isNumber = /^[\d\s，,、幺零〇一二三四五六七八九-]{7,}/u.test(said);
  if (!isQuestion && !isNumber) return null;
  const stated = said.replace(asksAgreement, '').replace(lead, '').trim();
  return stated.length >= 2 ? stated : null;
}
