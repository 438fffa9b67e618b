import type { ChatAnswer } from './chat-answer.ts';
import type { OpenAiErrorBody } from './openai-error.ts';

interface StreamNeeds {
  head: ChatAnswer['head'];
  includeUsage: boolean;
  answer: Promise<ChatAnswer>;
  toError: (error: unknown) => OpenAiErrorBody;
}

/** A comment that keeps proxies from closing a line on which nothing is said yet; clients pass it over. */
const keepAlive = ': composing\n\n';
const keepAliveMs = 10_000;

/**
 * An answer as OpenAI's server-sent events. Only what was checked is sent: a sentence that has no support would be cut,
 * and from a stream nothing can be cut any more.
 */
export async function* streamAnswer({ head, includeUsage, answer, toError }: StreamNeeds): AsyncGenerator<string> {
  const chunk = (delta: object, finish_reason: 'stop' | null = null, also: object = {}) =>
    eventOf({
      ...head,
      object: 'chat.completion.chunk',
      choices: [{ index: 0, delta, logprobs: null, finish_reason }],
      ...(includeUsage ? { usage: null } : {}),
      ...also,
    });
  yield chunk({ role: 'assistant', content: '' });
  try {
    yield* waiting(answer);
    const { content, annotations, usage, yuwen } = await answer;
    for (const piece of piecesOf(content)) yield chunk({ content: piece });
    yield chunk(annotations.length > 0 ? { annotations } : {}, 'stop', { yuwen });
    if (includeUsage) yield eventOf({ ...head, object: 'chat.completion.chunk', choices: [], usage });
    yield 'data: [DONE]\n\n';
  } catch (error) {
    yield eventOf(toError(error));
  }
}

async function* waiting(answer: Promise<unknown>): AsyncGenerator<string> {
  const settled = answer.then(
    () => true,
    () => true,
  );
  for (;;) {
    const { promise, stop } = after(keepAliveMs);
    const isSettled = await Promise.race([settled, promise]);
    stop();
    if (isSettled) return;
    yield keepAlive;
  }
}

function after(ms: number): { promise: Promise<false>; stop: () => void } {
  let timer: NodeJS.Timeout | undefined;
  const promise = new Promise<false>((resolve) => {
    timer = setTimeout(() => resolve(false), ms);
  });
  return { promise, stop: () => clearTimeout(timer) };
}

/** Line by line, as it is read. */
const piecesOf = (content: string): string[] => content.split(/(?<=\n)/u);

const eventOf = (payload: object) => `data: ${JSON.stringify(payload)}\n\n`;
