// Closed lists: a message of nothing but these asks for nothing.
const words = [
  '谢+(?:了|啦|你们?|您|大家|哈)*', '多谢', '感谢', '麻烦(?:你们?|您)?了?', '辛苦(?:你们?|您)?了?', '劳烦了?', '你们?好', '您好', '早上好', '晚上好',
  '好(?:的|嘞|嘛|吧|滴|呢|勒)?', '要得', '行', '可以', '对头', '嗯+', '哦+', '噢+', 'ok(?:ay)?', '晓得', '知道', '明白', '懂', '了解', '清楚', '收到',
  '再见', '拜+', '再会', '不用', '不必', '没(?:得|有)?(?:其他|别的)?(?:事情?|问题)?', '就这样', '先这样',
]; // biome-ignore format: a list of words
const particles = '[了啦哈啊呀哟嘛咯哇嗦呐你您\\s，,。.！!～~、]';
const onlyCourtesy = new RegExp(`^(?:${words.join('|')}|${particles})+$`, 'iu');
const bareNo = /^没(?:得|有)?[。.！!\s]*$/u;

/** 「好的，谢谢」「晓得了」「再见」: what people say when they have their answer. A bare 「没有」 is an answer itself. */
export function isCourtesy(text: string): boolean {
  return onlyCourtesy.test(text) && !bareNo.test(text);
}

/** 「你好」, and nothing that would be said at the end. */
export function isGreeting(text: string): boolean {
  return /^(?:[你您]们?好|早上好|晚上好|[了啊呀哈\s，,。.！!～~])+$/u.test(text);
}
