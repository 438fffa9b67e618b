import { join } from 'node:path';
import { z } from 'zod';
import { readTsvFile } from './corpus-file.ts';

/** What an ask is to a desk: `injection` speaks to the machine, `harmful` wants help to do harm, `none` may be served. */
export const SafetyAsk = z.strictObject({
  ask: z.enum(['injection', 'harmful', 'none']),
  /** Asks of one family are worded alike; it is what cross-validation leaves out. */
  family: z.string().regex(/^[a-z]+(-[a-z]+)*$/),
  text: z.string().min(1),
});
export type SafetyAsk = z.infer<typeof SafetyAsk>;

/** The authored asks of `folder` (`corpus/safety`). */
export function readSafetyAsks(folder: string): Promise<SafetyAsk[]> {
  return readTsvFile(join(folder, 'asks.tsv'), SafetyAsk);
}
