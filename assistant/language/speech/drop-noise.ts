/** Sounds that fill a pause. They stand between clauses or begin one; inside a word the same character means something. */
const fillerWords =
  '嗯+|呃+|额+|啊+|哦+|噢+|唉|哎+|诶|哈|喂+|那个|这个|就是说?(?!嘛)|然后呢?|怎么说呢|咋个说呢|啷个说呢|我(?:跟|给)你(?:们)?(?:说|讲)(?:哈|嘛|一下)?|你(?:听我说|晓得不|知道吧|说是不是)|是不是嘛|对不对嘛';
const fillerClause = new RegExp(`^(?:${fillerWords})+$`, 'u');
const fillerLead = /^(?:嗯+|呃+|额+(?!度|外)|哎(?:呀|哟)?|诶|喂+|那个(?=我|他|她|你|啥|什么|，)|就是说)+/u;
/** A demonstrative that only fills, as in 「我要那个反映个事情」. */
const fillerInside = /(?<=[要想把跟给])(?:那个|这个)(?=(?:反映|反应|投诉|问|咨询|举报|说))/gu;
const greetingLead = /^(?:(?:你|您)们?好(?:嘛|啊|哈|呀|咯)?|同志(?:哦|嘛|啊)?|师傅|美女|小姐|帅哥|12345(?:热线)?)+/u;

/** 「我们我们这一片」, 「停电停电停电了」: a word of two to four characters said again at once. */
const saidTwice = /([\p{Script=Han}]{2,4})(?:[，、]?\1)+/gu;
/** Words that are said twice for their sense and stay. */
const meantTwice =
  /^(?:天天|年年|家家|人人|谢谢|慢慢|好好|常常|刚刚|偏偏|往往|渐渐|婆婆|爷爷|妈妈|爸爸|奶奶|叔叔|妹妹|弟弟|姐姐|哥哥|娃娃|宝宝|研究|考虑|商量|打听|解决)$/u;
const stutter = /(?<![\p{Script=Han}])([我你他她它这那在有是就要])(?:[，、]?\1)+(?=[\p{Script=Han}])/gu;

/** What was said without what only fills: pauses, greetings, words said twice. Empty where nothing else was said. */
export function dropNoise(text: string): string {
  const clauses = text
    .replace(fillerInside, '')
    .split(/(?<=[，。！？；,.!?;…])/u)
    .map(bareClause)
    .filter((clause) => clause !== '');
  return clauses
    .join('')
    .replace(saidTwice, (all, word: string) => (meantTwice.test(word) ? all : word))
    .replace(stutter, '$1')
    .replace(/^[，。、；…]+|[，、；]+$/gu, '')
    .trim();
}

function bareClause(clause: string): string {
  const [, words = '', mark = ''] = /^(.*?)([，。！？；,.!?;…]*)$/su.exec(clause) ?? [];
  const bare = words.trim().replace(fillerLead, '').replace(greetingLead, '').replace(fillerLead, '');
  return bare === '' || fillerClause.test(bare) ? '' : `${bare}${mark}`;
}
