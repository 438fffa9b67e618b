// Words that open a second request. A comma alone does not: 「渝中区解放碑，烧烤摊，半夜吵」 is one.
const opener =
  /(?:^|[，,。；;！!？?\s])(?:另外|还有(?:就是|个|一个|一件)?|顺便(?:问一下|问哈|再问)?|再问一?[下哈]|再一个(?:就是)?|(?:同时|还)(?=(?:我)?(?:想|要)(?:问|反映|投诉|咨询|举报|办))|(?:我)?还(?:想|要)(?:问一?[下哈]|(?=反映|投诉|举报|办|咨询))|第二(?:个|件)?(?:问题|事情?)?(?:是|就是)?[，,、：:]?|二(?:是|来)[，,、：:]?|其次|对了)[，,：:]?/gu;

// 「两件事，一是…」 announces and asks nothing.
const announced =
  /^(?:我)?(?:想|要)?(?:问|说|咨询|反映)?(?:你们?)?(?:两|2|几|三)(?:个|件)(?:事情?|问题)[，,：:。]?(?:第?一(?:个|件|是)?(?:问题|事情?)?(?:是|就是)?[，,、：:]?)?/u;

// 「1、物业乱收费；2、消防通道堵了」: numbers open requests only where the list begins with one.
const listed = /(?:^|[，,。；;：:\s])(?:1|一|第一)[、.．，,](?!\d)[\s\S]*[，,。；;\s](?:2|二|第二)[、.．，,](?!\d)/u;
const listNumber = /(?<=[，,。；;\s])(?:[2-9]|第?[二三四五六])[、.．，,](?!\d)/gu;

const sentenceEnd = /(?<=[。！!？?；;\n])/u;

/**
 * Splits a message into its requests, in order; one request comes back as it is. Sentences stay together unless a word
 * opens a new request or a question mark ends one and another question follows.
 */
export function splitRequests(text: string): string[] {
  const opened = text.replace(announced, '').replace(opener, '\n');
  const marked = listed.test(text) ? opened.replace(listNumber, '\n') : opened;
  const parts = marked
    .split('\n')
    .flatMap(splitQuestions)
    .map((part) => part.trim().replace(/^[，,。；;]+/u, ''))
    .filter((part) => part.length >= 4);
  return parts.length >= 2 ? parts : [text];
}

/** Two whole questions in one message are two requests; a statement before a question is its background. */
function splitQuestions(text: string): string[] {
  const sentences = text.split(sentenceEnd).filter((sentence) => sentence.trim() !== '');
  const requests: string[] = [];
  let open = '';
  for (const sentence of sentences) {
    open += sentence;
    if (/[？?]\s*$/u.test(sentence)) {
      requests.push(open);
      open = '';
    }
  }
  if (open !== '' && requests.length > 0 && open.length < 12) requests[requests.length - 1] += open;
  else if (open !== '') requests.push(open);
  return requests;
}
