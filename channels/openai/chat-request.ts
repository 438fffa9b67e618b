import { z } from 'zod';
import { RequestError } from '../http/error-handler.ts';
import { maxTextLength, readableText } from '../http/readable-text.ts';
import { UnsupportedParameter } from './openai-error.ts';

export const modelName = 'yuwen';

const TextPart = z.looseObject({ type: z.string(), text: z.string().optional() });
const Message = z.looseObject({
  role: z.enum(['system', 'developer', 'user', 'assistant', 'tool', 'function']),
  content: z.union([z.string(), z.array(TextPart).max(50)]).nullish(),
});
type Message = z.infer<typeof Message>;

/**
 * What an OpenAI client sends. Fields that only turn a model's dials (temperature, max_tokens, seed, …) are let pass and
 * change nothing; those that ask for something else than an answer in words are refused by `refuseUnsupported`.
 */
export const ChatRequest = z.looseObject({
  model: z.string().max(100),
  messages: z.array(Message).min(1).max(200),
  stream: z.boolean().nullish(),
  stream_options: z.looseObject({ include_usage: z.boolean().nullish() }).nullish(),
  n: z.number().nullish(),
  tools: z.array(z.unknown()).nullish(),
  functions: z.array(z.unknown()).nullish(),
  stop: z.union([z.string(), z.array(z.string())]).nullish(),
  logprobs: z.boolean().nullish(),
  modalities: z.array(z.string()).nullish(),
  audio: z.unknown().optional(),
  response_format: z.looseObject({ type: z.string() }).nullish(),
  web_search_options: z.unknown().optional(),
});
export type ChatRequest = z.infer<typeof ChatRequest>;

/** So many of the citizen's messages are gone through again; what lies further back no longer bears on the question. */
const mostEarlier = 12;

/**
 * The citizen's own messages, in order, the last of which is to be answered. What the client says as `system` or
 * `developer` and what it says that the assistant said are not read at all: the desk's rules come from the desk alone.
 * @throws RequestError where there is no question at the end
 */
export function readCitizensMessages({ messages }: ChatRequest): string[] {
  for (const [index, message] of messages.entries()) refuseOtherThanText(message, index);
  const last = messages.at(-1)!;
  if (last.role !== 'user')
    throw new UnsupportedParameter('messages', '最后一条消息必须是用户（role: user）的提问，请检查消息的次序。');
  const question = readableText(textOf(last));
  const earlier = messages
    .slice(0, -1)
    .filter(({ role }) => role === 'user')
    .slice(-mostEarlier)
    .flatMap((message) => readEarlier(textOf(message)));
  return [...earlier, question];
}

/** @throws UnsupportedParameter naming the first field that asks for what there is not */
export function refuseUnsupported(body: ChatRequest): void {
  if (body.model !== modelName)
    throw new UnsupportedParameter('model', `没有“${body.model}”这个模型，请填 ${modelName}。`, 'model_unknown');
  const [refused] = unsupported.filter(({ isAsked }) => isAsked(body));
  if (refused) throw new UnsupportedParameter(refused.param, `${refused.why}，请去掉 ${refused.param} 再发送。`);
}

const some = (list: readonly unknown[] | null | undefined) => (list?.length ?? 0) > 0;

const unsupported: { param: string; why: string; isAsked: (body: ChatRequest) => boolean }[] = [
  { param: 'tools', why: '这里不调用客户端的工具', isAsked: ({ tools }) => some(tools) },
  { param: 'functions', why: '这里不调用客户端的函数', isAsked: ({ functions }) => some(functions) },
  { param: 'n', why: '一个问题只有一个答复', isAsked: ({ n }) => typeof n === 'number' && n !== 1 },
  { param: 'stop', why: '答复不会在中间截断', isAsked: ({ stop }) => some(typeof stop === 'string' ? [stop] : stop) },
  { param: 'logprobs', why: '答复没有逐字的概率', isAsked: ({ logprobs }) => logprobs === true },
  {
    param: 'modalities',
    why: '答复只有文字',
    isAsked: ({ modalities }) => (modalities ?? []).some((one) => one !== 'text'),
  },
  { param: 'audio', why: '答复只有文字', isAsked: ({ audio }) => audio !== undefined && audio !== null },
  {
    param: 'response_format',
    why: '答复是普通文字，机器可读的部分在 yuwen 字段里',
    isAsked: ({ response_format: format }) => format !== undefined && format !== null && format.type !== 'text',
  },
  {
    param: 'web_search_options',
    why: '这里只依据办事指南和入库的文件，不上网搜索',
    isAsked: ({ web_search_options: options }) => options !== undefined && options !== null,
  },
];

function refuseOtherThanText({ role, content }: Message, index: number): void {
  if (role === 'tool' || role === 'function')
    throw new UnsupportedParameter(`messages[${index}].role`, '这里不调用客户端的工具，请去掉工具的消息再发送。');
  if (!Array.isArray(content)) return;
  const at = content.findIndex(({ type }) => type !== 'text' && type !== 'refusal');
  if (at >= 0)
    throw new UnsupportedParameter(
      `messages[${index}].content[${at}].type`,
      '这里只收文字，不收图片、语音和文件；请用文字说明后再发送。',
    );
}

function textOf({ content }: Message): string {
  if (!Array.isArray(content)) return content ?? '';
  return content.map(({ text = '' }) => text).join('\n');
}

/** What was said before and cannot be read is passed over: it was refused when it was said. */
function readEarlier(text: string): string[] {
  try {
    return [readableText(text.slice(0, maxTextLength))];
  } catch (error) {
    if (error instanceof RequestError) return [];
    throw error;
  }
}
