import type { SuiteGate } from '../../evals/index.ts';

/** How a kept run stands against the blessed baseline of its suite; null where none was blessed. */
export type GateState = (runId: string) => Promise<SuiteGate | null>;
