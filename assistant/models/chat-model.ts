import type { z } from 'zod';

/** Why a model did not deliver; every one of them sends the turn to the built-in engine. */
export type ModelFailure =
  | 'model_timeout'
  | 'model_rate_limited'
  | 'model_unreachable'
  | 'model_bad_output'
  | 'model_cut_off';

export class ModelError extends Error {
  readonly code: ModelFailure;
  constructor(code: ModelFailure, message: string, options?: { cause?: unknown }) {
    super(message, options);
    this.code = code;
  }
}

export interface Prompt {
  system: string;
  user: string;
}

/** An OpenAI-compatible chat model. Whatever it writes is data: it fills a typed plan, which code checks and carries out. */
export interface ChatModel {
  name: string;
  /** @throws ModelError */
  fill<T>(prompt: Prompt, schema: z.ZodType<T>, options?: { signal?: AbortSignal }): Promise<T>;
  /** Yields text as it arrives. @throws ModelError, also in mid-stream */
  stream(prompt: Prompt, options?: { signal?: AbortSignal }): AsyncIterable<string>;
}
