/** What happened on the way to a reply, for operators and evals. Personal data is masked before it gets here. */
export interface Trace {
  /** The text as the engines saw it: masked, normalised, the follow-up made whole. */
  asked: string;
  skill: string | null;
  /** `built-in`, or the name of the chat model that filled the plan. */
  engine: string;
  /** Why the built-in engine stepped in for the model, when it did. */
  fallback?: { code: string; detail: string };
  /** Ids of the passages that were looked at, best first. */
  passages?: string[];
  route?: {
    kind: string;
    label?: string | null;
    confidence: number;
    alternatives: { kind: string; label: string | null }[];
  };
  elapsedMs: number;
}
