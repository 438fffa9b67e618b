// Words that open a second request. A comma alone does not: 「渝中区解放碑，烧烤摊，半夜吵」 is one.
const opener =
  /(?:^|[，,。；;！!？?\s])(?:另外|还有(?:就是|个|一个|一件)?|顺便(?:问一下|问哈|再问)?|再问一?[下哈]|第二[个件]?[，,、：:]?|其次|对了)[，,：:]?/gu;

const sentenceEnd = /(?<=[。！!？?；;\n])/u;

/**
 * Splits a message into its requests, in order; one request comes back as it is. Sentences stay together unless a word
 * opens a new request or a question mark ends one and another question follows.
 */
export function splitRequests(text: string): string[] {
  const marked = text.replace(opener, '\n');
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
