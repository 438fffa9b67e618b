/** Signs that somebody tells what others wrote or said, instead of saying it. */
const telling =
  /收到|短信|来电|通知上|公告|贴(?:的|了|出)|写(?:着|的|了)|群里|有人(?:说|发|在)|喊我|叫我|让我|要求我|工作人员|物业|街道|社区|诈骗|是不是|算不算|合法|反映|投诉|举报|附件|文件名|表格|通话记录/u;

const quoted = /“[^”]{0,200}”|「[^」]{0,200}」|『[^』]{0,200}』|《[^》]{0,120}》|"[^"\n]{0,200}"/gu;

/** What is left must say something of its own: a quotation alone is what its sender says. */
const enoughOwnWords = 8;

/**
 * A message as its sender means it: what others are quoted with is left out where the sender tells of it. A citizen who
 * asks whether a text message is a fraud does not ask for what the message asks for, and the name of a file asks for nothing.
 */
export function inOwnWords(text: string): string {
  const own = text.replace(quoted, '');
  return own !== text && own.trim().length >= enoughOwnWords && telling.test(own) ? own : text;
}
