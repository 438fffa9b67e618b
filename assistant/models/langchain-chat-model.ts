import type { z } from 'zod';
import { type ChatModel, ModelError, type ModelFailure, type Prompt } from './chat-model.ts';

export interface ChatModelSettings {
  /** Base address of the endpoint, up to and with `/v1`. */
  url: string;
  model: string;
  key: string;
  /** For a whole answer, and for each gap between two pieces of a stream. */
  timeoutMs: number;
}

/** A chat model behind any endpoint that speaks the OpenAI protocol. */
export async function createLangChainChatModel({ url, model, key, timeoutMs }: ChatModelSettings): Promise<ChatModel> {
  // Loaded here, where a model is wanted: the libraries take half a second and 40 MB that most desks never need.
  const [{ ChatOpenAI }, { HumanMessage, SystemMessage }] = await Promise.all([
    import('@langchain/openai'),
    import('langchain'),
  ]);
  const messages = ({ system, user }: Prompt) => [new SystemMessage(system), new HumanMessage(user)];
  const chat = new ChatOpenAI({
    model,
    apiKey: key,
    configuration: { baseURL: url },
    timeout: timeoutMs,
    // A citizen is waiting: the built-in engine answers at once, which beats waiting for another try.
    maxRetries: 0,
    temperature: 0,
  });
  return {
    name: model,
    async fill<T>(prompt: Prompt, schema: z.ZodType<T>, { signal }: { signal?: AbortSignal } = {}): Promise<T> {
      const filler = chat.withStructuredOutput(schema as z.ZodType<Record<string, unknown>>, {
        name: 'fill_plan',
        method: 'functionCalling',
      });
      const filled = await coded(() => filler.invoke(messages(prompt), within(timeoutMs, signal)), 'model_unreachable');
      // Checked once more here: what the library accepts as a tool call is still only what a model wrote.
      const parsed = schema.safeParse(filled);
      if (!parsed.success)
        throw new ModelError('model_bad_output', '模型没有按要求的格式填写', { cause: parsed.error });
      return parsed.data;
    },
    async *stream(prompt, { signal } = {}) {
      const pieces = await coded(() => chat.stream(messages(prompt), within(timeoutMs, signal)), 'model_unreachable');
      let finished = false;
      const iterator = pieces[Symbol.asyncIterator]();
      while (true) {
        const next = await coded(() => withDeadline(iterator.next(), timeoutMs), 'model_cut_off');
        if (next.done) break;
        finished ||= Boolean(next.value.response_metadata.finish_reason);
        if (next.value.text !== '') yield next.value.text;
      }
      // A dropped connection ends the stream quietly; only the finish reason tells that the model was done.
      if (!finished) throw new ModelError('model_cut_off', '模型的回答中途断开');
    },
  };
}

function within(timeoutMs: number, signal?: AbortSignal): { signal: AbortSignal } {
  const deadline = AbortSignal.timeout(timeoutMs);
  return { signal: signal ? AbortSignal.any([signal, deadline]) : deadline };
}

async function withDeadline<T>(work: Promise<T>, timeoutMs: number): Promise<T> {
  let timer: NodeJS.Timeout | undefined;
  const late = new Promise<never>((_, reject) => {
    timer = setTimeout(() => reject(new ModelError('model_timeout', `模型 ${timeoutMs} 毫秒内没有回答`)), timeoutMs);
  });
  try {
    return await Promise.race([work, late]);
  } finally {
    clearTimeout(timer);
  }
}

/** The library's many errors as one of ours; `otherwise` is what an error that names nothing means at this point. */
async function coded<T>(work: () => Promise<T>, otherwise: ModelFailure): Promise<T> {
  try {
    return await work();
  } catch (error) {
    if (error instanceof ModelError) throw error;
    const { name = '', status, lc_error_code } = error as { name?: string; status?: number; lc_error_code?: string };
    const code: ModelFailure =
      status === 429 ? 'model_rate_limited'
      : /Timeout|Abort/u.test(name) ? 'model_timeout'
      : /OutputPars/u.test(name) || lc_error_code === 'OUTPUT_PARSING_FAILURE' || error instanceof SyntaxError ? 'model_bad_output'
      : otherwise; // biome-ignore format: a ladder
    throw new ModelError(code, `模型调用失败（${code}）`, { cause: error });
  }
}
