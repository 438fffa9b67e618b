/** So many at most; a message that asks for more is read by a person anyway. */
const mostItems = 8;
const longestItem = 60;

/** Words that begin what is asked for. */
const asks =
  /(?:希望|盼望|恳请|请求|要求|强烈要求|建议|麻烦(?!得)|烦请|还请|请(?!问|假|客|吃|示)|需要(?=.{0,6}(?:处理|解决|赔|退|修|换|清|查))|想(?:要)?(?=.{0,4}(?:知道|了解|问|解决|退|赔)))|能不能|能否|可不可以|可否|是不是可以|是否(?:可以|能)|什么时候|啥子时候|啥时候|何时|好久(?=才|能|可|会|开|修|通|装|拆|建|搞)|为什么|为啥(?:子)?|为何|凭什么|凭啥(?:子)?|到底(?=谁|哪|怎)|(?:给|还|要)(?:我|我们|大家)?(?:一)?个?(?:说法|交代|答复)/u;

/** What comes after such a word in the same sentence is asked for too, unless it gives a reason or a courtesy. */
const noAsk =
  /^(?:因为|由于|否则|不然|要不然|这样|免得|以免|毕竟|已经|我们?(?:已|都)|谢谢|感谢|辛苦|拜托|不胜感激|万分|为感|望(?:回复|采纳)?$|急|太|非常|严重)/u;

const leadIn =
  /^(?:所以|因此|现在|现|故|特|就是|也|还|再|并且?|并|同时|另外|以及|其次|首先|最后|第[一二三四五六]|[一二三四五六]是|[（(]?[1-9一二三四五六][)）.、．]|[①-⑧]|我们?|本人|业主们?|大家|居民们?|都|只|强烈|衷心|在此|相关部门|有关部门|政府|你们|领导们?|贵单位|主管部门|街道|社区|帮忙|帮我们?|能够|可以)+/u;

const askingWord =
  /^(?:希望|盼望|恳请|请求|要求|强烈要求|建议|麻烦|烦请|还请|请(?!问)|需要|想要|想)(?:(?:相关|有关|主管|职能)?(?:部门|单位|领导|政府|你们|工作人员)(?:们)?)?/u;

/** Says no more than 「please deal with it」: that is the matter itself and no item of its own. */
const saysNothingMore =
  /^(?:(?:尽快|尽早|及时|早日|赶紧|快点|立即|马上|依法|认真|予以|给予|帮忙|协调|核实|核查|查实|调查|处理|解决|回复|答复|反馈|关注|重视|介入|督促|管|管一下|管管|管哈|下|一下|一哈|哈|好|此事|这个|这件|该|问题|事情|情况|我|我们|给|和|并|与|及|、)|[，。！!])+$/u;

/**
 * What a complaint asks for, one item each, in the citizen's words. Where nothing is asked for in so many words, the one
 * item is that the matter be solved.
 */
export function askedItems(content: string): string[] {
  const told = toldItems(content);
  return told.length > 0 ? told : [`解决所反映的问题：${matterOf(content)}`];
}

/** What is asked for in so many words; empty where nothing is. */
export function toldItems(content: string): string[] {
  const items = content
    .replace(/（地点：.*?）/gu, '')
    .split(/[。！!？?；;\n]+/u)
    .flatMap(itemsOfSentence)
    .map((item) => (item.length <= longestItem ? item : `${item.slice(0, longestItem)}…`));
  return [...new Set(items)].filter((item) => !saysNothingMore.test(item)).slice(0, mostItems);
}

function itemsOfSentence(sentence: string): string[] {
  const items: string[] = [];
  let asking = false;
  for (const part of partsOf(sentence)) {
    const bare = part.replace(leadIn, '').trim();
    if (asks.test(part)) asking = true;
    else if (!asking || bare.length < 3 || noAsk.test(bare)) continue;
    const item = fromAsking(bare);
    if (item.length >= 2) items.push(item);
  }
  return items;
}

/** Commas part what is asked for, and so do 「并」 and 「同时」 before a verb; 、 stands between nouns and does not. */
function partsOf(sentence: string): string[] {
  return sentence
    .split(/[，,]|(?:并且|同时|以及|另外|还有就是)|(?<=.{3})并(?=[\u4e00-\u9fa5]{2})(?!排|列|网|购|轨|发|存)/u)
    .map((part) => part.trim())
    .filter(Boolean);
}

/** From the asking word on, without that word; a question keeps its question word. */
function fromAsking(part: string): string {
  const at = part.search(asks);
  const said = at > 0 && askingWord.test(part.slice(at)) ? part.slice(at) : part;
  return said
    .replace(askingWord, '')
    .replace(leadIn, '')
    .replace(/^[：:，,\s]+/u, '')
    .trim();
}

function matterOf(content: string): string {
  const [first = content] = content.split(/[。！？!?；;\n]/u).filter((clause) => clause.trim().length >= 4);
  const bare = first.trim();
  return bare.length <= longestItem ? bare : `${bare.slice(0, longestItem)}…`;
}
